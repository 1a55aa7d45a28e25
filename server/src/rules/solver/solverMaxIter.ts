import { draft } from '../../edit/draft.ts';
import type { Rule } from '../rule.ts';
import { solverOf } from './solvers.ts';

/** A training of no step. */
export const solverMaxIter: Rule = {
  code: 'solver-max-iter',
  severity: 'hint',
  doc: {
    what: 'A solver has no `max_iter`, so that `caffe train` ends at once.',
    why: 'The number of steps is 0 where it is not given. Only a program that calls the solver step by step does without it.',
    example: `net: "train_val.prototxt"
base_lr: 0.01
lr_policy: "fixed"
`,
    fixed: `net: "train_val.prototxt"
base_lr: 0.01
lr_policy: "fixed"
max_iter: 10000
`,
    fix: 'Give `max_iter`, the number of steps.',
  },
  *file(document) {
    const solver = solverOf(document);
    if (!solver || solver.message.has('max_iter')) return;
    yield {
      message: '`caffe train` would end at once: `max_iter`, the number of steps, is 0 if it is not given.',
      place: solver.at('max_iter'),
      fixes: () => [{ title: 'Add `max_iter: 10000`', edits: [solver.add(draft('max_iter', 10000))] }],
    };
  },
};
