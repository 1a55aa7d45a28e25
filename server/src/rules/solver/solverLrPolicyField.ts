import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField } from '../../edit/newField.ts';
import { entryLocation } from '../../net/failure.ts';
import type { Message } from '../../schema/message.ts';
import type { Finding, Rule } from '../rule.ts';
import { policyFields, type SolverFile, solverOf } from './solvers.ts';

export const solverLrPolicyField: Rule = {
  code: 'solver-lr-policy-field',
  severity: 'warning',
  doc: {
    what: 'A field that the `lr_policy` of a solver requires is missing or has an invalid value.',
    why: 'A missing number defaults to 0. With `gamma` 0, the learning rate is 0 after the first step of the policy; with `step` or `sigmoid` and no `stepsize`, Caffe stops at the first iteration; with `multistep` and no `stepvalue`, the rate never changes, and if the values do not increase, it changes at the wrong time; with `poly` or `inv` and `power` 0, the rate is constant. With a `base_lr` of 0, the net does not learn at all.',
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
    fix: 'Set the fields of the policy: `gamma` and `stepsize` for `step`, `gamma` and `stepvalue` for `multistep`, `gamma` for `exp`, `gamma` and `power` for `inv`, `power` for `poly`, `gamma` and `stepsize` for `sigmoid`, `gamma` and `plateau_winsize` for `plateau`.',
  },
  *file(document) {
    const solver = solverOf(document);
    const fields = solver && policyFields(solver);
    if (!solver || !fields) return;
    for (const field of fields) yield* missing(solver, document, field);
    yield* rate(solver);
    if (fields.includes('gamma')) yield* negativeGamma(solver);
    if (fields.includes('stepvalue')) yield* unsorted(solver);
  },
};

/** The consequence if a field is missing, and its usual value. */
const consequences: Readonly<Record<string, readonly [string, ((message: Message) => number)?]>> = {
  gamma: ['the learning rate is 0 after the first step', () => 0.1],
  power: ['the learning rate never changes'],
  stepsize: ['Caffe stops at the first iteration', thirdOfTraining],
  stepvalue: ['the learning rate never changes'],
  plateau_winsize: ['the learning rate never changes'],
};

/** About a third of the iterations, as one digit with zeros. */
function thirdOfTraining(message: Message): number {
  const iterations = message.int('max_iter') > 0 ? message.int('max_iter') : 3000;
  return Math.max(1, Number(Math.floor(iterations / 3).toPrecision(1)));
}

function* missing(solver: SolverFile, document: Document, field: string): Generator<Finding> {
  const { message } = solver;
  const [consequence, usualIn] = consequences[field] ?? [''];
  if (message.has(field) && (field !== 'stepsize' || message.int(field) > 0)) return;
  const policy = message.text('lr_policy');
  yield {
    message: message.has(field)
      ? `\`${field}\` must be 1 or more; otherwise ${consequence}.`
      : `The policy \`${policy}\` requires \`${field}\`; without it, ${said(policy, field, consequence)}.`,
    location: message.has(field) ? solver.at(field) : solver.at('lr_policy'),
    needsWhole: true,
    fixes: () => (usualIn ? [written(solver, document, field, usualIn(message))] : []),
  };
}

/** Adds a field, or replaces its value. */
function written(solver: SolverFile, document: Document, field: string, value: number): Fix {
  if (!solver.message.has(field))
    return { title: `Add \`${field}: ${value}\``, edits: [solver.add(newField(field, value))] };
  const edit = { range: document.rangeOf(solver.at(field)), newText: String(value) };
  return { title: `Set \`${field}: ${value}\``, edits: [edit] };
}

/** A `gamma` of 0 gives a rate of 0 only in policies that multiply by its power. */
function said(policy: string, field: string, consequence: string): string {
  if (field !== 'gamma' || ['step', 'multistep', 'exp', 'plateau'].includes(policy)) return consequence;
  return 'the learning rate never changes';
}

function* rate(solver: SolverFile): Generator<Finding> {
  if (solver.message.float('base_lr') !== 0) return;
  const needsWhole = !solver.message.has('base_lr');
  yield { message: 'The learning rate is 0; set `base_lr`.', location: solver.at('base_lr'), needsWhole };
}

function* negativeGamma(solver: SolverFile): Generator<Finding> {
  if (!(solver.message.float('gamma') < 0)) return;
  yield {
    message: '`gamma` must not be negative; otherwise Caffe stops at the first iteration.',
    location: solver.at('gamma'),
  };
}

/** Caffe compares the iteration with the next value only, so a smaller value that follows applies too late. */
function* unsorted(solver: SolverFile): Generator<Finding> {
  const values = solver.message.ints('stepvalue');
  const index = values.findIndex((value, at) => at > 0 && value <= (values[at - 1] ?? 0));
  const entry = solver.message.list('stepvalue')[index];
  if (!entry?.block) return;
  yield {
    message: `\`stepvalue\` must increase: Caffe applies ${values[index]} only after ${values[index - 1]}.`,
    location: entryLocation(entry, entry.block),
  };
}
