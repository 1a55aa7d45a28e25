import type { CheckId } from '../checks/catalogue.ts';
import { unlessStopped } from '../layers/context.ts';
import { geometry } from '../layers/helpers/geometry.ts';
import { windowsOf } from '../layers/helpers/poolWindow.ts';
import type { Memo } from '../memo/memo.ts';
import { isKnown } from '../shape/dim.ts';
import { floatText } from '../shape/floatText.ts';
import { type Failure, layerFailure } from './failure.ts';
import type { Layer } from './net.ts';

/** Maps positions of a layer's bottom to positions of its top, `scale · x + offset`, in 32-bit floats as Caffe. */
interface Mapping {
  readonly scale: number;
  readonly offset: number;
}

/** Along height and width; undefined where it is unknown here. */
type Mappings = readonly [Mapping, Mapping] | undefined;

const identity = { scale: 1, offset: 0 };
const same: Mappings = [identity, identity];

/** Layers that keep the positions of an image (coord_map in their headers). */
const keeping = new Set(
  'AbsVal BNLL Concat Dropout Eltwise Exp LRN Log MVN PReLU Power ReLU Sigmoid Slice Softmax Split TanH Threshold'.split(
    ' ',
  ),
);

/** Layers whose windows move the positions. */
const moving = new Set(['Convolution', 'Deconvolution', 'Pooling', 'Crop', 'Unpooling']);

/**
 * Follows the positions from the bottoms of each Crop layer to the blob that both depend on, as the first Crop layer of
 * Caffe does (crop_layer.cpp of s9xie/hed).
 */
export function alignmentFailures(layers: readonly Layer[], memo: Memo): Failure[] {
  const crops = memo.filter(layers, aligns);
  if (crops.length === 0) return [];
  const alignment = new Alignment(layers);
  return crops.flatMap((crop) => alignment.check(crop) ?? []);
}

function aligns(layer: Layer): boolean {
  return layer.definition?.alignsBottoms === true && !layer.hasFailed;
}

class Alignment {
  /** The first layer that produces a blob, so that in-place layers are left out. */
  private readonly producers = new Map<string, Layer>();
  /** For each layer, the one that produces its first bottom, if it is above. */
  private readonly parents: readonly (Layer | undefined)[];
  private readonly mappings = new Map<Layer, Mappings>();

  constructor(layers: readonly Layer[]) {
    for (const layer of layers)
      for (const top of layer.wire.tops) if (!this.producers.has(top)) this.producers.set(top, layer);
    this.parents = layers.map((layer) => this.producer(layer, above(layer)));
  }

  check(crop: Layer): Failure | undefined {
    const [first = '', second = ''] = crop.wire.bottoms;
    const [own, other] = [this.wayUp(crop, first), this.wayUp(crop, second)];
    if (!own || !other) return undefined;
    const passed = new Set([first, ...own.map(above)]);
    const origin = [second, ...other.map(above)].find((blob) => passed.has(blob));
    if (origin !== undefined)
      return this.compare(crop, below(origin, first, own), below(origin, second, other));
    return failure(
      crop,
      'fork/crop-disconnected',
      'The bottoms of Crop do not depend on the same blob by first bottoms, so they cannot be aligned.',
    );
  }

  private producer(layer: Layer, blob: string): Layer | undefined {
    const found = this.producers.get(blob);
    return found && found.index < layer.index ? found : undefined;
  }

  /** The layers from a blob up to an input, by their first bottoms; undefined if a blob is not produced above. */
  private wayUp(crop: Layer, blob: string): Layer[] | undefined {
    const way: Layer[] = [];
    let layer = this.producer(crop, blob);
    while (layer && layer.wire.bottoms.length > 0) {
      way.push(layer);
      layer = this.parents[layer.index];
    }
    return layer && way;
  }

  private compare(crop: Layer, own: readonly Layer[], other: readonly Layer[]): Failure | undefined {
    const lost = [...own, ...other].find(({ type }) => !keeping.has(type) && !moving.has(type));
    if (lost) {
      const message = `Positions cannot be followed through the layer \`${lost.message.text('name')}\` of type ${lost.type}.`;
      return failure(crop, 'fork/crop-positions', message);
    }
    const [one, two] = [this.follow(own), this.follow(other)];
    if (!one || !two) return undefined;
    const both = [compose(two[0], inverse(one[0])), compose(two[1], inverse(one[1]))] as const;
    this.mappings.set(crop, [
      { scale: 1, offset: Math.round(both[0].offset) },
      { scale: 1, offset: Math.round(both[1].offset) },
    ]);
    return mismatch(crop, both[0], 'height') ?? mismatch(crop, both[1], 'width');
  }

  /** The mapping from the blob above the last layer to the top of the first one. */
  private follow(way: readonly Layer[]): Mappings {
    let all: Mappings = same;
    for (const layer of way) {
      const step = this.mappingOf(layer);
      if (!all || !step) return undefined;
      all = [compose(all[0], step[0]), compose(all[1], step[1])];
    }
    return all;
  }

  /** That of a Crop layer is known since it was aligned. */
  private mappingOf(layer: Layer): Mappings {
    if (keeping.has(layer.type)) return same;
    if (layer.type !== 'Crop' && !this.mappings.has(layer))
      this.mappings.set(
        layer,
        unlessStopped(() => windowMapping(layer)),
      );
    return this.mappings.get(layer);
  }
}

/** The layers of a way from a blob up to its origin. */
function below(origin: string, blob: string, way: readonly Layer[]): readonly Layer[] {
  return origin === blob ? [] : way.slice(0, way.findIndex((layer) => above(layer) === origin) + 1);
}

/** The blob above a layer. */
function above(layer: Layer | undefined): string {
  return layer?.wire.bottoms[0] ?? '';
}

function mismatch(crop: Layer, { scale, offset }: Mapping, side: string): Failure | undefined {
  if (scale !== 1)
    return failure(
      crop,
      'fork/crop-scale',
      `The bottoms must have the same resolution, but their positions along the ${side} differ by a factor of ${floatText(scale)}.`,
    );
  if (offset > 0)
    return failure(
      crop,
      'fork/crop-negative',
      `The first bottom begins ${floatText(offset)} positions after the second along the ${side}, so it cannot be cropped there.`,
    );
  if (Number.isInteger(offset)) return undefined;
  return failure(
    crop,
    'fork/crop-fraction',
    `The second bottom begins ${floatText(-offset)} positions after the first along the ${side}, which is not a whole number.`,
  );
}

function failure(crop: Layer, check: CheckId, message: string): Failure {
  return layerFailure('init', check, crop, message);
}

/** FilterMap of coords.hpp, whose inverse leads from the bottom of a convolution to its top. */
function windowMapping({ type, context }: Layer): Mappings {
  if (type === 'Unpooling') return undefined;
  const windows = type === 'Pooling' ? windowsOf(context) : geometry(context).windows;
  const [height, width] = windows.flatMap(({ kernel, stride, pad }) =>
    isKnown(kernel) ? [{ scale: stride, offset: (kernel - 1) / 2 - pad }] : [],
  );
  if (!height || !width) return undefined;
  return type === 'Deconvolution' ? [height, width] : [inverse(height), inverse(width)];
}

/** Applies the inner mapping, then the outer one. */
function compose(outer: Mapping, inner: Mapping): Mapping {
  return {
    scale: Math.fround(outer.scale * inner.scale),
    offset: Math.fround(Math.fround(outer.scale * inner.offset) + outer.offset),
  };
}

function inverse({ scale, offset }: Mapping): Mapping {
  return { scale: Math.fround(1 / scale), offset: Math.fround(-offset / scale) };
}
