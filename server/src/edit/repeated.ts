import type { FieldNode, ValueNode } from '../syntax/nodes.ts';
import type { NodePath } from '../syntax/parse.ts';
import type { TextEdit } from '../text/edit.ts';
import { shift } from '../text/range.ts';
import { indentAt, lineStart, styleOf } from './style.ts';

/** Writes the neighbors of a repeated scalar field as one list; undefined if there is only one, or comments are between. */
export function toList(text: string, { fields, start }: NodePath): TextEdit | undefined {
  const [parent, own] = [fields.at(-2), fields.at(-1)];
  const siblings = parent && own ? siblingsOf(parent, own) : [];
  return own && listAt(text, siblings, siblings.indexOf(own), start);
}

/** The same for a field with an index in its message; `start` is the offset of the block. */
export function listAt(
  text: string,
  siblings: readonly FieldNode[],
  index: number,
  start: number,
): TextEdit | undefined {
  const name = siblings[index]?.name.text;
  const isAlike = (field: FieldNode | undefined) =>
    field?.name.text === name && field?.value?.kind === 'scalar';
  if (name === undefined || !isAlike(siblings[index])) return undefined;
  let [from, to] = [index, index];
  while (isAlike(siblings[from - 1])) from--;
  while (isAlike(siblings[to + 1])) to++;
  const run = siblings.slice(from, to + 1);
  const range = shift({ start: run[0]?.range.start ?? 0, end: run.at(-1)?.range.end ?? 0 }, start);
  if (run.length < 2 || text.slice(range.start, range.end).includes('#')) return undefined;
  const values = run.flatMap(({ value }) => (value ? textOf(text, value, start) : []));
  return { range, newText: `${name}: [${values.join(', ')}]` };
}

/** Writes a list of scalars as a field for each; undefined for an empty list, or if comments are in it. */
export function toFields(text: string, { fields, start }: NodePath): TextEdit | undefined {
  const own = fields.at(-1);
  return own && fieldsOf(text, own, start);
}

/** The same for a field; `start` is the offset of its block. */
export function fieldsOf(text: string, own: FieldNode, start: number): TextEdit | undefined {
  if (own.value?.kind !== 'list') return undefined;
  const { items } = own.value;
  const range = shift(own.range, start);
  const isPlain = items.length > 0 && items.every(({ kind }) => kind === 'scalar');
  if (!isPlain || text.slice(range.start, range.end).includes('#')) return undefined;
  const startsLine = text.slice(lineStart(text, range.start), range.start).trim() === '';
  const separator = startsLine ? styleOf(text).eol + indentAt(text, range.start) : ' ';
  const written = items.map((item) => `${own.name.text}: ${textOf(text, item, start)}`);
  // The bracket separated the field from the next one.
  const isGlued = /[^\s;,}>\]]/u.test(text.charAt(range.end));
  return { range, newText: written.join(separator) + (isGlued ? ' ' : '') };
}

/** The fields of the message with a field. */
function siblingsOf({ value }: FieldNode, own: FieldNode): readonly FieldNode[] {
  const nodes = value?.kind === 'list' ? value.items : [value];
  const found = nodes.find((node) => node?.kind === 'message' && node.fields.includes(own));
  return found?.kind === 'message' ? found.fields : [];
}

function textOf(text: string, { range }: ValueNode, start: number): string {
  return text.slice(start + range.start, start + range.end);
}
