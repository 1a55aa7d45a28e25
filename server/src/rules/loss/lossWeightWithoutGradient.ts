import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import { removeParams } from '../../edit/params.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import type { Rule } from '../rule.ts';

const withoutGradient = [
  'Accuracy',
  'ArgMax',
  'Threshold',
  'Input',
  'Data',
  'ImageData',
  'DummyData',
  'MemoryData',
  'HDF5Data',
  'WindowData',
];

export const lossWeightWithoutGradient: Rule = {
  code: 'loss-weight-without-gradient',
  severity: 'warning',
  doc: {
    what: 'A layer without a gradient has a `loss_weight`.',
    why: 'An accuracy or the index of a maximum has no gradient to minimize. Caffe adds the value to the loss that it displays, and stops in the backward pass if the gradient of the layer is needed.',
    example: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "accuracy" type: "Accuracy" bottom: "data" bottom: "label" top: "accuracy" loss_weight: 1 }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "accuracy" type: "Accuracy" bottom: "data" bottom: "label" top: "accuracy" }
`,
    fix: 'Remove `loss_weight`.',
  },
  types: withoutGradient,
  *layer(layer, _near, document) {
    const weights = layer.message.list('loss_weight');
    const weight = weights.find(({ value }) => value !== 0);
    if (!weight) return;
    yield {
      message: `${layer.type} has no gradient, so the net cannot learn from its \`loss_weight\`.`,
      location: layerLocation(layer, weight),
      layer: layer.name,
      fixes: () => unweighted(layer, document),
    };
  },
};

function unweighted(layer: Layer, { tree }: Document): Fix[] {
  const edits = removeParams(tree, layer, undefined, layer.message.list('loss_weight'));
  return [{ title: 'Remove `loss_weight`', edits, preferred: true }];
}
