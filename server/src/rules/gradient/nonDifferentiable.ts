import type { Layer } from '../../net/net.ts';
import { hasLoss } from '../helpers/training.ts';

/** A bottom of a layer that accepts no gradient, and its meaning for the layer. */
export interface NonDifferentiable {
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

/** Such bottoms of layer types other than losses, if they are the same for every layer of the type. */
const others: ReadonlyMap<string, NonDifferentiable> = new Map(
  Object.entries({
    LSTM: { index: 1, what: 'its sequence indicators' },
    RNN: { index: 1, what: 'its sequence indicators' },
    BatchReindex: { index: 1, what: 'its indices' },
    Embed: { index: 0, what: 'its indices' },
  }),
);

/** The layer types with such a bottom. */
export const nonDifferentiableTypes: readonly string[] = [...labelled, 'Filter', ...others.keys()];

/** The bottom at which Caffe stops if the backward pass needs its gradient; undefined if there is none. */
export function nonDifferentiable(layer: Layer): NonDifferentiable | undefined {
  const { type } = layer;
  if (labelled.includes(type) && hasLoss(layer)) return { index: 1, what: 'its labels' };
  if (type === 'Filter') return { index: layer.bottoms.length - 1, what: 'its selector' };
  return others.get(type);
}
