import { layerPlace } from '../../net/fault.ts';
import { isKnown, product } from '../../shape/dim.ts';
import { formatShape, hasRank } from '../../shape/shape.ts';
import type { Rule } from '../rule.ts';

/** Labels of which most are not looked at. */
export const hingeLabels: Rule = {
  code: 'hinge-labels',
  severity: 'warning',
  doc: {
    what: 'A HingeLoss has several labels for each item, of which it reads one.',
    why: 'The layer takes all values of an item as scores of classes, and as labels the first numbers of the second bottom, one for each item: with two labels an item, half of the items get the label of another one. Caffe compares only the sizes of the batches.',
    example: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "loss" type: "HingeLoss" bottom: "data" bottom: "label" top: "loss" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "loss" type: "HingeLoss" bottom: "data" bottom: "label" top: "loss" }
`,
    fix: 'Give one whole number for each item, or take SigmoidCrossEntropyLoss for several answers of yes or no.',
  },
  types: ['HingeLoss'],
  *layer(layer) {
    const [, label] = layer.inputs;
    if (!label || !hasRank(label.shape)) return;
    const each = product(label.shape.slice(1));
    if (!isKnown(each) || each <= 1) return;
    yield {
      message: `\`${label.name}\` is ${formatShape(label.shape)}, ${each} labels for each item; HingeLoss reads one for each, from the beginning of the blob.`,
      place: layerPlace(layer, layer.message.list('bottom')[1]),
      layer: layer.name,
      needsWhole: true,
    };
  },
};
