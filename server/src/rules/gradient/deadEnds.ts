import type { Layer } from '../../net/net.ts';
import { hasLoss } from '../helpers/training.ts';

/** A bottom of a layer that no gradient can pass, and what it is for the layer. */
export interface DeadEnd {
  readonly index: number;
  readonly what: string;
}

const labelled = [
  'SoftmaxWithLoss',
  'SigmoidCrossEntropyLoss',
  'HingeLoss',
  'InfogainLoss',
  'MultinomialLogisticLoss',
];

/** Such bottoms of layers that compute no loss, where they are the same for every layer of the type. */
const others: Readonly<Record<string, DeadEnd>> = {
  LSTM: { index: 1, what: 'its sequence indicators' },
  RNN: { index: 1, what: 'its sequence indicators' },
  BatchReindex: { index: 1, what: 'its indices' },
  Embed: { index: 0, what: 'its indices' },
};

/** The types of the layers that have such a bottom. */
export const deadEndTypes: readonly string[] = [...labelled, 'Filter', ...Object.keys(others)];

/** The bottom of a layer at which Caffe stops in the backward pass, where it has one. */
export function deadEnd(layer: Layer): DeadEnd | undefined {
  const { type } = layer;
  if (labelled.includes(type) && hasLoss(layer)) return { index: 1, what: 'its labels' };
  if (type === 'Filter') return { index: layer.bottoms.length - 1, what: 'its selector' };
  return Object.hasOwn(others, type) ? others[type] : undefined;
}
