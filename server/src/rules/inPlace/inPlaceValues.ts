import type { Layer } from '../../net/net.ts';
import { floatText } from '../../shape/floatText.ts';

/** Layers that compute their gradient from the values of their top. */
const readsTop = new Set(['Sigmoid', 'TanH', 'Softmax', 'Exp', 'ELU', 'Swish', 'LRN', 'MVN']);

/** Layers that compute it from the values of their bottom, which they overwrite when they work in place. */
const readsBottom = new Set(['BNLL', 'Clip', 'Log', 'LRN', 'MVN']);

/** Layers that change the values of the blob when they work in place. */
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

/** Layers whose gradient is wrong if they, or a later layer, overwrite the values it needs. */
export const gradientFromValues: readonly string[] = [
  ...new Set([...readsTop, ...readsBottom, 'Power', 'ReLU']),
];

const positive = new Set(['Sigmoid', 'Softmax', 'Exp']);
const rectifiers = new Set(['ReLU', 'PReLU', 'ELU']);

/** Layers that can convert a value of 0 or less to one above 0, or the reverse. */
const turnsSign = new Set(['BNLL', 'BatchNorm', 'Bias', 'Exp', 'Log', 'MVN', 'Sigmoid', 'Softmax']);

/** Whether a later in-place layer invalidates the gradient of the producer `producer`. */
export function overwrites(layer: Layer, producer: Layer, producerInPlace: boolean): boolean {
  if (producer.type === 'ReLU') return producerInPlace && changesSign(layer);
  if (!readsTop.has(producer.type) || isComposed(producer)) return false;
  if (positive.has(producer.type) && rectifiers.has(layer.type)) return false;
  return changes.has(layer.type) || isPower(layer);
}

/** Whether the gradient of an in-place layer needs the values that the layer overwrites. */
export function overwritesItself(layer: Layer): boolean {
  if (layer.type === 'Power') return !['0', '1'].includes(exponent(layer)) && hasSlope(layer);
  return readsBottom.has(layer.type) && !isComposed(layer);
}

/** Whether a layer changes the signs in the blob, from which an in-place ReLU computes its gradient. */
function changesSign(layer: Layer): boolean {
  const { params, type } = layer.context;
  if (type === 'Scale') return params.bool('bias_term');
  if (type === 'Power') return isPower(layer) && (params.float('shift') !== 0 || params.float('scale') < 0);
  return turnsSign.has(type);
}

/** Whether a layer is a Power that changes values. */
function isPower({ type, context: { params } }: Layer): boolean {
  const plain = params.float('power') === 1 && params.float('scale') === 1 && params.float('shift') === 0;
  return type === 'Power' && !plain;
}

function exponent({ context }: Layer): string {
  return floatText(context.params.float('power'));
}

function hasSlope({ context }: Layer): boolean {
  return context.params.float('scale') !== 0;
}

/** Whether a layer is composed of internal layers with separate blobs, or only subtracts the mean. */
function isComposed({ type, context: { params } }: Layer): boolean {
  if (type === 'LRN') return params.text('norm_region') === 'WITHIN_CHANNEL';
  return type === 'MVN' && !params.bool('normalize_variance');
}
