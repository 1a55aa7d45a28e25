import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { image } from '../../support/smallNets.ts';

checkRule('input-shape-unused', [
  { shows: 'a shape without an input', net: `input_shape { dim: 1 }\n${image}`, marks: ['input_shape'] },
  { shows: 'sizes without an input', net: `input_dim: 1\ninput_dim: 3\n${image}`, marks: ['1'] },
  {
    shows: 'more shapes than inputs',
    net: 'input: "a"\ninput_shape { dim: 1 }\ninput_shape { dim: 2 }\n',
    marks: ['input_shape'],
  },
  { shows: 'sizes beside a shape', net: 'input: "a"\ninput_shape { dim: 1 }\ninput_dim: 5\n', marks: ['5'] },
  {
    shows: 'a shape for each input',
    net: 'input: "a"\ninput: "b"\ninput_shape { dim: 1 }\ninput_shape { dim: 2 }\n',
    marks: [],
  },
  {
    shows: 'four sizes for an input',
    net: 'input: "a"\ninput_dim: 1\ninput_dim: 2\ninput_dim: 3\ninput_dim: 4\n',
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'all that is left over goes',
    bad: 'input: "a"\ninput_shape { dim: 1 }\ninput_dim: ⟦5⟧ # old\ninput_dim: 6\n',
    code: 'input-shape-unused',
    fixed: 'input: "a"\ninput_shape { dim: 1 }\n# old\n',
  },
]);
