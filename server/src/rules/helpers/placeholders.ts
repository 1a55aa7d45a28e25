import { onceFor } from '../../memo/onceFor.ts';
import { type BlobGraph, blobGraphOf } from '../../net/blobGraph.ts';
import type { Layer, Net } from '../../net/net.ts';
import { hasRank, type Shape } from '../../shape/shape.ts';

/** The sources of the images that a layer depends on. Blobs without height and width are not images. */
interface Images {
  /** Inputs of 1×1: placeholders for a size that a program sets before it runs the net. */
  readonly placeholder: boolean;
  readonly real: boolean;
}

const none: Images = { placeholder: false, real: false };

/** Whether all images that a layer depends on are placeholder inputs of 1×1, whose size has no meaning. */
export function hasPlaceholderSize(layer: Layer, net: Net): boolean {
  const { placeholder, real } = imagesOf(net).get(layer) ?? none;
  return placeholder && !real;
}

/** For every layer of the file, the images that its bottoms depend on. */
const imagesOf = onceFor(trace);

function trace(net: Net): ReadonlyMap<Layer, Images> {
  const graph = blobGraphOf(net);
  const traced = new Map<Layer, Images>();
  for (const layer of net.layers.filter(({ automatic }) => !automatic)) {
    traced.set(layer, union(bottomsOf(layer, graph, traced)));
  }
  return traced;
}

function bottomsOf(layer: Layer, graph: BlobGraph, traced: ReadonlyMap<Layer, Images>): Images[] {
  return layer.inputs.map((_, index) => {
    const port = graph.producer(layer, index);
    if (!port) return none;
    if (port.layer.inputs.length > 0) return traced.get(port.layer) ?? none;
    return ofSource(port.layer.type, port.layer.outputs[port.index]?.shape);
  });
}

function ofSource(type: string, shape: Shape | undefined): Images {
  if (!shape || !hasRank(shape)) return { placeholder: false, real: true };
  const sides = shape.slice(2);
  if (sides.length === 0) return none;
  const placeholder = type === 'Input' && sides.every((side) => side === 1);
  return { placeholder, real: !placeholder };
}

function union(all: readonly Images[]): Images {
  return { placeholder: all.some(({ placeholder }) => placeholder), real: all.some(({ real }) => real) };
}
