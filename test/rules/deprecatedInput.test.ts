import { checkRule } from '../support/ruleTable.ts';
import { image } from '../support/smallNets.ts';

checkRule('deprecated-input', [
  {
    shows: 'the first of several inputs',
    net: 'input: "a"\ninput: "b"\ninput_shape { dim: 1 }\ninput_shape { dim: 2 }\n',
    marks: ['"a"'],
  },
  { shows: 'an Input layer', net: image, marks: [] },
]);
