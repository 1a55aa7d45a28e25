import type { BlobGraph } from '../../net/blobGraph.ts';
import type { Layer } from '../../net/net.ts';

/** The roles of layers that decide whether they are deployed. */

/** A layer that brings data into the net, except a layer with a learned blob. */
export function isSource({ inputs, type }: Layer): boolean {
  return inputs.length === 0 && type !== 'Parameter';
}

/** The layers that only training or its monitoring needs: losses, measures, and their consumers. */
export function evaluationLayers(layers: readonly Layer[], graph: BlobGraph): ReadonlySet<Layer> {
  const judges = new Set<Layer>();
  for (const layer of layers) {
    const after = layer.inputs.some((_, index) => judges.has(graph.producer(layer, index)?.layer ?? layer));
    if (after || isLoss(layer) || isMeasure(layer) || isSink(layer)) judges.add(layer);
  }
  return judges;
}

/** A layer that measures how good a prediction is. */
export function isMeasure({ type }: Layer): boolean {
  return /Accuracy|Evaluat|Metric/u.test(type);
}

/** A layer that reads blobs without effect on the net. */
function isSink(layer: Layer): boolean {
  return layer.type === 'Silence' || isWriter(layer);
}

/** A layer that writes blobs to files: its bottoms are outputs of the net. */
export function isWriter({ type }: Layer): boolean {
  return /^(?:HDF5Output|MatWrite|(?:FLO|Float|Img|PFM)Writer)$/u.test(type);
}

/** A layer that computes the targets of anchors or proposals, as in Faster R-CNN. */
export function makesTargets(layer: Layer): boolean {
  return /Target(?:Layer)?$/u.test(kindOf(layer));
}

/** Such a layer that also selects training proposals (its first top) from all proposals (its first bottom). */
export function choosesProposals(layer: Layer): boolean {
  return makesTargets(layer) && kindOf(layer).startsWith('Proposal');
}

/** The type; for a Python layer, its class. */
function kindOf({ type, message }: Layer): string {
  return type === 'Python' ? message.message('python_param').text('layer') : type;
}

/** The maximum number of predicted bottoms of a loss or measure; all if unknown. */
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

/** Whether a layer is a loss by its type, or by its weight. */
export function isLoss({ definition, type, message }: Layer): boolean {
  const weighs = message.floats('loss_weight').some((weight) => weight !== 0);
  return weighs || definition?.loss === true || (definition === undefined && /loss/iu.test(type));
}

/** The type of the layer that computes the prediction of a loss, if it needs a separate layer. */
export function activationOf({ type, message, context }: Layer): string | undefined {
  // With more bottoms, a fork adds a second stage, which SSD's DetectionOutput does not support.
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
