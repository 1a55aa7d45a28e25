import type { Layer } from '../../net/net.ts';

/** Layers that work out their gradient from the values of their top. */
const readsTop = new Set(['Sigmoid', 'TanH', 'Softmax', 'Exp', 'ELU', 'Swish', 'LRN', 'MVN']);

/** Layers that work it out from the values of their bottom, which they have overwritten themselves when in place. */
const readsBottom = new Set(['BNLL', 'Clip', 'Log', 'LRN', 'MVN']);

/** Layers that, in place, leave other values in the blob than they found. */
const changes = new Set([
  'BNLL',
  'BatchNorm',
  'Bias',
  'Dropout',
  'ELU',
  'Exp',
  'LRN',
  'Log',
  'MVN',
  'PReLU',
  'ReLU',
  'Scale',
  'Sigmoid',
  'Softmax',
  'Swish',
  'TanH',
]);

/** Layers whose gradient can be wrong when somebody, or they themselves, overwrite what it needs. */
export const gradientFromValues: readonly string[] = [
  ...new Set([...readsTop, ...readsBottom, 'Power', 'ReLU']),
];

const positive = new Set(['Sigmoid', 'Softmax', 'Exp']);
const rectifiers = new Set(['ReLU', 'PReLU', 'ELU']);

/** Layers that make a value above 0 of others, or the reverse. */
const turnsSign = new Set(['BNLL', 'BatchNorm', 'Bias', 'Exp', 'Log', 'MVN', 'Sigmoid', 'Softmax']);

/** Whether the gradient of a layer is wrong once a layer behind it has changed the values of its top in place. */
export function spoils(layer: Layer, maker: Layer, makerInPlace: boolean): boolean {
  if (maker.type === 'ReLU') return makerInPlace && changesSign(layer);
  if (!readsTop.has(maker.type) || isComposed(maker)) return false;
  if (positive.has(maker.type) && rectifiers.has(layer.type)) return false;
  return changes.has(layer.type) || isPower(layer);
}

/** Whether a layer that works in place needs for its gradient what it has overwritten. */
export function spoilsItself(layer: Layer): boolean {
  if (layer.type === 'Power') return !['0', '1'].includes(exponent(layer)) && hasSlope(layer);
  return readsBottom.has(layer.type) && !isComposed(layer);
}

/** A ReLU in place looks for its gradient at the sign of what is left in the blob. */
function changesSign(layer: Layer): boolean {
  const { params, type } = layer.context;
  if (type === 'Scale') return params.bool('bias_term');
  if (type === 'Power') return isPower(layer) && (params.float('shift') !== 0 || params.float('scale') < 0);
  return turnsSign.has(type);
}

/** A Power that is more than a copy. */
function isPower({ type, context: { params } }: Layer): boolean {
  const plain = params.float('power') === 1 && params.float('scale') === 1 && params.float('shift') === 0;
  return type === 'Power' && !plain;
}

function exponent({ context }: Layer): string {
  return String(context.params.float('power'));
}

function hasSlope({ context }: Layer): boolean {
  return context.params.float('scale') !== 0;
}

/** Layers that are made of others, with blobs of their own, or that take the mean away and no more. */
function isComposed({ type, context: { params } }: Layer): boolean {
  if (type === 'LRN') return params.text('norm_region') === 'WITHIN_CHANNEL';
  return type === 'MVN' && !params.bool('normalize_variance');
}
