import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;
const labelled = `layer { name: "x" type: "Input" top: "x" top: "label" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } shape { dim: 2 } } }
`;

checkFixes([
  {
    shows: 'missing `propagate_down` of other bottoms',
    bad: `${labelled}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "y" bottom: "label" top: "loss" propagate_down: ⟦true⟧ }
`,
    code: 'net/propagate-down-count',
    title: 'Add `propagate_down: true` for the others',
    fixed: `${labelled}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "y" bottom: "label" top: "loss" propagate_down: true propagate_down: true }
`,
    left: ['gradient-to-label'],
  },
  {
    shows: '`include` and `exclude`',
    bad: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" include { phase: TRAIN } ⟦exclude⟧ { stage: "a" } }
`,
    code: 'net/include-and-exclude',
    title: 'Remove `include`',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" exclude { stage: "a" } }
`,
  },
]);
