import { checkRule } from '../../support/ruleTable.ts';

checkRule('in-place-shared-values', [
  {
    shows: 'a consumer of the bottom after the in-place layer',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "f" type: "Flatten" bottom: "x" top: "f" }
layer { name: "r" type: "ReLU" bottom: "f" top: "f" }
layer { name: "t" type: "TanH" bottom: "x" top: "t" }
`,
    marks: ['"f"'],
    messages: '`r` also overwrites `x`, which shares its memory with `f` and which `t` reads.',
  },
  {
    shows: 'a consumer without weights before the in-place layer',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "t" type: "TanH" bottom: "x" top: "t" }
layer { name: "f" type: "Flatten" bottom: "x" top: "f" }
layer { name: "r" type: "ReLU" bottom: "f" top: "f" }
`,
    marks: [],
  },
  {
    shows: 'a consumer with weights before the in-place layer',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "f" type: "Flatten" bottom: "x" top: "f" }
layer { name: "r" type: "ReLU" bottom: "f" top: "f" }
layer { name: "i2" type: "InnerProduct" bottom: "f" top: "i2" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "i2" top: "l" }
`,
    marks: ['"f"'],
    messages:
      '`r` also overwrites `x`, which shares its memory with `f` and which `ip` reads. (TRAIN phase only)',
  },
  {
    shows: 'no other consumer',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "f" type: "Flatten" bottom: "x" top: "f" }
layer { name: "r" type: "ReLU" bottom: "f" top: "f" }
`,
    marks: [],
  },
  {
    shows: 'a separate top',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "f" type: "Flatten" bottom: "x" top: "f" }
layer { name: "r" type: "ReLU" bottom: "f" top: "r" }
layer { name: "t" type: "TanH" bottom: "x" top: "t" }
`,
    marks: [],
  },
  {
    shows: 'a Power layer, which copies its bottom',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "f" type: "Power" bottom: "x" top: "f" }
layer { name: "r" type: "ReLU" bottom: "f" top: "f" }
layer { name: "t" type: "TanH" bottom: "x" top: "t" }
`,
    marks: [],
  },
]);
