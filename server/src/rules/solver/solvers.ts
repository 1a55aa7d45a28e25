import type { Document } from '../../document/document.ts';
import type { Draft } from '../../edit/draft.ts';
import { addField, type Body } from '../../edit/fields.ts';
import { entryPlace } from '../../net/fault.ts';
import { lowerRoot } from '../../net/lower.ts';
import type { Entry, Message } from '../../schema/message.ts';
import { fieldsOf } from '../../syntax/parse.ts';
import type { BlockRange } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';

/** A solver file as the rules see it. */
export interface SolverFile {
  readonly message: Message;
  /** Where a field stands, or where there is none of it, the first word of the file. */
  at(name: string): BlockRange;
  /** Behind the last field of the file. */
  add(field: Draft): TextEdit;
}

/** How the learning rate goes on in BVLC's Caffe, and the fields that each policy reads. */
export const policies: Readonly<Record<string, readonly string[]>> = {
  fixed: [],
  step: ['gamma', 'stepsize'],
  exp: ['gamma'],
  inv: ['gamma', 'power'],
  multistep: ['gamma', 'stepvalue'],
  poly: ['power'],
  sigmoid: ['gamma', 'stepsize'],
};

/** A solver; undefined for any other file, and for one without a field. */
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
  return entry?.block && entryPlace(entry, entry.block);
}

/** The policy of a solver of BVLC's Caffe; undefined where there is none or a fork's. */
export function policyFields(solver: SolverFile): readonly string[] | undefined {
  const policy = solver.message.text('lr_policy');
  return Object.hasOwn(policies, policy) ? policies[policy] : undefined;
}
