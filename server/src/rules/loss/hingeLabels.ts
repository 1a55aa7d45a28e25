import { layerLocation } from '../../net/failure.ts';
import { isKnown, product } from '../../shape/dim.ts';
import { formatShape, hasRank } from '../../shape/shape.ts';
import type { Rule } from '../rule.ts';

export const hingeLabels: Rule = {
  code: 'hinge-labels',
  severity: 'warning',
  doc: {
    what: 'A HingeLoss layer has several labels for each item, but reads only one.',
    why: 'The layer uses all values of an item as class scores, and reads one label for each item from the beginning of the second bottom. With two labels per item, half of the items get the label of a different item. Caffe compares only the batch sizes.',
    example: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "loss" type: "HingeLoss" bottom: "data" bottom: "label" top: "loss" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "loss" type: "HingeLoss" bottom: "data" bottom: "label" top: "loss" }
`,
    fix: 'Provide one integer label for each item, or use SigmoidCrossEntropyLoss for several binary labels.',
  },
  types: ['HingeLoss'],
  *layer(layer) {
    const [, label] = layer.inputs;
    if (!label || !hasRank(label.shape)) return;
    const each = product(label.shape.slice(1));
    if (!isKnown(each) || each <= 1) return;
    yield {
      message: `\`${label.name}\` is ${formatShape(label.shape)}, ${each} labels for each item, but HingeLoss reads one for each item, from the beginning of the blob.`,
      location: layerLocation(layer, layer.message.list('bottom')[1]),
      layer: layer.name,
      needsWhole: true,
    };
  },
};
