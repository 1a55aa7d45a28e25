import { newField } from '../../edit/newField.ts';
import type { Rule } from '../rule.ts';
import { solverOf } from './solvers.ts';

export const solverNeverTests: Rule = {
  code: 'solver-never-tests',
  severity: 'information',
  doc: {
    what: 'A solver has a `test_interval` but no `test_iter`, so it never tests.',
    why: 'Caffe builds one test net for each `test_iter`. Without any, it only trains the `net`, and does not report that it ignores `test_interval`.',
    example: `net: "train_val.prototxt"
test_interval: 500
base_lr: 0.01
lr_policy: "fixed"
max_iter: 10000
`,
    fixed: `net: "train_val.prototxt"
test_interval: 500
base_lr: 0.01
lr_policy: "fixed"
max_iter: 10000
test_iter: 100
`,
    fix: 'Set `test_iter`, the number of batches of a test, or remove `test_interval`.',
  },
  *file(document) {
    const solver = solverOf(document);
    if (!solver) return;
    const { message } = solver;
    const generic = message.has('net') || message.has('net_param');
    const named = message.has('test_net') || message.has('test_net_param') || message.has('test_iter');
    if (!generic || named || message.int('test_interval') <= 0) return;
    yield {
      message:
        'The solver never tests: without `test_iter`, the number of batches of a test, Caffe builds no test net.',
      location: solver.at('test_interval'),
      needsWhole: true,
      fixes: () => [{ title: 'Add `test_iter: 100`', edits: [solver.add(newField('test_iter', 100))] }],
    };
  },
};
