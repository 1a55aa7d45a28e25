import { checkFixes } from '../../support/fixTable.ts';

checkFixes([
  {
    shows: 'the old and the new field',
    bad: `net: "n.prototxt"
base_lr: 0.1
lr_policy: "fixed"
max_iter: 10
type: "Adam"
solver_type: ⟦ADAM⟧
`,
    code: 'solver/type-both',
    title: 'Remove `solver_type`',
    fixed: `net: "n.prototxt"
base_lr: 0.1
lr_policy: "fixed"
max_iter: 10
type: "Adam"
`,
    left: ['solver-momentum'],
  },
  {
    shows: 'a test without an interval',
    bad: `net: "n.prototxt"
base_lr: 0.1
lr_policy: "fixed"
max_iter: 10
test_iter: ⟦10⟧
`,
    code: 'solver/test-interval',
    title: 'Set `test_interval: 1000`',
    fixed: `net: "n.prototxt"
base_lr: 0.1
lr_policy: "fixed"
max_iter: 10
test_iter: 10
test_interval: 1000
`,
  },
  {
    shows: 'two training nets',
    bad: `net: "n.prototxt"
base_lr: 0.1
lr_policy: "fixed"
max_iter: 10
train_net: ⟦"t.prototxt"⟧
`,
    code: 'solver/many-train-nets',
    title: 'Remove `train_net`',
    fixed: `net: "n.prototxt"
base_lr: 0.1
lr_policy: "fixed"
max_iter: 10
`,
  },
  {
    shows: 'momentum with AdaGrad',
    bad: `net: "n.prototxt"
base_lr: 0.1
lr_policy: "fixed"
max_iter: 10
type: "AdaGrad"
momentum: ⟦0.9⟧
`,
    code: 'solver/adagrad-momentum',
    title: 'Remove `momentum`',
    fixed: `net: "n.prototxt"
base_lr: 0.1
lr_policy: "fixed"
max_iter: 10
type: "AdaGrad"
`,
  },
]);
