import { checkFixes } from '../../support/fixTable.ts';

const labelled = `layer { name: "x" type: "Input" top: "x" top: "label" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } shape { dim: 2 } } }
`;

checkFixes([
  {
    shows: 'swapped predictions and labels',
    bad: `${labelled}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: ⟦"label"⟧ bottom: "y" top: "loss" }
`,
    code: 'softmaxloss/axis-range',
    title: 'Swap the bottoms',
    fixed: `${labelled}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "y" bottom: "label" top: "loss" }
`,
  },
  {
    shows: '`top_k` above the number of classes',
    bad: `${labelled}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "acc" type: "Accuracy" bottom: "y" bottom: "label" top: "acc" accuracy_param { top_k: ⟦5⟧ } }
`,
    code: 'accuracy/top-k',
    title: 'Set `top_k: 3`',
    fixed: `${labelled}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "acc" type: "Accuracy" bottom: "y" bottom: "label" top: "acc" accuracy_param { top_k: 3 } }
`,
  },
  {
    shows: 'a regression with a different number of values',
    bad: `${labelled}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "EuclideanLoss" bottom: "y" bottom: ⟦"label"⟧ top: "loss" }
`,
    code: 'euclidean/dim',
    title: 'Set `num_output: 1` in `y`',
    fixed: `${labelled}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 1 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "EuclideanLoss" bottom: "y" bottom: "label" top: "loss" }
`,
  },
  {
    shows: 'scores with an Accuracy use a classification loss',
    bad: `layer { name: "x" type: "Input" top: "x" top: "label" input_param { shape { dim: 4 dim: 3 } shape { dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 10 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "EuclideanLoss" bottom: "ip" bottom: ⟦"label"⟧ top: "loss" }
layer { name: "accuracy" type: "Accuracy" bottom: "ip" bottom: "label" top: "accuracy" }
`,
    code: 'euclidean/dim',
    fixed: `layer { name: "x" type: "Input" top: "x" top: "label" input_param { shape { dim: 4 dim: 3 } shape { dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 10 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" }
layer { name: "accuracy" type: "Accuracy" bottom: "ip" bottom: "label" top: "accuracy" }
`,
  },
  {
    shows: 'without an Accuracy, the labels may be numbers',
    bad: `layer { name: "x" type: "Input" top: "x" top: "label" input_param { shape { dim: 4 dim: 3 } shape { dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 10 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "EuclideanLoss" bottom: "ip" bottom: ⟦"label"⟧ top: "loss" }
`,
    code: 'euclidean/dim',
    fixed: `layer { name: "x" type: "Input" top: "x" top: "label" input_param { shape { dim: 4 dim: 3 } shape { dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 1 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "EuclideanLoss" bottom: "ip" bottom: "label" top: "loss" }
`,
  },
]);
