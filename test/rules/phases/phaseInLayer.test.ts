import { checkRule } from '../../support/ruleTable.ts';

checkRule('phase-in-layer', [
  {
    shows: 'a `phase` field',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "d" type: "Dropout" bottom: "x" top: "d" phase: TRAIN }
`,
    marks: ['TRAIN'],
    messages: '`phase` does not exclude the layer from the other phase; use `include { phase: TRAIN }`.',
  },
  {
    shows: 'an `include` rule',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "d" type: "Dropout" bottom: "x" top: "d" include { phase: TRAIN } }
`,
    marks: [],
  },
  {
    shows: 'a net saved by Caffe, with a phase in every layer',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } phase: TEST }
layer { name: "d" type: "Dropout" bottom: "x" top: "d" phase: TEST }
layer { name: "r" type: "ReLU" bottom: "d" top: "d" phase: TEST }
`,
    marks: [],
  },
]);
