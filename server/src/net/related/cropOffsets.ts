import { geometry } from '../../layers/helpers/geometry.ts';
import { windowsOf } from '../../layers/helpers/poolWindow.ts';
import { isKnown } from '../../shape/dim.ts';
import { hasRank } from '../../shape/shape.ts';
import { extent } from '../../shape/window.ts';
import { blobGraphOf } from '../blobGraph.ts';
import type { Layer, Net } from '../net.ts';

/** Maps positions along an axis of one blob to positions of another: `scale · x + offset`. */
interface Mapping {
  readonly scale: number;
  readonly offset: number;
}

type Mappings = readonly [Mapping, Mapping];

const same: Mappings = [
  { scale: 1, offset: 0 },
  { scale: 1, offset: 0 },
];

/**
 * The offsets along height and width that align one bottom of a layer with another after a crop (caffe/coord_map.py,
 * crop). Undefined if the two have no common origin or different resolutions, or if the crop exceeds the first one.
 */
export function cropOffsets(net: Net, layer: Layer, from: number, to: number): readonly number[] | undefined {
  const [ways, others] = [waysUp(net, layer, from), waysUp(net, layer, to)];
  for (const [origin, way] of others) {
    const own = ways.get(origin);
    if (!own) continue;
    // From positions of the other blob to positions of the cropped blob.
    const both = own.map((mapping, axis) => compose(mapping, inverse(way[axis] ?? { scale: 1, offset: 0 })));
    const offsets = both.map(({ offset }) => offset);
    const fits =
      both.every(({ scale }) => scale === 1) &&
      offsets.every((offset) => offset >= 0 && Number.isInteger(offset));
    return fits ? offsets : undefined;
  }
  return undefined;
}

/** The layers above a bottom, the nearest first, each with the mapping from its first top to the bottom. */
function waysUp(net: Net, layer: Layer, slot: number): Map<Layer, Mappings> {
  const graph = blobGraphOf(net);
  const ways = new Map<Layer, Mappings>();
  const first = graph.producer(layer, slot)?.layer;
  const open: [Layer, Mappings][] = first ? [[first, same]] : [];
  for (let next = open.shift(); next; next = open.shift()) {
    const [producer, way] = next;
    if (ways.has(producer)) continue;
    ways.set(producer, way);
    const step = mappingOf(producer);
    if (!step) continue;
    const through = compose2(way, step);
    const bottoms = producer.type === 'Crop' ? [0] : producer.inputs.keys();
    for (const bottom of bottoms) {
      const above = graph.producer(producer, bottom)?.layer;
      if (above) open.push([above, through]);
    }
  }
  return ways;
}

function compose2(outer: Mappings, inner: Mappings): Mappings {
  return [compose(outer[0], inner[0]), compose(outer[1], inner[1])];
}

/** Applies the inner mapping, then the outer one. */
function compose(outer: Mapping, inner: Mapping): Mapping {
  return { scale: outer.scale * inner.scale, offset: outer.scale * inner.offset + outer.offset };
}

function inverse({ scale, offset }: Mapping): Mapping {
  return { scale: 1 / scale, offset: -offset / scale };
}

/** Maps positions of a layer's bottom to positions of its top; undefined if they do not correspond. */
function mappingOf(layer: Layer): Mappings | undefined {
  const { type, context } = layer;
  const shape = context.shape(0);
  if (!hasRank(shape) || shape.length !== 4) return undefined;
  if (type === 'Crop') return cropped(layer);
  if (type === 'Pooling') return pooled(layer);
  if (type === 'Convolution' || type === 'Deconvolution') {
    const maps = geometry(context).windows.map((window) => slid(window.stride, extent(window), window.pad));
    return pairOf(type === 'Convolution' ? maps : maps.map(inverse));
  }
  const top = layer.outputs[0]?.shape;
  const keeps =
    top !== undefined && hasRank(top) && top.length === 4 && top[2] === shape[2] && top[3] === shape[3];
  return keeps ? same : undefined;
}

function slid(stride: number, covered: number, pad: number): Mapping {
  return { scale: 1 / stride, offset: (pad - (covered - 1) / 2) / stride };
}

function pooled({ context }: Layer): Mappings | undefined {
  if (context.params.bool('global_pooling')) return undefined;
  return pairOf(
    windowsOf(context).flatMap(({ stride, kernel, pad }) =>
      isKnown(kernel) ? [slid(stride, kernel, pad)] : [],
    ),
  );
}

/** The first offset belongs to the axis `axis`. */
function cropped({ context }: Layer): Mappings {
  const offsets = context.params.ints('offset');
  const axis = context.params.int('axis');
  const at = (wanted: number) => {
    const place = wanted - (axis < 0 ? axis + 4 : axis);
    return place < 0 ? 0 : ((offsets.length > 1 ? offsets[place] : offsets[0]) ?? 0);
  };
  return [
    { scale: 1, offset: -at(2) },
    { scale: 1, offset: -at(3) },
  ];
}

function pairOf([height, width]: readonly Mapping[]): Mappings | undefined {
  return height && width && [height, width];
}
