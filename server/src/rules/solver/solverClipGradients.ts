import { removeField } from '../../edit/fields.ts';
import type { Rule } from '../rule.ts';
import { solverOf } from './solvers.ts';

export const solverClipGradients: Rule = {
  code: 'solver-clip-gradients',
  severity: 'warning',
  doc: {
    what: 'A solver has `clip_gradients: 0`, which scales every gradient to 0.',
    why: 'Gradients whose norm exceeds `clip_gradients` are scaled down to that norm, so every gradient is scaled to 0. Only the weight decay still changes the weights. A negative number, the default, disables clipping.',
    example: `net: "train_val.prototxt"
base_lr: 0.01
lr_policy: "fixed"
max_iter: 5000
clip_gradients: 0
`,
    fixed: `net: "train_val.prototxt"
base_lr: 0.01
lr_policy: "fixed"
max_iter: 5000
`,
    fix: 'Remove the field, or set the maximum norm of a gradient.',
  },
  *file(document) {
    const solver = solverOf(document);
    const [entry] = solver?.message.list('clip_gradients') ?? [];
    const block = entry?.block;
    if (!solver || !block || solver.message.float('clip_gradients') !== 0) return;
    yield {
      message: '`clip_gradients: 0` scales every gradient to 0. Use a negative number to disable clipping.',
      location: solver.at('clip_gradients'),
      fixes: () => [
        {
          title: 'Remove `clip_gradients`',
          edits: [removeField(document.text, document.rangeOf({ block, range: entry.field.range }))],
          preferred: true,
        },
      ],
    };
  },
};
