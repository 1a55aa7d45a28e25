import { checkRule } from '../../support/ruleTable.ts';

const relu = (more = '', inner = '') =>
  `layers { layer { name: "relu" type: "relu" ${inner}} bottom: "x" top: "y" ${more}}\n`;
const input = 'input: "x" input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8\n';

checkRule('v0-field-lost', [
  {
    shows: 'a rule beside the inner layer',
    net: input + relu('include { phase: TEST } '),
    marks: ['include'],
  },
  {
    shows: 'a layer of today',
    net: `${input}${relu()}layer { name: "z" type: "ReLU" bottom: "x" top: "z" }\n`,
    marks: ['layer'],
  },
  {
    shows: 'an entry without an inner layer',
    net: `${input}${relu()}layers { name: "z" type: RELU bottom: "y" top: "z" }\n`,
    marks: ['name', 'type'],
  },
  { shows: 'a shape', net: `input: "x" input_shape { dim: 1 dim: 3 }\n${relu()}`, marks: ['input_shape'] },
  { shows: 'a net of 2013', net: `name: "n"\nforce_backward: true\n${input}${relu()}`, marks: [] },
  {
    shows: 'a net of 2014',
    net: `${input}layers { name: "z" type: RELU bottom: "x" top: "z" include { phase: TEST } }\n`,
    marks: [],
  },
]);
