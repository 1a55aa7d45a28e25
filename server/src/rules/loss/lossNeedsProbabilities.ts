import type { Document } from '../../document/document.ts';
import { valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { quoted } from '../../edit/newField.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import type { Rule } from '../rule.ts';

const scores = new Set(['InnerProduct', 'Convolution', 'Deconvolution', 'Eltwise']);

export const lossNeedsProbabilities: Rule = {
  code: 'loss-needs-probabilities',
  severity: 'warning',
  doc: {
    what: 'A MultinomialLogisticLoss layer reads scores instead of probabilities.',
    why: 'The layer computes the logarithm of its input, clipped at a small positive number. Scores are not probabilities: negative scores give a constant loss without a gradient, scores above 1 a negative loss. `SoftmaxWithLoss` converts scores to probabilities first, and is numerically more stable than a Softmax layer before this one.',
    example: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer {
  name: "score" type: "InnerProduct" bottom: "data" top: "score"
  inner_product_param { num_output: 10 weight_filler { type: "xavier" } }
}
layer { name: "loss" type: "MultinomialLogisticLoss" bottom: "score" bottom: "label" top: "loss" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer {
  name: "score" type: "InnerProduct" bottom: "data" top: "score"
  inner_product_param { num_output: 10 weight_filler { type: "xavier" } }
}
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "score" bottom: "label" top: "loss" }
`,
    fix: 'Use SoftmaxWithLoss.',
  },
  types: ['MultinomialLogisticLoss'],
  *layer(layer, near, document) {
    const producer = near.producer(0)?.layer;
    if (!producer || !scores.has(producer.type)) return;
    yield {
      message: `${layer.type} expects probabilities, but \`${producer.name}\` computes scores. Use SoftmaxWithLoss for scores.`,
      location: layerLocation(layer),
      layer: layer.name,
      needsWhole: true,
      fixes: () => withSoftmax(layer, document),
    };
  },
};

function withSoftmax(layer: Layer, { text, tree }: Document): Fix[] {
  const [type] = layer.message.list('type');
  if (!type || !/^["']/u.test(text.slice(valueRange(tree, layer, type).start))) return [];
  const edits = [{ range: valueRange(tree, layer, type), newText: quoted('SoftmaxWithLoss') }];
  return [{ title: 'Use SoftmaxWithLoss', edits, preferred: true }];
}
