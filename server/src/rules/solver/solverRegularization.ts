import { quoted } from '../../edit/newField.ts';
import { nearest } from '../../schema/nearest.ts';
import type { Rule } from '../rule.ts';
import { solverOf } from './solvers.ts';

const known = ['L1', 'L2'];

export const solverRegularization: Rule = {
  code: 'solver-regularization',
  severity: 'warning',
  doc: {
    what: 'The `regularization_type` of a solver is neither `L1` nor `L2`.',
    why: 'Caffe reads it when it first applies the weight decay, and stops: "Unknown regularization type".',
    example: `net: "train_val.prototxt"
base_lr: 0.01
lr_policy: "fixed"
max_iter: 10000
weight_decay: 0.0005
regularization_type: "l2"
`,
    fixed: `net: "train_val.prototxt"
base_lr: 0.01
lr_policy: "fixed"
max_iter: 10000
weight_decay: 0.0005
regularization_type: "L2"
`,
    fix: 'Set `L1` or `L2`.',
  },
  *file(document) {
    const solver = solverOf(document);
    const type = solver?.message.text('regularization_type') ?? 'L2';
    if (!solver || known.includes(type) || solver.message.float('weight_decay') === 0) return;
    const meant = nearest(type, known);
    const location = solver.at('regularization_type');
    yield {
      message: `Unknown regularization type \`${type}\`: Caffe stops at the first iteration. Use \`L1\` or \`L2\`.`,
      location,
      fixes: () =>
        meant
          ? [
              {
                title: `Change to \`${meant}\``,
                edits: [{ range: document.rangeOf(location), newText: quoted(meant) }],
                preferred: true,
              },
            ]
          : [],
    };
  },
};
