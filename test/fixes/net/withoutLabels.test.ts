import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 3 } } }
`;

checkFixes([
  {
    shows: 'a loss in a deployment net',
    bad: `${input}layer {
  name: "loss"
  type: "SoftmaxWithLoss"
  bottom: "x"
  bottom: ⟦"label"⟧
  top: "loss"
}
`,
    code: 'net/unknown-bottom',
    title: 'Change `loss` to a Softmax, which needs no labels',
    fixed: `${input}layer {
  name: "loss"
  type: "Softmax"
  bottom: "x"
  top: "loss"
}
`,
  },
  {
    shows: 'a loss without its label',
    bad: `${input}layer { name: "loss" type: "SigmoidCrossEntropyLoss" bottom: ⟦"x"⟧ top: "loss" }
`,
    code: 'net/exact-bottoms',
    title: 'Change `loss` to a Sigmoid, which needs no labels',
    fixed: `${input}layer { name: "loss" type: "Sigmoid" bottom: "x" top: "loss" }
`,
  },
  {
    shows: 'an Accuracy in a deployment net',
    bad: `${input}layer { name: "prob" type: "Softmax" bottom: "x" top: "prob" }
layer { name: "accuracy" type: "Accuracy" bottom: "prob" bottom: ⟦"label"⟧ top: "accuracy" }
`,
    code: 'net/unknown-bottom',
    title: 'Remove the layer `accuracy`',
    fixed: `${input}layer { name: "prob" type: "Softmax" bottom: "x" top: "prob" }
`,
  },
]);
