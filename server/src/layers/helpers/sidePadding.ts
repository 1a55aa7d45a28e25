import { type Dim, isKnown } from '../../shape/dim.ts';
import { hasRank } from '../../shape/shape.ts';
import type { Window } from '../../shape/window.ts';
import type { LayerContext } from '../context.ts';

/** Padding before and after the input along one axis. */
export type Padding = Pick<Window, 'pad' | 'padEnd'>;

const sides = ['pad_t', 'pad_b', 'pad_l', 'pad_r'] as const;
const same = 1;

/** What the output length depends on besides the padding. */
interface Step {
  readonly covered: number;
  readonly stride: number;
}

/**
 * The padding of each side of an image, for forks with fields for it: `pad_t`, `pad_b`, `pad_l` and `pad_r`, or
 * `pad_type: 1`, which makes the output ⌈input / stride⌉ (foss-for-synopsys-dwc-arc-processors/synopsys-caffe,
 * base_conv_layer.cpp, pooling_layer.cpp). Undefined if none is set, and `pad` applies.
 */
export function sidePadding(layer: LayerContext, steps: readonly Step[]): readonly Padding[] | undefined {
  const { params } = layer;
  const [top, bottom, left, right] = sides.map((side) => params.int(side));
  const hasSides = sides.some((side) => params.int(side) !== 0);
  if (!hasSides && !params.has('pad_type')) return undefined;
  checkExclusive(layer, hasSides);
  if (hasSides) {
    checkTwoAxes(layer, steps.length);
    return [
      { pad: top ?? 0, padEnd: (bottom ?? 0) - skipped(layer, 'h') },
      { pad: left ?? 0, padEnd: (right ?? 0) - skipped(layer, 'w') },
    ];
  }
  checkType(layer);
  if (params.int('pad_type') !== same || isTransposed(layer)) return undefined;
  return steps.map((step, axis) => samePadding(lengthOf(layer, axis - steps.length), step));
}

/** Positions between the images of a grid that SpatialBatchingPooling leaves out if it rounds down. */
function skipped({ params }: LayerContext, side: 'h' | 'w'): number {
  const skip = params.int(`skip_${side}`);
  return skip === 0 || params.bool('ceil_mode') ? 0 : (params.int(`spatial_batching_${side}`) - 1) * skip;
}

/** Deconvolutions ignore `pad_type`. */
function isTransposed({ type }: LayerContext): boolean {
  return type === 'Deconvolution' || type === 'SqueezeDeconvolution';
}

function lengthOf(layer: LayerContext, axis: number): Dim | undefined {
  const shape = layer.shape(0);
  return hasRank(shape) ? shape.at(axis) : undefined;
}

/** The padding with which the last window ends at the last position: as many before as after, or one more after. */
function samePadding(length: Dim | undefined, { covered, stride }: Step): Padding {
  if (length === undefined || !isKnown(length) || stride <= 0) return { pad: 0, padEnd: 0 };
  const total = (Math.ceil(length / stride) - 1) * stride + covered - length;
  const pad = Math.max(0, Math.trunc(total / 2));
  return { pad, padEnd: total - pad };
}

function checkExclusive(layer: LayerContext, hasSides: boolean): void {
  const { params } = layer;
  const other =
    ['pad', 'pad_h', 'pad_w'].find((field) => params.has(field)) ??
    (hasSides && params.int('pad_type') !== 0 ? 'pad_type' : undefined);
  if (!other) return;
  const own = hasSides ? '`pad_l`, `pad_r`, `pad_t` and `pad_b`' : '`pad_type`';
  layer.refuse('fork/pad-exclusive', layer.at(other), `\`${other}\` and ${own} are mutually exclusive.`);
}

function checkTwoAxes(layer: LayerContext, axes: number): void {
  if (axes === 2) return;
  layer.refuse(
    'fork/pad-sides-2d',
    layer.at('pad_l', 'pad_r', 'pad_t', 'pad_b'),
    `\`pad_l\`, \`pad_r\`, \`pad_t\` and \`pad_b\` require 2 spatial axes, but ${layer.describe(0)} has ${axes} here.`,
  );
}

function checkType(layer: LayerContext): void {
  const type = layer.params.int('pad_type');
  if (type === 0 || type === same || isTransposed(layer)) return;
  layer.refuse('fork/pad-type', layer.at('pad_type'), `\`pad_type\` must be 0 or 1, but is ${type}.`);
}
