import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

const accuracy = (
  weight: string,
) => `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "a" type: "Accuracy" bottom: "x" bottom: "label" top: "a" ${weight}}
`;

checkRule('loss-weight-without-gradient', [
  {
    shows: 'an Accuracy layer with a weight',
    net: accuracy('loss_weight: 1 '),
    marks: ['1'],
    messages: 'Accuracy has no gradient, so the net cannot learn from its `loss_weight`.',
  },
  { shows: 'an Accuracy layer with the weight 0', net: accuracy('loss_weight: 0 '), marks: [] },
  { shows: 'no weight', net: accuracy(''), marks: [] },
  {
    shows: 'a Reduction as a loss',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "r" type: "Reduction" bottom: "x" top: "r" loss_weight: 1 }
`,
    marks: [],
  },
]);

const perClass = (
  weights: string,
) => `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "a" type: "Accuracy" bottom: "x" bottom: "label" top: "a" top: "b" ${weights}}
`;

checkFixes([
  {
    shows: 'the fix removes two weights on one line',
    bad: perClass('loss_weight: ⟦1⟧ loss_weight: 1 '),
    code: 'loss-weight-without-gradient',
    title: 'Remove `loss_weight`',
    fixed: perClass(''),
  },
]);
