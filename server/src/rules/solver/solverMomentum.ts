import { newField } from '../../edit/newField.ts';
import type { Rule } from '../rule.ts';
import { solverOf, solverType } from './solvers.ts';

/** The solver types that depend on `momentum`, the consequence of a momentum of 0, and the usual value. */
const types: ReadonlyMap<string, readonly [consequence: string, usual: number]> = new Map(
  Object.entries({
    Adam: ['β₁ is 0, so each step follows the current gradient only', 0.9],
    AdaDelta: ['the averages contain only the current gradient', 0.95],
    Nesterov: ['the solver is plain gradient descent', 0.9],
  }),
);

export const solverMomentum: Rule = {
  code: 'solver-momentum',
  severity: 'information',
  doc: {
    what: 'A solver of type Adam, AdaDelta or Nesterov has no `momentum`.',
    why: '`momentum` is β₁ of Adam and the decay of AdaDelta, and Nesterov is based on it. The default is 0, not 0.9 as in other frameworks; training is less stable, and Caffe does not report it.',
    example: `net: "train_val.prototxt"
type: "Adam"
base_lr: 0.001
lr_policy: "fixed"
max_iter: 5000
`,
    fixed: `net: "train_val.prototxt"
type: "Adam"
base_lr: 0.001
lr_policy: "fixed"
max_iter: 5000
momentum: 0.9
`,
    fix: 'Set `momentum`, usually 0.9 (0.95 for AdaDelta). An explicit 0 is not reported.',
  },
  *file(document) {
    const solver = solverOf(document);
    const type = solver && solverType(solver.message);
    const [consequence, usual] = types.get(type ?? '') ?? [];
    if (!solver || usual === undefined || solver.message.has('momentum')) return;
    yield {
      message: `The \`momentum\` of this ${type} solver is 0 by default: ${consequence}.`,
      location: solver.at(solver.message.has('type') ? 'type' : 'solver_type'),
      needsWhole: true,
      fixes: () => [
        { title: `Add \`momentum: ${usual}\``, edits: [solver.add(newField('momentum', usual))] },
      ],
    };
  },
};
