import { checkRule } from '../../support/ruleTable.ts';

const reshape = (
  param: string,
) => `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "r" type: "Reshape" bottom: "a" top: "r" reshape_param { ${param} } }
`;

checkRule('reshape-batch-written', [
  {
    shows: 'the batch size as a number',
    net: reshape('shape { dim: 8 dim: 2 dim: 2 }'),
    marks: ['8'],
    messages:
      'The batch size 8 is fixed here, so Caffe stops at any other batch size. Use `dim: 0` to copy it from the bottom.',
  },
  { shows: '`dim: 0`', net: reshape('shape { dim: 0 dim: 2 dim: 2 }'), marks: [] },
  { shows: '`dim: -1`', net: reshape('shape { dim: -1 dim: 4 }'), marks: [] },
  { shows: 'a length other than the batch size', net: reshape('shape { dim: 4 dim: 8 }'), marks: [] },
  { shows: 'an axis other than the batch', net: reshape('axis: 1 shape { dim: 2 dim: 2 }'), marks: [] },
  {
    shows: 'a batch size of 1',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 1 dim: 4 } } }
layer { name: "r" type: "Reshape" bottom: "a" top: "r" reshape_param { shape { dim: 1 dim: 4 dim: 1 } } }
`,
    marks: [],
  },
]);
