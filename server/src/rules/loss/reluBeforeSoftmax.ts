import { spliceOut } from '../../edit/spliceOut.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Rule } from '../rule.ts';

const consumers = ['Softmax', 'SoftmaxWithLoss'];

export const reluBeforeSoftmax: Rule = {
  code: 'relu-before-softmax',
  severity: 'information',
  doc: {
    what: 'A softmax reads the output of a ReLU layer.',
    why: 'The ReLU sets every negative score to 0, so the net cannot express that a class is unlikely, and a class whose score falls below 0 no longer gets a gradient. The last layer before a softmax usually has no activation.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 10 } }
layer { name: "relu" type: "ReLU" bottom: "ip" top: "ip" }
layer { name: "prob" type: "Softmax" bottom: "ip" top: "prob" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 10 } }
layer { name: "prob" type: "Softmax" bottom: "ip" top: "prob" }
`,
    fix: 'Remove the ReLU.',
  },
  types: consumers,
  *layer(layer, near, document) {
    const relu = near.producer(0)?.layer;
    if (relu?.type !== 'ReLU' || relu.context.params.float('negative_slope') !== 0) return;
    yield {
      message: `\`${relu.name}\` sets every negative score to 0 before \`${layer.name}\` reads it.`,
      location: layerLocation(relu),
      layer: relu.name,
      related: [{ location: layerLocation(layer), message: 'The softmax.' }],
      needsWhole: true,
      fixes: () => [{ title: `Remove \`${relu.name}\``, edits: spliceOut(document, relu) }],
    };
  },
};
