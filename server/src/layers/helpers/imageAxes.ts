import type { CheckId } from '../../checks/catalogue.ts';
import { type Dim, differ, Unknown } from '../../shape/dim.ts';
import { hasRank } from '../../shape/shape.ts';
import type { LayerContext } from '../context.ts';
import { exactly, type LayerDefinition } from '../definition.ts';

/** Helpers for layers of forks that treat each blob as images. */

export type ImageAxes = readonly [num: Dim, channels: Dim, height: Dim, width: Dim];

const names = ['num', 'channels', 'height', 'width'] as const;

export type AxisName = (typeof names)[number];

/** num, channels, height and width of a bottom; all unknown if the number of axes is unknown. */
export function imageAxes(layer: LayerContext, index: number): ImageAxes {
  const shape = layer.shape(index);
  return hasRank(shape) ? layer.legacy(index) : [shape, shape, shape, shape];
}

/** A number among the parameters of a layer; unknown if the schema does not have it. */
export function stated({ params }: LayerContext, field: string): Dim {
  return params.descriptor.fields.has(field) ? params.int(field) : unstated;
}

const unstated = new Unknown('parameters', 'The parameters of this layer are unknown.');

/** Rejects a bottom that differs from the first one in any of the named axes. */
export function checkSameAxes(
  layer: LayerContext,
  index: number,
  check: CheckId,
  axes: readonly AxisName[],
): void {
  const [first, own] = [imageAxes(layer, 0), imageAxes(layer, index)];
  const wrong = axes.find((axis) => differ(lengthOf(first, axis), lengthOf(own, axis)));
  if (wrong === undefined) return;
  layer.refuse(
    check,
    layer.bottomAt(index),
    `${layer.describe(index)} and ${layer.describe(0)} must have the same ${listed(axes)}; their ${wrong} differs.`,
  );
}

/** Rejects a bottom with another number of axes. */
export function needAxes(
  layer: LayerContext,
  index: number,
  wanted: number,
  check: CheckId = 'fork/bottom-axes',
): void {
  if (layer.dims(index).length === wanted) return;
  layer.refuse(
    check,
    layer.bottomAt(index),
    `${layer.type} requires ${wanted} ${wanted === 1 ? 'axis' : 'axes'}, but ${layer.describeAxes(index)}.`,
  );
}

/** Rejects a layer whose first top is its first bottom. */
export function refuseInPlace(layer: LayerContext): void {
  if (!layer.isInPlace()) return;
  layer.refuse(
    'fork/in-place',
    layer.topAt(0),
    `${layer.type} does not support in-place computation; give the top a different name.`,
  );
}

function lengthOf(shape: ImageAxes, axis: AxisName): Dim {
  return shape[names.indexOf(axis)] ?? 1;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A layer of two bottoms whose top has the four axes of the first. */
export function likeImage(
  type: string,
  doc: string,
  paramField: string,
  more: Partial<LayerDefinition> = {},
): LayerDefinition {
  return {
    type,
    doc,
    paramField,
    bottoms: exactly(2),
    tops: exactly(1),
    reshape: (layer) => [imageAxes(layer, 0)],
    ...more,
  };
}
