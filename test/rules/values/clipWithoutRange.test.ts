import { checkRule } from '../../support/ruleTable.ts';

checkRule('clip-without-range', [
  {
    shows: 'no `clip_param`',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "c" type: "Clip" bottom: "x" top: "c" }
`,
    marks: ['"Clip"'],
    messages: 'The output of `c` is always 0: without `clip_param`, `min` and `max` are both 0.',
  },
  {
    shows: 'a range',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "c" type: "Clip" bottom: "x" top: "c" clip_param { min: 0 max: 1 } }
`,
    marks: [],
  },
  {
    shows: 'a different type',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "c" type: "ReLU" bottom: "x" top: "c" }
`,
    marks: [],
  },
]);
