import type { Document } from '../../document/document.ts';
import { addField, type Body } from '../../edit/fields.ts';
import type { NewField } from '../../edit/newField.ts';
import { entryLocation } from '../../net/failure.ts';
import { lowerRoot } from '../../net/lower.ts';
import { solverTypeOf } from '../../net/solver/solver.ts';
import type { Entry, Message } from '../../schema/message.ts';
import { fieldsOf } from '../../syntax/parse.ts';
import type { BlockRange } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';

/** A solver file, as rules read it. */
export interface SolverFile {
  readonly message: Message;
  /** The location of the last entry of a field; of the first word of the file if the field is not set. */
  at(name: string): BlockRange;
  /** Adds a field after the last field of the file. */
  add(field: NewField): TextEdit;
}

/** The learning rate policies of Caffe, and the fields that each one reads; `plateau` is SSD's. */
export const policies: Readonly<Record<string, readonly string[]>> = {
  fixed: [],
  step: ['gamma', 'stepsize'],
  exp: ['gamma'],
  inv: ['gamma', 'power'],
  multistep: ['gamma', 'stepvalue'],
  poly: ['power'],
  sigmoid: ['gamma', 'stepsize'],
  plateau: ['gamma', 'plateau_winsize'],
};

/** The solver in a file; undefined for any other file, and for one without fields. */
export function solverOf(document: Document): SolverFile | undefined {
  if (document.root !== 'SolverParameter') return undefined;
  const fields = [...fieldsOf(document.tree)];
  const [first] = fields;
  if (!first) return undefined;
  const message = lowerRoot(document.tree.blocks, document.schema, 'SolverParameter');
  const start = { block: first.block, range: first.field.name.range };
  const body: Body = {
    range: { start: 0, end: document.text.length },
    fields: fields.map(({ range }) => range),
  };
  return {
    message,
    at: (name) => placeOf(message.list(name).at(-1)) ?? start,
    add: (field) => addField(document.text, body, field),
  };
}

function placeOf(entry: Entry | undefined): BlockRange | undefined {
  return entry?.block && entryLocation(entry, entry.block);
}

/** The type of a solver, also from the deprecated `solver_type`. */
export function solverType(message: Message): string {
  return message.has('solver_type')
    ? (solverTypeOf(message.text('solver_type')) ?? '')
    : message.text('type');
}

/** The fields that the policy of a solver reads; undefined for an unknown policy. */
export function policyFields(solver: SolverFile): readonly string[] | undefined {
  const policy = solver.message.text('lr_policy');
  return Object.hasOwn(policies, policy) ? policies[policy] : undefined;
}
