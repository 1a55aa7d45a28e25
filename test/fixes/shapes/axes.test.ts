import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'an axis beyond the last',
    bad: `${input}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { axis: ⟦4⟧ num_output: 3 weight_filler { type: "xavier" } } }
`,
    code: 'ip/axis-range',
    title: 'Remove `axis`',
    fixed: `${input}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'the last axis',
    bad: `${input}layer { name: "y" type: "Softmax" bottom: "x" top: "y" softmax_param { axis: ⟦4⟧ } }
`,
    code: 'softmax/axis-range',
    title: 'Set `axis: 3`',
    fixed: `${input}layer { name: "y" type: "Softmax" bottom: "x" top: "y" softmax_param { axis: 3 } }
`,
  },
  {
    shows: 'an Accuracy that overwrites the scores',
    bad: `layer { name: "x" type: "Input" top: "score" top: "label" input_param { shape { dim: 2 dim: 3 } shape { dim: 2 } } }
layer { name: "accuracy" type: "Accuracy" bottom: "score" bottom: "label" top: "score" }
layer { name: "prob" type: "Softmax" bottom: ⟦"score"⟧ top: "prob" }
`,
    code: 'softmax/axis-range',
    title: 'Rename the top of `accuracy` to `accuracy`',
    fixed: `layer { name: "x" type: "Input" top: "score" top: "label" input_param { shape { dim: 2 dim: 3 } shape { dim: 2 } } }
layer { name: "accuracy" type: "Accuracy" bottom: "score" bottom: "label" top: "accuracy" }
layer { name: "prob" type: "Softmax" bottom: "score" top: "prob" }
`,
  },
]);
