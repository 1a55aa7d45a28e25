import { draft } from '../../edit/draft.ts';
import type { Rule } from '../rule.ts';
import { solverOf } from './solvers.ts';

/** Tests that are planned and do not happen. */
export const solverNeverTests: Rule = {
  code: 'solver-never-tests',
  severity: 'information',
  doc: {
    what: 'A solver has a `test_interval` and no `test_iter`, so that it never tests.',
    why: 'Caffe builds as many test nets as there are `test_iter`s. Without any, the net of `net` is only trained, and nothing says that `test_interval` does not count.',
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
    fix: 'Give `test_iter`, the number of batches of one test, or take `test_interval` out.',
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
        'Nothing is ever tested: without a `test_iter`, the batches of one test, Caffe builds no test net.',
      place: solver.at('test_interval'),
      fixes: () => [{ title: 'Add `test_iter: 100`', edits: [solver.add(draft('test_iter', 100))] }],
    };
  },
};
