import type { Layer } from '../net/net.ts';
import { hasLoss } from './training.ts';

/** A bottom of a layer that no gradient can pass, and what it is for the layer. */
export interface DeadEnd {
  readonly index: number;
  readonly what: string;
}

const labelled = new Set([
  'SoftmaxWithLoss',
  'SigmoidCrossEntropyLoss',
  'HingeLoss',
  'InfogainLoss',
  'MultinomialLogisticLoss',
]);

/** The bottom of a layer at which Caffe stops in the backward pass, where it has one. */
export function deadEnd(layer: Layer): DeadEnd | undefined {
  const { type } = layer;
  if (labelled.has(type) && hasLoss(layer)) return { index: 1, what: 'its labels' };
  if (type === 'LSTM' || type === 'RNN') return { index: 1, what: 'its sequence indicators' };
  if (type === 'BatchReindex') return { index: 1, what: 'its indices' };
  if (type === 'Embed') return { index: 0, what: 'its indices' };
  return type === 'Filter' ? { index: layer.bottoms.length - 1, what: 'its selector' } : undefined;
}
