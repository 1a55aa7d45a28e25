import { checkRule } from '../../support/ruleTable.ts';

checkRule('unrequested-stage', [
  {
    shows: 'no stage',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "r" type: "ReLU" bottom: "x" top: "r" include { phase: TEST } }
`,
    marks: [],
  },
  {
    shows: 'a stage of a layer',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "r" type: "ReLU" bottom: "x" top: "r" include { stage: "a" } }
`,
    marks: ['"a"'],
    messages: 'No known solver builds this net for the stage `a`.',
  },
  {
    shows: 'several stages: one finding',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "r" type: "ReLU" bottom: "x" top: "r" exclude { stage: "a" } }
layer { name: "r" type: "ReLU" bottom: "x" top: "r" include { not_stage: "b" } }
`,
    marks: ['"a"'],
    messages: 'No known solver builds this net for the stages `a`, `b`.',
  },
  {
    shows: 'a stage that a comment requests',
    net: `# caffe-state: TEST a
layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "r" type: "ReLU" bottom: "x" top: "r" include { stage: "a" } }
`,
    marks: [],
  },
  {
    shows: 'a stage in the settings',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "r" type: "ReLU" bottom: "x" top: "r" include { stage: "a" } }
`,
    marks: [],
    settings: { stages: ['a'] },
  },
  {
    shows: 'a stage in the `state` of the net',
    net: `state { stage: "a" }
layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "r" type: "ReLU" bottom: "x" top: "r" include { stage: "a" } }
`,
    marks: [],
  },
  {
    shows: 'a stage that only the data layer requires',
    net: `layer { name: "d" type: "HDF5Data" top: "x" include { stage: "a" } hdf5_data_param { source: "s" batch_size: 1 } }
`,
    marks: ['"a"'],
    messages: 'No known solver builds this net for the stage `a`.',
  },
]);
