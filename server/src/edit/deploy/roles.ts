import type { Layer } from '../../net/net.ts';

/** What the layers of a net are for, as far as that decides whether they are deployed. */

/** A layer that brings data into the net; one that holds a learned blob does not. */
export function isSource({ inputs, type }: Layer): boolean {
  return inputs.length === 0 && type !== 'Parameter';
}

/** A layer that only training needs, or people who watch it: losses, measures of success, what writes or swallows blobs. */
export function isJudge(layer: Layer): boolean {
  return isLoss(layer) || /Accuracy|Evaluat|Metric|^Silence$|^HDF5Output$/u.test(layer.type);
}

/** A loss by its type, or by its weight. */
export function isLoss({ definition, type, message }: Layer): boolean {
  const weighs = message.floats('loss_weight').some((weight) => weight !== 0);
  return weighs || definition?.loss === true || (definition === undefined && /loss/iu.test(type));
}

/** What computes the prediction that a loss compares with the label, where that is a layer of its own. */
export function activationOf({ type }: Layer): string | undefined {
  return activations.get(type);
}

const activations: ReadonlyMap<string, string> = new Map([
  ['SoftmaxWithLoss', 'Softmax'],
  ['SigmoidCrossEntropyLoss', 'Sigmoid'],
]);
