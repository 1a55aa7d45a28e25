import { checkRule } from '../../support/ruleTable.ts';

checkRule('ignore-label-differs', [
  {
    shows: 'a label outside the range of classes',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" top: "other" input_param { shape { dim: 2 dim: 5 dim: 4 dim: 4 } shape { dim: 2 dim: 4 dim: 4 } shape { dim: 2 dim: 4 dim: 4 } } }
layer { name: "l" type: "SoftmaxWithLoss" bottom: "x" bottom: "label" top: "l" loss_param { ignore_label: 255 } }
layer { name: "a" type: "Accuracy" bottom: "x" bottom: "label" top: "a" }
`,
    marks: ['"Accuracy"'],
    messages: '`l` ignores the label 255, but `a` reads the score of that class, which does not exist.',
  },
  {
    shows: 'a label of a class',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" top: "other" input_param { shape { dim: 2 dim: 5 dim: 4 dim: 4 } shape { dim: 2 dim: 4 dim: 4 } shape { dim: 2 dim: 4 dim: 4 } } }
layer { name: "l" type: "SoftmaxWithLoss" bottom: "x" bottom: "label" top: "l" loss_param { ignore_label: 0 } }
layer { name: "a" type: "Accuracy" bottom: "x" bottom: "label" top: "a" }
`,
    marks: ['"Accuracy"'],
    messages: '`l` ignores the label 0, but `a` counts it.',
  },
  {
    shows: 'both ignore the label',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" top: "other" input_param { shape { dim: 2 dim: 5 dim: 4 dim: 4 } shape { dim: 2 dim: 4 dim: 4 } shape { dim: 2 dim: 4 dim: 4 } } }
layer { name: "l" type: "SoftmaxWithLoss" bottom: "x" bottom: "label" top: "l" loss_param { ignore_label: 255 } }
layer { name: "a" type: "Accuracy" bottom: "x" bottom: "label" top: "a" accuracy_param { ignore_label: 255 } }
`,
    marks: [],
  },
  {
    shows: 'neither ignores a label',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" top: "other" input_param { shape { dim: 2 dim: 5 dim: 4 dim: 4 } shape { dim: 2 dim: 4 dim: 4 } shape { dim: 2 dim: 4 dim: 4 } } }
layer { name: "l" type: "SoftmaxWithLoss" bottom: "x" bottom: "label" top: "l" }
layer { name: "a" type: "Accuracy" bottom: "x" bottom: "label" top: "a" }
`,
    marks: [],
  },
  {
    shows: 'different labels',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" top: "other" input_param { shape { dim: 2 dim: 5 dim: 4 dim: 4 } shape { dim: 2 dim: 4 dim: 4 } shape { dim: 2 dim: 4 dim: 4 } } }
layer { name: "l" type: "SoftmaxWithLoss" bottom: "x" bottom: "label" top: "l" loss_param { ignore_label: 255 } }
layer { name: "a" type: "Accuracy" bottom: "x" bottom: "other" top: "a" }
`,
    marks: [],
  },
  {
    shows: 'an Accuracy layer of the TEST phase, before the loss',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" top: "other" input_param { shape { dim: 2 dim: 5 dim: 4 dim: 4 } shape { dim: 2 dim: 4 dim: 4 } shape { dim: 2 dim: 4 dim: 4 } } }
layer { name: "a" type: "Accuracy" bottom: "x" bottom: "label" top: "a" include { phase: TEST } }
layer { name: "l" type: "SoftmaxWithLoss" bottom: "x" bottom: "label" top: "l" loss_param { ignore_label: 255 } }
`,
    marks: ['"Accuracy"'],
    messages:
      '`l` ignores the label 255, but `a` reads the score of that class, which does not exist. (TEST phase only)',
  },
]);
