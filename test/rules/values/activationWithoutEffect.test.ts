import { checkRule } from '../../support/ruleTable.ts';

checkRule('activation-without-effect', [
  {
    shows: 'a ReLU after a ReLU',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "first" type: "ReLU" bottom: "a" top: "y" }
layer { name: "second" type: "ReLU" bottom: "y" top: "y" }
layer { name: "l" type: "EuclideanLoss" bottom: "y" bottom: "b" top: "l" }
`,
    marks: ['"ReLU"'],
    messages: '`second` has no effect: the output of `first` is never negative. (TRAIN phase only)',
  },
  {
    shows: 'a ReLU after Sigmoid',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "first" type: "Sigmoid" bottom: "a" top: "y" }
layer { name: "second" type: "ReLU" bottom: "y" top: "y" }
layer { name: "l" type: "EuclideanLoss" bottom: "y" bottom: "b" top: "l" }
`,
    marks: ['"ReLU"'],
    messages: '`second` has no effect: the output of `first` is never negative. (TRAIN phase only)',
  },
  {
    shows: 'a ReLU after a leaky ReLU',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "first" type: "ReLU" bottom: "a" top: "y" relu_param { negative_slope: 0.1 } }
layer { name: "second" type: "ReLU" bottom: "y" top: "y" }
layer { name: "l" type: "EuclideanLoss" bottom: "y" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'a net that is not trained',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "first" type: "ReLU" bottom: "a" top: "y" }
layer { name: "second" type: "ReLU" bottom: "y" top: "y" }
`,
    marks: [],
  },
  {
    shows: 'a ReLU after TanH',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "first" type: "TanH" bottom: "a" top: "y" }
layer { name: "second" type: "ReLU" bottom: "y" top: "y" }
layer { name: "l" type: "EuclideanLoss" bottom: "y" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'two ReLUs that read the same blob',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "c" type: "ReLU" bottom: "a" top: "c" }
layer { name: "d" type: "ReLU" bottom: "a" top: "d" }
layer { name: "l" type: "EuclideanLoss" bottom: "c" bottom: "d" top: "l" }
`,
    marks: [],
  },
]);
