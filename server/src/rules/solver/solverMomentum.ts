import { draft } from '../../edit/draft.ts';
import { solverTypeOf } from '../../net/solver/solver.ts';
import type { Message } from '../../schema/message.ts';
import type { Rule } from '../rule.ts';
import { solverOf } from './solvers.ts';

/** For what the types that are built on it use `momentum`, what becomes of them without, and its usual value. */
const types: Readonly<Record<string, readonly [consequence: string, usual: number]>> = {
  Adam: ['β₁ is 0, and the steps follow each gradient alone', 0.9],
  AdaDelta: ['nothing is remembered of earlier gradients', 0.95],
  Nesterov: ['it is plain gradient descent', 0.9],
};

/** A solver type that lives of a number which is 0 by default. */
export const solverMomentum: Rule = {
  code: 'solver-momentum',
  severity: 'information',
  doc: {
    what: 'A solver of type Adam, AdaDelta or Nesterov has no `momentum`.',
    why: "`momentum` is Adam's β₁ and the decay of AdaDelta, and the point of Nesterov. Where it is not given it is 0, not 0.9 as in other frameworks; training is less steady then, and nothing says so.",
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
    fix: 'Give `momentum`, 0.9 by habit (0.95 for AdaDelta); a written 0 is taken as meant.',
  },
  *file(document) {
    const solver = solverOf(document);
    const type = solver && typeOf(solver.message);
    const [consequence, usual] = types[type ?? ''] ?? [];
    if (!solver || usual === undefined || solver.message.has('momentum')) return;
    yield {
      message: `The momentum of this ${type} solver is 0, as none is given: ${consequence}.`,
      place: solver.at(solver.message.has('type') ? 'type' : 'solver_type'),
      fixes: () => [{ title: `Add \`momentum: ${usual}\``, edits: [solver.add(draft('momentum', usual))] }],
    };
  },
};

function typeOf(message: Message): string | undefined {
  return message.has('solver_type') ? solverTypeOf(message.text('solver_type')) : message.text('type');
}
