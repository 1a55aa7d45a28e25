import type { Document } from '../../document/document.ts';
import type { FieldDescriptor, MessageDescriptor } from '../../schema/descriptor.ts';
import type { FieldNode, MessageNode } from '../../syntax/nodes.ts';
import { nodeAt } from '../../syntax/parse.ts';
import type { Range } from '../../text/range.ts';

/** Where a field's name is being written. */
export interface FieldCursor {
  readonly kind: 'field';
  readonly message: MessageDescriptor;
  /** The fields that the message has already; none at the level of the file, where layers stand. */
  readonly present: readonly FieldNode[];
  /** What a completion replaces. */
  readonly range: Range;
}

/** Where the value of a field is being written. */
export interface ValueCursor {
  readonly kind: 'value';
  readonly message: MessageDescriptor;
  readonly field: FieldDescriptor;
  readonly present: readonly FieldNode[];
  /** What a completion replaces, quotes included. */
  readonly range: Range;
}

/** What is being written at an offset, judged by the text before it: half-typed fields are the rule. */
export function cursorAt(document: Document, offset: number): FieldCursor | ValueCursor | undefined {
  const line = document.text.slice(document.text.lastIndexOf('\n', offset - 1) + 1, offset);
  if (/^[^"']*#/u.test(line)) return undefined;
  const value = /(?<![\w"'])([A-Za-z_]\w*)[ \t]*:[ \t]*("[^"]*|'[^']*|[\w.+-]*)$/u.exec(line);
  if (value) return valueCursor(document, offset, value[1] ?? '', value[2] ?? '');
  const [word = ''] = /[A-Za-z_]\w*$/u.exec(line) ?? [];
  if (!/(^|[\s{}<>;,\]"'])$/u.test(line.slice(0, line.length - word.length))) return undefined;
  const around = enclosing(document, offset - word.length);
  return (
    around && {
      kind: 'field',
      ...around,
      range: { start: offset - word.length, end: wordEnd(document, offset) },
    }
  );
}

function valueCursor(
  document: Document,
  offset: number,
  name: string,
  begun: string,
): ValueCursor | undefined {
  const around = enclosing(document, offset - begun.length);
  const field = around?.message.fields.get(name);
  if (!around || !field) return undefined;
  const quote = /^["']/u.exec(begun)?.[0];
  const end = quote ? stringEnd(document.text, offset, quote) : wordEnd(document, offset);
  return { kind: 'value', ...around, field, range: { start: offset - begun.length, end } };
}

function wordEnd({ text }: Document, offset: number): number {
  return offset + (/^\w*/u.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
}

/** Behind the quote that closes the string on the same line; at the cursor where none does. */
function stringEnd(text: string, offset: number, quote: string): number {
  const rest = /^[^\r\n]*/u.exec(text.slice(offset, offset + 1000))?.[0] ?? '';
  const close = rest.indexOf(quote);
  return close >= 0 && !/[:{}]/u.test(rest.slice(0, close)) ? offset + close + 1 : offset;
}

/** The message whose braces hold the offset. */
function enclosing(
  document: Document,
  offset: number,
): { message: MessageDescriptor; present: readonly FieldNode[] } | undefined {
  let message = document.root && document.schema.message(document.root);
  let present: readonly FieldNode[] = [];
  const path = nodeAt(document.tree, offset);
  for (const field of path?.fields ?? []) {
    const node = messageAround(field, offset - (path?.block.start ?? 0));
    if (!node) break;
    const type = message?.fields.get(field.name.text)?.type;
    message = type?.kind === 'message' ? document.schema.message(type.name) : undefined;
    present = node.fields;
  }
  return message && { message, present };
}

function messageAround({ value }: FieldNode, offset: number): MessageNode | undefined {
  const nodes = value?.kind === 'list' ? value.items : [value];
  return nodes.find(
    (node): node is MessageNode =>
      node?.kind === 'message' && node.open.end <= offset && offset <= (node.close?.start ?? node.range.end),
  );
}
