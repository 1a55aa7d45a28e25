import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField, quoted } from '../../edit/newField.ts';
import { baseOf } from '../../schema/dialect.ts';
import { nearest } from '../../schema/nearest.ts';
import type { Rule } from '../rule.ts';
import { policies, type SolverFile, solverOf } from './solvers.ts';

export const solverLrPolicy: Rule = {
  code: 'solver-lr-policy',
  severity: 'warning',
  doc: {
    what: 'A solver has no `lr_policy`, or an unknown one.',
    why: 'Caffe reads the solver and builds its nets, but stops when it computes the learning rate of the first iteration: "Unknown learning rate policy".',
    example: `net: "train_val.prototxt"
base_lr: 0.01
lr_policy: "steps"
gamma: 0.1
stepsize: 1000
max_iter: 5000
`,
    fixed: `net: "train_val.prototxt"
base_lr: 0.01
lr_policy: "step"
gamma: 0.1
stepsize: 1000
max_iter: 5000
`,
    fix: 'Set one of `fixed`, `step`, `exp`, `inv`, `multistep`, `poly` and `sigmoid`.',
  },
  *file(document) {
    const solver = solverOf(document);
    if (!solver) return;
    const policy = solver.message.text('lr_policy');
    const isSsd = baseOf(document.dialect) === 'ssd';
    const known = Object.keys(policies).filter((name) => name !== 'plateau' || isSsd);
    if (known.includes(policy)) return;
    const given = solver.message.has('lr_policy');
    // Other forks have additional policies.
    if (
      given &&
      (document.dialect.open || document.dialect.forks.some((fork) => fork !== 'bvlc' && fork !== 'ssd'))
    )
      return;
    const names = known.map((name) => `\`${name}\``).join(', ');
    yield {
      message: given
        ? `Unknown learning rate policy \`${policy}\`: Caffe stops at the first iteration. Use one of ${names}.`
        : `\`lr_policy\` is missing: Caffe stops at the first iteration. Use one of ${names}.`,
      location: solver.at('lr_policy'),
      needsWhole: !given,
      fixes: () => (given ? spelled(solver, policy, known, document) : [added(solver)]),
    };
  },
};

function spelled(solver: SolverFile, policy: string, known: readonly string[], document: Document): Fix[] {
  const meant = nearest(policy, known);
  if (!meant) return [];
  const edits = [{ range: document.rangeOf(solver.at('lr_policy')), newText: quoted(meant) }];
  return [{ title: `Change to \`${meant}\``, edits, preferred: true }];
}

function added(solver: SolverFile): Fix {
  return { title: 'Add `lr_policy: "fixed"`', edits: [solver.add(newField('lr_policy', quoted('fixed')))] };
}
