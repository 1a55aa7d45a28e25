import { checkRule } from '../../support/ruleTable.ts';

const solver = (fields: string) => `net: "n"
base_lr: 0.1
max_iter: 9
${fields}
`;

checkRule('solver-field-ignored', [
  {
    shows: 'a broken field in another part of the file',
    net: 'train_state { stage: "a" }\nnet: "n"\nbase_lr: 0.1\nlr_policy: "fixed"\nmax_iter: 9\ntest_compute_loss: true\ntest_state { stage: "a" }\ntest_iter:\n',
    marks: [],
  },
  {
    shows: 'an unknown solver type',
    net: solver('lr_policy: "fixed" type: "Mystery" momentum2: 0.9'),
    marks: [],
  },
  {
    shows: 'fields of other policies',
    net: solver('lr_policy: "fixed" gamma: 0.1 stepsize: 5'),
    marks: ['0.1', '5'],
    messages: ['The policy `fixed` does not use `gamma`.', 'The policy `fixed` does not use `stepsize`.'],
  },
  { shows: 'fields of the policy', net: solver('lr_policy: "step" gamma: 0.1 stepsize: 5'), marks: [] },
  { shows: 'an unknown policy', net: solver('lr_policy: "bogus" gamma: 0.1'), marks: [] },
  {
    shows: 'a field of a different solver type',
    net: solver('lr_policy: "fixed" momentum2: 0.9'),
    marks: ['0.9'],
    messages: 'The solver type `SGD` does not use `momentum2`.',
  },
  {
    shows: 'fields of the solver type',
    net: solver('lr_policy: "fixed" type: "Adam" momentum2: 0.9 delta: 1e-8'),
    marks: [],
  },
  {
    shows: 'a deprecated `solver_type`',
    net: solver('lr_policy: "fixed" solver_type: ADAM momentum2: 0.9'),
    marks: [],
  },
  {
    shows: 'fields of a different type than a deprecated `solver_type`',
    net: solver('lr_policy: "fixed" solver_type: SGD momentum2: 0.9'),
    marks: ['0.9'],
    messages: 'The solver type `SGD` does not use `momentum2`.',
  },
  {
    shows: 'fields that another field turns off',
    net: solver('lr_policy: "fixed" solver_mode: CPU device_id: 1 regularization_type: "L1"'),
    marks: ['1', '"L1"'],
    messages: [
      'With `solver_mode: CPU`, no GPU is used. `device_id` has no effect.',
      'Without `weight_decay`, nothing is regularized. `regularization_type` has no effect.',
    ],
  },
  {
    shows: 'fields of tests without a test net',
    net: solver('lr_policy: "fixed" test_initialization: false test_compute_loss: true'),
    marks: ['false', 'true'],
    messages: ['test_initialization', 'test_compute_loss'].map(
      (field) => `The solver has no test net. \`${field}\` has no effect.`,
    ),
  },
  {
    shows: 'fields that are used',
    net: solver(
      'lr_policy: "fixed" solver_mode: GPU device_id: 1 weight_decay: 0.1 regularization_type: "L1" test_initialization: false test_iter: 1 test_interval: 1',
    ),
    marks: [],
  },
]);
