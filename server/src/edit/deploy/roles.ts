import type { Layer } from '../../net/net.ts';
import type { Wiring } from '../../net/wiring.ts';

/** What the layers of a net are for, as far as that decides whether they are deployed. */

/** A layer that brings data into the net; one that holds a learned blob does not. */
export function isSource({ inputs, type }: Layer): boolean {
  return inputs.length === 0 && type !== 'Parameter';
}

/** The layers that only training needs, or people who watch it: losses, measures of success, and what reads those. */
export function judgesOf(layers: readonly Layer[], wiring: Wiring): ReadonlySet<Layer> {
  const judges = new Set<Layer>();
  for (const layer of layers) {
    const behind = layer.inputs.some((_, index) => judges.has(wiring.maker(layer, index)?.layer ?? layer));
    if (behind || isLoss(layer) || isMeasure(layer) || isSink(layer)) judges.add(layer);
  }
  return judges;
}

/** A layer that says how good a prediction is. */
export function isMeasure({ type }: Layer): boolean {
  return /Accuracy|Evaluat|Metric/u.test(type);
}

/** A layer that takes blobs and does nothing for the net. */
function isSink(layer: Layer): boolean {
  return layer.type === 'Silence' || isWriter(layer);
}

/** A layer that writes blobs to files: what it reads is what people want of the net. */
export function isWriter({ type }: Layer): boolean {
  return /^(?:HDF5Output|MatWrite|(?:FLO|Float|Img|PFM)Writer)$/u.test(type);
}

/** A layer that says what the right answers are, of anchors or of proposals, as those of Faster R-CNN do. */
export function makesTargets(layer: Layer): boolean {
  return /Target(?:Layer)?$/u.test(kindOf(layer));
}

/** Such a layer that also chooses among proposals, its first bottom, those to train with, its first top. */
export function choosesProposals(layer: Layer): boolean {
  return makesTargets(layer) && kindOf(layer).startsWith('Proposal');
}

/** The type; of a Python layer, its class. */
function kindOf({ type, message }: Layer): string {
  return type === 'Python' ? message.message('python_param').text('layer') : type;
}

/** How many of the bottoms of a loss or a measure are predicted, at most: all where nobody knows it. */
export function predictedCount(layer: Layer): number {
  return isMeasure(layer) ? 1 : (predicted.get(layer.type) ?? layer.inputs.length);
}

const predicted: ReadonlyMap<string, number> = new Map([
  ['ContrastiveLoss', 2],
  ['EuclideanLoss', 1],
  ['HingeLoss', 1],
  ['InfogainLoss', 1],
  ['MultinomialLogisticLoss', 1],
  ['SigmoidCrossEntropyLoss', 1],
  ['SmoothL1Loss', 1],
  ['SmoothL1LossOHEM', 1],
  ['SoftmaxWithLoss', 1],
  ['SoftmaxWithLossOHEM', 1],
]);

/** A loss by its type, or by its weight. */
export function isLoss({ definition, type, message }: Layer): boolean {
  const weighs = message.floats('loss_weight').some((weight) => weight !== 0);
  return weighs || definition?.loss === true || (definition === undefined && /loss/iu.test(type));
}

/** What makes the prediction that a loss compares with the label, where that needs layers of its own. */
export function activationOf({ type, message, context }: Layer): string | undefined {
  // A fork gives the loss bottoms for a second stage, which no DetectionOutput of SSD has.
  if (type === 'MultiBoxLoss' && message.count('bottom') > 4) return undefined;
  // In the SSD fork, it takes probabilities.
  if (type === 'InfogainLoss' && context.base === 'ssd') return undefined;
  return activations.get(type);
}

const activations: ReadonlyMap<string, string> = new Map([
  ['SoftmaxWithLoss', 'Softmax'],
  ['InfogainLoss', 'Softmax'],
  ['SigmoidCrossEntropyLoss', 'Sigmoid'],
  ['MultiBoxLoss', 'DetectionOutput'],
]);
