import type { Document } from '../../document/document.ts';
import { removeField } from '../../edit/fields.ts';
import { entryLocation } from '../../net/failure.ts';
import { solverTypes } from '../../net/solver/solver.ts';
import type { Entry, Message } from '../../schema/message.ts';
import type { BlockRange } from '../../syntax/tree.ts';
import type { Rule } from '../rule.ts';
import { policyFields, solverOf, solverType } from './solvers.ts';

const ofPolicies = ['gamma', 'power', 'stepsize', 'stepvalue', 'plateau_winsize'];

/** The solver types that use each field. */
const ofTypes: Readonly<Record<string, readonly string[]>> = {
  momentum2: ['Adam'],
  rms_decay: ['RMSProp'],
  delta: ['AdaGrad', 'RMSProp', 'AdaDelta', 'Adam'],
};

export const solverFieldIgnored: Rule = {
  code: 'solver-field-ignored',
  severity: 'hint',
  doc: {
    what: 'A solver has a field that its `lr_policy`, its `type` or another field makes useless.',
    why: 'Each policy and each solver type reads only some of the fields; the others are ignored. They often remain from an earlier policy, and are misleading.',
    example: `net: "train_val.prototxt"
base_lr: 0.01
lr_policy: "fixed"
gamma: 0.1
max_iter: 5000
`,
    fixed: `net: "train_val.prototxt"
base_lr: 0.01
lr_policy: "fixed"
max_iter: 5000
`,
    fix: 'Remove the field.',
  },
  *file(document) {
    const solver = solverOf(document);
    if (!solver) return;
    const { message } = solver;
    const read = policyFields(solver);
    for (const name of ofPolicies) {
      const [entry] = message.list(name);
      const location = entry && placeOf(entry);
      if (!entry || !location || !read || read.includes(name)) continue;
      yield finding(
        document,
        entry,
        location,
        `The policy \`${message.text('lr_policy')}\` does not use \`${name}\`.`,
      );
    }
    const type = solverType(message);
    const isKnown = solverTypes.some((known) => known === type);
    for (const [name, types] of Object.entries(ofTypes)) {
      const [entry] = message.list(name);
      const location = entry && placeOf(entry);
      if (!entry || !location || !isKnown || types.includes(type)) continue;
      yield finding(document, entry, location, `The solver type \`${type}\` does not use \`${name}\`.`);
    }
    for (const { field, isUnread, reason } of unread) {
      const [entry] = message.list(field);
      const location = entry && placeOf(entry);
      if (entry && location && isUnread(message))
        yield finding(document, entry, location, `${reason} \`${field}\` has no effect.`);
    }
  },
};

/** A field that nothing reads because of the value of another field. */
interface Unread {
  readonly field: string;
  readonly isUnread: (message: Message) => boolean;
  readonly reason: string;
}

const hasTests = (message: Message) =>
  ['test_iter', 'test_net', 'test_net_param'].some((name) => message.has(name));
const neverTests = (message: Message) => !hasTests(message);

const unread: readonly Unread[] = [
  {
    field: 'regularization_type',
    isUnread: (message) => message.float('weight_decay') === 0,
    reason: 'Without `weight_decay`, nothing is regularized.',
  },
  {
    field: 'device_id',
    isUnread: (message) => message.text('solver_mode') === 'CPU',
    reason: 'With `solver_mode: CPU`, no GPU is used.',
  },
  { field: 'test_initialization', isUnread: neverTests, reason: 'The solver has no test net.' },
  { field: 'test_compute_loss', isUnread: neverTests, reason: 'The solver has no test net.' },
];

function placeOf(entry: Entry): BlockRange | undefined {
  return entry.block && entryLocation(entry, entry.block);
}

function finding(document: Document, { field }: Entry, location: BlockRange, message: string) {
  const written = document.rangeOf({ block: location.block, range: field.range });
  const edits = [removeField(document.text, written)];
  const fix = { title: `Remove \`${field.name.text}\``, edits, preferred: true, safe: true };
  return { message, location, needsWhole: true, tags: ['unnecessary'] as const, fixes: () => [fix] };
}
