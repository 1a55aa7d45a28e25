import { layerPlace } from '../../net/fault.ts';
import { bypass } from '../helpers/bypass.ts';
import type { Rule } from '../rule.ts';

const readers = ['Softmax', 'SoftmaxWithLoss'];

/** Scores without their negative half. */
export const reluBeforeSoftmax: Rule = {
  code: 'relu-before-softmax',
  severity: 'information',
  doc: {
    what: 'The scores of a softmax go through a ReLU first.',
    why: 'The ReLU makes 0 of every negative score, so that the net cannot say that a class is unlikely, and a class whose score falls below 0 gets no gradient any more. The last layer before a softmax usually has no activation.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 10 } }
layer { name: "relu" type: "ReLU" bottom: "ip" top: "ip" }
layer { name: "prob" type: "Softmax" bottom: "ip" top: "prob" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 10 } }
layer { name: "prob" type: "Softmax" bottom: "ip" top: "prob" }
`,
    fix: 'Take the ReLU out.',
  },
  types: readers,
  *layer(layer, near, document) {
    const relu = near.maker(0)?.layer;
    if (relu?.type !== 'ReLU' || relu.context.params.float('negative_slope') !== 0) return;
    yield {
      message: `\`${relu.name}\` makes 0 of every negative score before \`${layer.name}\` sees it.`,
      place: layerPlace(relu),
      layer: relu.name,
      related: [{ place: layerPlace(layer), message: 'The softmax behind it.' }],
      needsWhole: true,
      fixes: () => [{ title: `Take \`${relu.name}\` out`, edits: bypass(document, relu) }],
    };
  },
};
