import { entryLocation } from '../../net/failure.ts';
import type { Finding, Rule } from '../rule.ts';
import { policyFields, type SolverFile, solverOf } from './solvers.ts';

export const solverNeverReached: Rule = {
  code: 'solver-never-reached',
  severity: 'hint',
  doc: {
    what: 'A step of the learning rate comes only after the last iteration of a solver.',
    why: 'Training ends after `max_iter` iterations. A larger `stepsize` or `stepvalue` has no effect. It is often left over from a longer training.',
    example: `net: "train_val.prototxt"
base_lr: 0.01
lr_policy: "multistep"
gamma: 0.1
stepvalue: 4000
stepvalue: 8000
max_iter: 5000
`,
    fixed: `net: "train_val.prototxt"
base_lr: 0.01
lr_policy: "multistep"
gamma: 0.1
stepvalue: 4000
stepvalue: 8000
max_iter: 10000
`,
    fix: 'Set a larger `max_iter`, or a smaller number of iterations.',
  },
  *file(document) {
    const solver = solverOf(document);
    const last = solver?.message.int('max_iter') ?? 0;
    if (!solver || last <= 0) return;
    const read = policyFields(solver) ?? [];
    const reachesSteps = (field: string) =>
      read.includes(field) && solver.message.text('lr_policy') !== 'sigmoid';
    if (reachesSteps('stepsize')) yield* late(solver, 'stepsize', last, 'the learning rate never changes');
    if (reachesSteps('stepvalue')) yield* late(solver, 'stepvalue', last, 'this step is never reached');
  },
};

function* late(
  { message }: SolverFile,
  field: string,
  last: number,
  consequence: string,
): Generator<Finding> {
  const values = message.ints(field);
  for (const [index, entry] of message.list(field).entries()) {
    const value = values[index] ?? 0;
    if (value <= last || !entry.block) continue;
    yield {
      message: `Training ends after ${last} iterations, before ${value}: ${consequence}.`,
      location: entryLocation(entry, entry.block),
      needsWhole: true,
    };
  }
}
