import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

checkRule('in-place-unsafe', [
  {
    shows: 'a convolution',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "x" convolution_param { num_output: 3 kernel_size: 3 pad: 1 } }
`,
    marks: ['"x"'],
    messages: 'Convolution cannot work in place: it overwrites `x` while reading it.',
  },
  {
    shows: 'a Concat of two blobs',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "j" type: "Concat" bottom: "a" bottom: "b" top: "a" }
`,
    marks: ['"a"'],
    messages: 'Concat cannot work in place: it overwrites `a` while reading it.',
  },
  {
    shows: 'a Concat of one blob',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "j" type: "Concat" bottom: "a" top: "a" }
`,
    marks: [],
  },
  {
    shows: 'an activation',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "r" type: "ReLU" bottom: "x" top: "x" }
`,
    marks: [],
  },
  {
    shows: 'layers that support in-place computation',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "b" type: "BatchNorm" bottom: "x" top: "x" }
layer { name: "s" type: "Scale" bottom: "x" top: "x" }
`,
    marks: [],
  },
  {
    shows: 'a sum',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "s" type: "Eltwise" bottom: "a" bottom: "b" top: "a" }
`,
    marks: ['"a"'],
    messages: 'Eltwise cannot work in place: it overwrites `a` while reading it.',
  },
  {
    shows: 'a product in a net that is not trained',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "p" type: "Eltwise" bottom: "a" bottom: "b" top: "a" eltwise_param { operation: PROD } }
`,
    marks: [],
  },
  {
    shows: 'a sum with a separate top',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "s" type: "Eltwise" bottom: "a" bottom: "b" top: "s" }
`,
    marks: [],
  },
  {
    shows: 'a convolution with a separate top',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 3 kernel_size: 3 pad: 1 } }
`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix renames the top in all phases, up to the next blob of that name',
    bad: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "c" type: "Convolution" bottom: "x" top: ⟦"x"⟧ convolution_param { num_output: 3 kernel_size: 3 pad: 1 } }
layer { name: "r" type: "ReLU" bottom: "x" top: "x" }
layer { name: "p" type: "Pooling" bottom: "x" top: "p" include { phase: TRAIN } pooling_param { kernel_size: 2 stride: 2 } }
layer { name: "q" type: "Sigmoid" bottom: "x" top: "q" include { phase: TEST } }
`,
    code: 'in-place-unsafe',
    fixed: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 3 kernel_size: 3 pad: 1 } }
layer { name: "r" type: "ReLU" bottom: "c" top: "c" }
layer { name: "p" type: "Pooling" bottom: "c" top: "p" include { phase: TRAIN } pooling_param { kernel_size: 2 stride: 2 } }
layer { name: "q" type: "Sigmoid" bottom: "c" top: "q" include { phase: TEST } }
`,
  },
  {
    shows: 'the fix uses an unused blob name',
    bad: `layer { name: "in" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "x" type: "Convolution" bottom: "x" top: ⟦"x"⟧ convolution_param { num_output: 3 kernel_size: 3 pad: 1 } }
`,
    code: 'in-place-unsafe',
    fixed: `layer { name: "in" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "x" type: "Convolution" bottom: "x" top: "x_2" convolution_param { num_output: 3 kernel_size: 3 pad: 1 } }
`,
  },
]);
