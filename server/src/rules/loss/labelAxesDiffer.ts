import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import { isKnown } from '../../shape/dim.ts';
import { type Dims, formatShape, hasRank } from '../../shape/shape.ts';
import { isBvlcLayer } from '../helpers/bvlcLayer.ts';
import type { Rule } from '../rule.ts';

/** Layers with one label per position, and the message with their class axis. */
const ofClasses: Readonly<Record<string, string>> = {
  SoftmaxWithLoss: 'softmax_param',
  Accuracy: 'accuracy_param',
};
const ofValues = new Set(['EuclideanLoss', 'SigmoidCrossEntropyLoss']);

export const labelAxesDiffer: Rule = {
  code: 'label-axes-differ',
  severity: 'warning',
  doc: {
    what: 'A loss or Accuracy layer compares blobs with the same axis lengths in a different order.',
    why: 'Caffe compares the number of predictions with the number of labels, not their shapes, and then compares the values in memory order. If height and width are swapped, every prediction is compared with the label of a different position, without any message.',
    example: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 3 dim: 4 dim: 6 } shape { dim: 8 dim: 1 dim: 6 dim: 4 } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "data" bottom: "label" top: "loss" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 3 dim: 4 dim: 6 } shape { dim: 8 dim: 1 dim: 4 dim: 6 } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "data" bottom: "label" top: "loss" }
`,
    fix: 'Use the same axis order for labels and predictions.',
  },
  types: [...Object.keys(ofClasses), ...ofValues],
  *layer(layer) {
    const [predictions, labels] = [expected(layer), shapeOf(layer, 1)];
    const places = predictions && arrangement(predictions);
    if (!places || !labels || !isOtherOrder(places, arrangement(labels))) return;
    const [what, name] = layer.inputs.map((input) => input.name);
    yield {
      message: `\`${name}\` is ${formatShape(labels)}, but \`${what}\` needs one label for each of ${formatShape(places)} positions: predictions are compared with labels of different positions.`,
      location: layerLocation(layer, layer.message.list('bottom')[1]),
      layer: layer.name,
      needsWhole: true,
    };
  },
};

/** The shape that the labels should have: that of the predictions, without the class axis. */
function expected(layer: Layer): Dims | undefined {
  const shape = isBvlcLayer(layer) ? shapeOf(layer, 0) : undefined;
  const param = ofClasses[layer.type];
  if (!shape || ofValues.has(layer.type)) return shape;
  return param === undefined ? undefined : shape.toSpliced(layer.message.message(param).int('axis'), 1);
}

function shapeOf({ inputs }: Layer, index: number): Dims | undefined {
  const shape = inputs[index]?.shape;
  return shape && hasRank(shape) ? shape : undefined;
}

/** The axis lengths other than 1. */
function arrangement(shape: Dims): Dims {
  return shape.filter((dim) => dim !== 1);
}

/** Whether two shapes have the same lengths in a different order. */
function isOtherOrder(one: Dims, other: Dims): boolean {
  if (!one.every(isKnown) || !other.every(isKnown) || one.length !== other.length) return false;
  const [left, right] = [one, other].map((dims) => dims.toSorted((a, b) => Number(a) - Number(b)).join());
  return left === right && one.join() !== other.join();
}
