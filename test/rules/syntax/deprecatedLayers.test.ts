import { checkRule } from '../../support/ruleTable.ts';

checkRule('deprecated-layers', [
  {
    shows: '`layers` with an unknown type, which Caffe rejects',
    net: `layers { name: "x" type: NONE top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layers { name: "y" type: RELU bottom: "x" top: "y" }
`,
    marks: [],
  },
  {
    shows: 'several old `layers`: the first one is marked',
    net: `layers { name: "d" type: DUMMY_DATA top: "d" dummy_data_param { shape { dim: 1 } } }
layers { name: "y" type: RELU bottom: "d" top: "y" }
`,
    marks: ['layers'],
    messages: '`layers` is deprecated syntax; Caffe upgrades the file each time it reads it.',
  },
  {
    shows: 'current syntax',
    net: 'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n',
    marks: [],
  },
  {
    shows: 'a Caffe that has no other syntax',
    net: `# caffe-dialect: deconvnet
layers { name: "d" type: DUMMY_DATA top: "d" dummy_data_param { num: 1 channels: 1 height: 1 width: 1 } }
layers { name: "y" type: RELU bottom: "d" top: "y" }
`,
    marks: [],
  },
]);
