import { checkRule } from '../../support/ruleTable.ts';

checkRule('input-without-shape', [
  {
    shows: 'an Input layer without a shape',
    net: 'layer { name: "x" type: "Input" top: "x" }\n',
    marks: ['"Input"'],
    messages: '`x` has no `shape`, so its tops are empty.',
  },
  {
    shows: 'a net-level input without a shape',
    net: 'input: "x"\n',
    marks: ['"x"'],
    messages:
      'Without `input_shape` or `input_dim`, Caffe drops the net-level `input`, and no layer can read it.',
  },
  {
    shows: 'an Input layer with a shape',
    net: 'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n',
    marks: [],
  },
  {
    shows: 'a net-level input with a shape',
    net: `input: "x"
input_shape { dim: 1 }
`,
    marks: [],
  },
  {
    shows: 'a shape in a comment',
    net: `# shape: x 1x3
layer { name: "x" type: "Input" top: "x" }
`,
    marks: [],
  },
]);
