import type { Document } from '../../document/document.ts';
import { removeField } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { entryLocation } from '../../net/failure.ts';
import type { Message } from '../../schema/message.ts';
import { floatText } from '../../shape/floatText.ts';
import type { Finding, Rule } from '../rule.ts';
import { policyFields, type SolverFile, solverOf, solverType } from './solvers.ts';

/** A field of a solver whose formula needs a number of a range, which Caffe does not check. */
interface Limit {
  readonly field: string;
  /** The range in words. */
  readonly range: string;
  readonly has: (value: number) => boolean;
  readonly consequence: string;
  /** A value to write; without one, the field is removed, because its default is valid. */
  readonly usual?: string;
  /** Whether the solver reads the field; true by default. */
  readonly isRead?: (solver: SolverFile) => boolean;
}

const isFraction = (value: number) => value >= 0 && value < 1;
const hasType =
  (...types: readonly string[]) =>
  ({ message }: SolverFile) =>
    types.includes(solverType(message));

const limits: readonly Limit[] = [
  {
    field: 'iter_size',
    range: 'at least 1',
    has: (value) => value >= 1,
    consequence: 'an iteration has no pass, and Caffe divides the gradients by it',
  },
  {
    field: 'test_iter',
    range: 'at least 1',
    has: (value) => value >= 1,
    consequence: 'a test has no batch, and its averages are not numbers',
    usual: '100',
  },
  {
    field: 'base_lr',
    range: 'positive',
    // `solver-lr-policy-field` reports 0.
    has: (value) => value >= 0,
    consequence: 'training increases the loss',
  },
  {
    field: 'weight_decay',
    range: 'at least 0',
    has: (value) => value >= 0,
    consequence: 'the decay increases the weights',
  },
  {
    field: 'momentum',
    range: 'at least 0 and less than 1',
    has: isFraction,
    consequence: 'the updates do not decay',
    usual: '0.9',
    isRead: hasType('SGD', 'Nesterov', 'AdaDelta', 'Adam'),
  },
  {
    field: 'momentum2',
    range: 'at least 0 and less than 1',
    has: isFraction,
    consequence: 'the correction of the second moment is not a number or 0',
    isRead: hasType('Adam'),
  },
  {
    field: 'delta',
    range: 'positive',
    has: (value) => value > 0,
    consequence: 'a gradient of 0 is divided by 0, or never changes a weight',
    isRead: hasType('AdaGrad', 'RMSProp', 'AdaDelta', 'Adam'),
  },
  {
    field: 'gamma',
    range: 'at most 1',
    has: (value) => value <= 1,
    consequence: 'the learning rate increases with each step',
    isRead: ({ message }) => ['step', 'multistep', 'exp', 'plateau'].includes(message.text('lr_policy')),
  },
  {
    field: 'power',
    range: 'at least 0',
    has: (value) => value >= 0,
    consequence: 'the learning rate increases',
    isRead: (solver) => policyFields(solver)?.includes('power') ?? false,
  },
];

export const solverNumberRange: Rule = {
  code: 'solver-number-range',
  severity: 'warning',
  doc: {
    what: 'A number of a solver is outside of the range for which its formula is defined or useful.',
    why: 'Caffe checks only a few of the numbers of a solver. With an `iter_size` of 0, it divides by 0; with a `momentum` of 1 or more, the updates grow without limit; with a negative `weight_decay` or `base_lr`, training increases the weights or the loss. The weights are then infinite or not numbers after some iterations, and nothing reports the cause.',
    example: `net: "train_val.prototxt"
base_lr: 0.01
lr_policy: "fixed"
max_iter: 5000
iter_size: 0
`,
    fixed: `net: "train_val.prototxt"
base_lr: 0.01
lr_policy: "fixed"
max_iter: 5000
`,
    fix: 'Set a number in the range, or remove the field if its default is meant.',
  },
  *file(document) {
    const solver = solverOf(document);
    if (!solver) return;
    for (const limit of limits) if (limit.isRead?.(solver) ?? true) yield* outside(document, solver, limit);
  },
};

function* outside(document: Document, { message }: SolverFile, limit: Limit): Generator<Finding> {
  const values = numbersOf(message, limit.field);
  for (const [index, entry] of message.list(limit.field).entries()) {
    const { block, field } = entry;
    const value = values[index];
    if (value === undefined || limit.has(value) || !block) continue;
    const location = entryLocation(entry, block);
    yield {
      message: `\`${limit.field}\` is ${floatText(value)}; it must be ${limit.range}. Otherwise ${limit.consequence}.`,
      location,
      fixes: () => [
        fixOf(document, limit, document.rangeOf(location), document.rangeOf({ block, range: field.range })),
      ],
    };
  }
}

function numbersOf(message: Message, field: string): readonly number[] {
  if (field === 'test_iter') return message.ints(field);
  return [field === 'iter_size' ? message.int(field) : message.float(field)];
}

function fixOf(
  document: Document,
  { field, usual }: Limit,
  value: Fix['edits'][number]['range'],
  whole: typeof value,
): Fix {
  return usual === undefined
    ? { title: `Remove \`${field}\``, edits: [removeField(document.text, whole)] }
    : { title: `Set \`${field}: ${usual}\``, edits: [{ range: value, newText: usual }] };
}
