import { checkRule } from '../../support/ruleTable.ts';

const solver = (fields: string) => `net: "n"
base_lr: 0.1
lr_policy: "fixed"
max_iter: 9
${fields}
`;

checkRule('solver-regularization', [
  {
    shows: 'an unknown type',
    net: solver('weight_decay: 0.1 regularization_type: "L3"'),
    marks: ['"L3"'],
    messages: 'Unknown regularization type `L3`: Caffe stops at the first iteration. Use `L1` or `L2`.',
  },
  { shows: 'a known type', net: solver('weight_decay: 0.1 regularization_type: "L1"'), marks: [] },
  { shows: 'an unknown type without weight decay', net: solver('regularization_type: "L3"'), marks: [] },
  { shows: 'the default type', net: solver('weight_decay: 0.1'), marks: [] },
]);
