import { newField } from '../../edit/newField.ts';
import type { Rule } from '../rule.ts';
import { solverOf } from './solvers.ts';

export const solverMaxIter: Rule = {
  code: 'solver-max-iter',
  severity: 'hint',
  doc: {
    what: 'A solver has no `max_iter`, so `caffe train` ends immediately.',
    why: 'The default number of iterations is 0. Only a program that steps the solver itself does not need it.',
    example: `net: "train_val.prototxt"
base_lr: 0.01
lr_policy: "fixed"
`,
    fixed: `net: "train_val.prototxt"
base_lr: 0.01
lr_policy: "fixed"
max_iter: 10000
`,
    fix: 'Set `max_iter`, the number of iterations.',
  },
  *file(document) {
    const solver = solverOf(document);
    if (!solver || solver.message.has('max_iter')) return;
    yield {
      message: '`max_iter` is missing: the number of iterations is 0, so `caffe train` ends immediately.',
      location: solver.at('max_iter'),
      needsWhole: true,
      fixes: () => [{ title: 'Add `max_iter: 10000`', edits: [solver.add(newField('max_iter', 10000))] }],
    };
  },
};
