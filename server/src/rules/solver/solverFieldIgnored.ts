import type { Document } from '../../document/document.ts';
import { removeField } from '../../edit/fields.ts';
import { entryLocation } from '../../net/failure.ts';
import { solverTypes } from '../../net/solver/solver.ts';
import type { Entry, Message } from '../../schema/message.ts';
import type { BlockRange } from '../../syntax/tree.ts';
import type { Rule } from '../rule.ts';
import { policyFields, solverOf } from './solvers.ts';

const ofPolicies = ['gamma', 'power', 'stepsize', 'stepvalue'];

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
    what: 'A solver has a field that its `lr_policy` or its `type` does not use.',
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
    for (const [name, types] of Object.entries(ofTypes)) {
      const [entry] = message.list(name);
      const location = entry && placeOf(entry);
      const type = typeOf(message);
      if (!entry || !location || type === undefined || types.includes(type)) continue;
      yield finding(document, entry, location, `The solver type \`${type}\` does not use \`${name}\`.`);
    }
  },
};

/** The solver type, if `type` names one of BVLC's; other rules handle the deprecated `solver_type`. */
function typeOf(message: Message): string | undefined {
  const type = message.text('type');
  return message.has('solver_type') ? undefined : solverTypes.find((known) => known === type);
}

function placeOf(entry: Entry): BlockRange | undefined {
  return entry.block && entryLocation(entry, entry.block);
}

function finding(document: Document, { field }: Entry, location: BlockRange, message: string) {
  const written = document.rangeOf({ block: location.block, range: field.range });
  const edits = [removeField(document.text, written)];
  const fix = { title: `Remove \`${field.name.text}\``, edits, preferred: true, safe: true };
  return { message, location, tags: ['unnecessary'] as const, fixes: () => [fix] };
}
