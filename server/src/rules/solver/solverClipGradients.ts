import { removeField } from '../../edit/fields.ts';
import type { Rule } from '../rule.ts';
import { solverOf } from './solvers.ts';

/** Gradients that are cut down to nothing. */
export const solverClipGradients: Rule = {
  code: 'solver-clip-gradients',
  severity: 'warning',
  doc: {
    what: 'A solver has `clip_gradients: 0`, which makes 0 of every gradient.',
    why: 'Gradients whose length exceeds `clip_gradients` are scaled down to that length, and so every gradient is scaled to 0. Nothing is learned but by the weight decay. What switches the clipping off is a negative number, the default.',
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
    fix: 'Take the field out, or give the length that a gradient may have.',
  },
  *file(document) {
    const solver = solverOf(document);
    const [entry] = solver?.message.list('clip_gradients') ?? [];
    const block = entry?.block;
    if (!solver || !block || solver.message.float('clip_gradients') !== 0) return;
    yield {
      message: 'Every gradient is scaled down to the length 0. No clipping at all is a negative number.',
      place: solver.at('clip_gradients'),
      fixes: () => [
        {
          title: 'Remove `clip_gradients`, so that nothing is clipped',
          edits: [removeField(document.text, document.rangeOf({ block, range: entry.field.range }))],
          preferred: true,
        },
      ],
    };
  },
};
