import { checkRule } from '../../support/ruleTable.ts';

checkRule('losses-weigh-zero', [
  {
    shows: 'the only loss',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "l" type: "EuclideanLoss" bottom: "a" bottom: "b" top: "l" loss_weight: 0 }
`,
    marks: ['0'],
    messages: 'Every loss of the net has the weight 0, so the net does not learn. (TRAIN phase only)',
  },
  {
    shows: 'one of two losses',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "l" type: "EuclideanLoss" bottom: "a" bottom: "b" top: "l" loss_weight: 0 }
layer { name: "m" type: "EuclideanLoss" bottom: "a" bottom: "b" top: "m" }
`,
    marks: [],
  },
  {
    shows: 'a Reduction with a weight',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "l" type: "EuclideanLoss" bottom: "a" bottom: "b" top: "l" loss_weight: 0 }
layer { name: "r" type: "Reduction" bottom: "a" top: "r" loss_weight: 1 }
`,
    marks: [],
  },
  {
    shows: 'a loss of the TEST phase',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "l" type: "EuclideanLoss" bottom: "a" bottom: "b" top: "l" loss_weight: 0 include { phase: TEST } }
`,
    marks: [],
  },
  {
    shows: 'no loss',
    net: 'layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }\n',
    marks: [],
  },
]);
