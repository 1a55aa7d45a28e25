import { draft } from '../../edit/draft.ts';
import { entryPlace } from '../../net/fault.ts';
import type { Finding, Rule } from '../rule.ts';
import { policyFields, type SolverFile, solverOf } from './solvers.ts';

/** A policy that lacks its numbers. */
export const solverLrPolicyField: Rule = {
  code: 'solver-lr-policy-field',
  severity: 'warning',
  doc: {
    what: 'The `lr_policy` of a solver needs a field that is missing, or has a value that it cannot work with.',
    why: 'A missing number counts as 0. With `gamma` 0 the learning rate is 0 after the first step; `step` and `sigmoid` without a `stepsize` stop Caffe at the first step; `multistep` without a `stepvalue` never steps, and steps at the wrong time where the values do not rise; `poly` and `inv` with `power` 0 keep the rate as it is. A `base_lr` of 0 learns nothing at all.',
    example: `net: "train_val.prototxt"
base_lr: 0.01
lr_policy: "step"
stepsize: 1000
max_iter: 5000
`,
    fixed: `net: "train_val.prototxt"
base_lr: 0.01
lr_policy: "step"
stepsize: 1000
max_iter: 5000
gamma: 0.1
`,
    fix: 'Give the fields of the policy: `gamma` and `stepsize` for `step`, `gamma` and `stepvalue` for `multistep`, `gamma` for `exp`, `gamma` and `power` for `inv`, `power` for `poly`, `gamma` and `stepsize` for `sigmoid`.',
  },
  *file(document) {
    const solver = solverOf(document);
    const fields = solver && policyFields(solver);
    if (!solver || !fields) return;
    for (const field of fields) yield* missing(solver, field);
    yield* rate(solver);
    if (fields.includes('gamma')) yield* negativeGamma(solver);
    if (fields.includes('stepvalue')) yield* unsorted(solver);
  },
};

/** What happens without each, and the value that most solvers have. */
const consequences: Readonly<Record<string, readonly [string, number | undefined]>> = {
  gamma: ['the learning rate would be 0 after the first step', 0.1],
  power: ['the learning rate would stay as it is', undefined],
  stepsize: ['Caffe stops at the first step', undefined],
  stepvalue: ['the learning rate would never change', undefined],
};

function* missing(solver: SolverFile, field: string): Generator<Finding> {
  const { message } = solver;
  const [consequence, usual] = consequences[field] ?? ['', undefined];
  if (message.has(field) && (field !== 'stepsize' || message.int(field) > 0)) return;
  const policy = message.text('lr_policy');
  yield {
    message: message.has(field)
      ? `\`${field}\` must be 1 or more: ${consequence}.`
      : `The policy \`${policy}\` needs \`${field}\`: without it ${said(policy, field, consequence)}.`,
    place: message.has(field) ? solver.at(field) : solver.at('lr_policy'),
    fixes: () =>
      usual === undefined || message.has(field)
        ? []
        : [{ title: `Add \`${field}: ${usual}\``, edits: [solver.add(draft(field, usual))] }],
  };
}

/** Only where it multiplies does a `gamma` of 0 make 0. */
function said(policy: string, field: string, consequence: string): string {
  if (field !== 'gamma' || policy === 'step' || policy === 'multistep' || policy === 'exp')
    return consequence;
  return 'the learning rate would never change';
}

function* rate(solver: SolverFile): Generator<Finding> {
  if (solver.message.float('base_lr') !== 0) return;
  yield { message: 'The learning rate is 0: give `base_lr`.', place: solver.at('base_lr') };
}

function* negativeGamma(solver: SolverFile): Generator<Finding> {
  if (!(solver.message.float('gamma') < 0)) return;
  yield {
    message: '`gamma` must not be negative: Caffe stops at the first step.',
    place: solver.at('gamma'),
  };
}

/** Caffe compares the iteration with one value after the other and waits for each. */
function* unsorted(solver: SolverFile): Generator<Finding> {
  const values = solver.message.ints('stepvalue');
  const index = values.findIndex((value, at) => at > 0 && value <= (values[at - 1] ?? 0));
  const entry = solver.message.list('stepvalue')[index];
  if (!entry?.block) return;
  yield {
    message: `\`stepvalue\` must rise: Caffe comes to ${values[index]} only after ${values[index - 1]}.`,
    place: entryPlace(entry, entry.block),
  };
}
