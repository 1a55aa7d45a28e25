import type { LayerSyntax } from '../net/lower.ts';
import type { Entry } from '../schema/message.ts';
import type { FieldNode, MessageNode } from '../syntax/nodes.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import type { TextEdit } from '../text/edit.ts';
import { type Range, shift } from '../text/range.ts';
import { type NewField, printField, printInline } from './newField.ts';
import { indentAt, lineStart, lineStop, styleOf } from './style.ts';

/** The content between the braces of a message, in file offsets. */
export interface Body {
  /** From after the opening brace to before the closing one. */
  readonly range: Range;
  /** The whole fields in it. */
  readonly fields: readonly Range[];
}

/** The body of a layer; undefined for one that an upgrade created from other fields, and for V0 layers. */
export function layerBody(tree: SyntaxTree, { block, field, message }: LayerSyntax): Body | undefined {
  if (field.name.text !== 'layer' && field.name.text !== 'layers') return undefined;
  const own = [...message.entries.values()].flat()[0];
  const nodes = field.value?.kind === 'list' ? field.value.items : [field.value];
  const messages = nodes.filter((node): node is MessageNode => node?.kind === 'message');
  const node = messages.find(({ fields }) => own && fields.includes(own.field)) ?? messages[0];
  if (!node || node.fields.some(({ name }) => name.text === 'layer')) return undefined;
  return messageBody(node, tree.startOf(block));
}

/** The body of a layer's sub-message, such as its `convolution_param`. */
export function entryBody(
  tree: SyntaxTree,
  { block }: LayerSyntax,
  entry: Entry | undefined,
): Body | undefined {
  if (entry?.node.kind !== 'message') return undefined;
  return messageBody(entry.node, tree.startOf(entry.block ?? block));
}

/** The body of a message whose block begins at an offset; undefined if its brace is open. */
export function messageBody(node: MessageNode, start: number): Body | undefined {
  if (!node.close) return undefined;
  return {
    range: { start: start + node.open.end, end: start + node.close.start },
    fields: node.fields.map(({ range }) => shift(range, start)),
  };
}

/** The file range of a whole field of a layer, `name: value`. */
export function fieldRange(
  tree: SyntaxTree,
  { block }: LayerSyntax,
  { field, block: own }: { field: FieldNode } & Partial<Entry>,
): Range {
  return tree.rangeOf({ block: own ?? block, range: field.range });
}

/** The file range of the value of a layer's field. */
export function valueRange(tree: SyntaxTree, { block }: LayerSyntax, { node, block: own }: Entry): Range {
  return tree.rangeOf({ block: own ?? block, range: node.range });
}

/** Removes a field, with its line if nothing else is on it. A comment on the line stays. */
export function removeField(text: string, field: Range): TextEdit {
  const end = field.end + (/^[ \t]*[;,]/u.exec(text.slice(field.end, field.end + 100))?.[0].length ?? 0);
  const head = lineStart(text, field.start);
  const opens = text.slice(head, field.start).trim() === '';
  const stop = lineStop(text, end);
  const closes = text.slice(end, stop).trim() === '';
  if (opens && closes) {
    const next = text.indexOf('\n', stop);
    return { range: { start: head, end: next < 0 ? text.length : next + 1 }, newText: '' };
  }
  const before = /[ \t]*$/u.exec(text.slice(head, field.start))?.[0].length ?? 0;
  const after = /^[ \t]*/u.exec(text.slice(end, stop))?.[0].length ?? 0;
  if (opens) return { range: { start: field.start, end: end + after }, newText: '' };
  // The text before and after must not merge into one word.
  const joins = /^[\w.]\w$/u.test(
    text.slice(field.start - before - 1, field.start - before) + text.slice(end, end + 1),
  );
  return { range: { start: field.start - before, end }, newText: joins ? ' ' : '' };
}

/** Removes several fields; neighbors on one line are removed together, so that edits do not overlap. */
export function removeFields(text: string, fields: readonly Range[]): TextEdit[] {
  return joined(text, fields).map((range) => removeField(text, range));
}

/** Merges neighbors on one line. */
export function joined(text: string, ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const range of ranges.toSorted((one, other) => one.start - other.start)) {
    const last = result.at(-1);
    if (last && /^[ \t;,]*$/u.test(text.slice(last.end, range.start))) {
      result[result.length - 1] = { start: last.start, end: range.end };
    } else result.push(range);
  }
  return result;
}

/** Adds a field to a message, after one of its fields (by default the last) and in the same layout. */
export function addField(text: string, body: Body, field: NewField, after = body.fields.at(-1)): TextEdit {
  const inside = text.slice(body.range.start, body.range.end);
  if (!inside.includes('\n')) return addInline(text, body, field, after);
  const style = styleOf(text);
  const at = after?.end ?? body.range.start;
  const near = fieldBefore(text, body, at);
  const indent = near ? indentAt(text, near.start) : indentAt(text, body.range.start) + style.unit;
  const stop = Math.min(lineStop(text, at), body.range.end);
  if (!/^[ \t]*[;,]?[ \t]*(?:#.*)?$/u.test(text.slice(at, stop))) return addInline(text, body, field, after);
  return insertion(stop, `${style.eol}${indent}${printField(field, style, indent)}`);
}

/** The field whose indentation a field at an offset follows: the last one before it that starts a line, if any. */
function fieldBefore(text: string, { fields }: Body, offset: number): Range | undefined {
  const own = fields.filter(({ start }) => text.slice(lineStart(text, start), start).trim() === '');
  return own.findLast(({ start }) => start < offset) ?? own[0];
}

function addInline(text: string, body: Body, field: NewField, after: Range | undefined): TextEdit {
  const at = after
    ? after.end + (/^[ \t]*[;,]/u.exec(text.slice(after.end, body.range.end))?.[0].length ?? 0)
    : body.range.start;
  const next = text.slice(at, at + 1);
  return insertion(at, ` ${printInline(field)}${/\s/u.test(next) ? '' : ' '}`);
}

/** Replaces a whole field. */
export function replaceField(text: string, old: Range, field: NewField): TextEdit {
  const oneLine = !text.slice(old.start, old.end).includes('\n') && typeof field.value !== 'string';
  const newText = oneLine ? printInline(field) : printField(field, styleOf(text), indentAt(text, old.start));
  return { range: old, newText };
}

/** Inserts text at an offset. */
export function insertion(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}
