import type { Document } from '../../document/document.ts';
import { groupPairs } from '../../memo/lists.ts';
import { onceFor } from '../../memo/onceFor.ts';
import type { FieldDescriptor, MessageDescriptor, Schema } from '../../schema/descriptor.ts';
import type { FieldNode, MessageNode } from '../../syntax/nodes.ts';
import { nodeAt } from '../../syntax/parse.ts';
import type { Range } from '../../text/range.ts';
import { type CompletionContext, contextAt } from './context.ts';
import { finishedFields, isWritten, rootsOf } from './roots.ts';

/** The message that contains the cursor. */
interface Inside {
  /** Its type; at the top level of a file that may be a net or a solver, both types. */
  readonly messages: readonly MessageDescriptor[];
  /** The name of the field whose value it is; undefined at the top level. */
  readonly name: string | undefined;
  /** Its fields with a value, without the one at the cursor. */
  readonly present: readonly FieldNode[];
  /** The name of the field before the cursor; undefined for the first one. */
  readonly before: string | undefined;
}

/** A cursor in the name of a field. */
export interface FieldCursor extends Inside {
  readonly kind: 'field';
  readonly begun: string;
  /** The range that a completion replaces. */
  readonly range: Range;
  /** Whether the rest of its line is empty. */
  readonly alone: boolean;
}

/** A cursor in the value of a field. */
export interface ValueCursor extends Inside {
  readonly kind: 'value';
  readonly message: MessageDescriptor;
  readonly field: FieldDescriptor;
  readonly begun: string;
  readonly quoted: boolean;
  /** The range that a completion replaces: the whole value without its quotes. */
  readonly range: Range;
}

/** The field name or value at an offset; undefined if there is neither. */
export function cursorAt(document: Document, offset: number): FieldCursor | ValueCursor | undefined {
  const context = contextAt(document.text, offset);
  const inside = context && insideAt(document, context);
  if (!context || !inside) return undefined;
  return context.ofField === undefined
    ? fieldCursor(document, offset, context, inside)
    : valueCursor(document, offset, context, inside);
}

function fieldCursor(
  { text }: Document,
  offset: number,
  context: CompletionContext,
  inside: Inside,
): FieldCursor {
  const { begun, start } = context;
  const rest = wordAt(text, offset);
  // A name that is typed directly before a different field must not replace it.
  const isOther = begun !== '' && inside.messages.some(({ fields }) => fields.has(rest));
  const end = isOther ? offset : offset + rest.length;
  const alone = context.startsLine && /^[ \t]*(?:[\r\n]|$)/u.test(text.slice(end, end + 200));
  return { kind: 'field', ...inside, begun, range: { start, end }, alone };
}

function valueCursor(
  { text }: Document,
  offset: number,
  { ofField = '', begun, start, quote }: CompletionContext,
  inside: Inside,
): ValueCursor | undefined {
  const message = inside.messages.find(({ fields }) => fields.has(ofField));
  const field = message?.fields.get(ofField);
  if (!message || !field) return undefined;
  const end = quote ? contentEnd(text, offset, quote) : offset + wordAt(text, offset).length;
  return {
    kind: 'value',
    ...inside,
    message,
    field,
    begun,
    quoted: quote !== undefined,
    range: { start, end },
  };
}

function wordAt(text: string, offset: number): string {
  return /^\w*/u.exec(text.slice(offset, offset + 200))?.[0] ?? '';
}

/** The offset of the closing quote on the same line; the given offset if there is none. */
function contentEnd(text: string, offset: number, quote: string): number {
  const rest = /^[^\r\n]*/u.exec(text.slice(offset, offset + 1000))?.[0] ?? '';
  const close = rest.indexOf(quote);
  return close >= 0 && !/[:{}]/u.test(rest.slice(0, close)) ? offset + close : offset;
}

function insideAt(document: Document, { start }: CompletionContext): Inside | undefined {
  const path = nodeAt(document.tree, start);
  const offset = start - (path?.start ?? 0);
  const finished = finishedFields(document, start);
  let present = finished.map(({ field }) => field);
  let before = finished.findLast(({ range }) => range.end <= start)?.field.name.text;
  let messages = rootsOf(document, present);
  let name: string | undefined;
  for (const field of path?.fields ?? []) {
    const node = messageAround(field, offset);
    if (!node) break;
    name = field.name.text;
    const inner = messages.flatMap((message) => messageOf(document, message.fields.get(field.name.text)));
    messages = inner.length > 0 ? inner : onlyMessage(document, field.name.text);
    present = node.fields.filter((each) => each.value && !isWritten(each, offset));
    before = present.findLast(({ range }) => range.end <= offset)?.name.text;
  }
  return messages.length > 0 ? { messages, name, present, before } : undefined;
}

function messageOf({ schema }: Document, field: FieldDescriptor | undefined): MessageDescriptor[] {
  const message = field?.type.kind === 'message' ? schema.message(field.type.name) : undefined;
  return message ? [message] : [];
}

/**
 * The message of a field by its name alone, if all messages with such a field agree: for a half-typed file, in which the
 * message around it is not known.
 */
function onlyMessage(document: Document, name: string): MessageDescriptor[] {
  const types = messagesByField(document.schema).get(name) ?? [];
  return types.length === 1 ? types.flatMap((type) => document.schema.message(type) ?? []) : [];
}

const messagesByField = onceFor(({ messages }: Schema): ReadonlyMap<string, readonly string[]> => {
  const found = [...messages.values()].flatMap(({ fields }) => [...fields.values()]);
  const types = found.filter(({ type }) => type.kind === 'message');
  return groupPairs([...new Set(types.map(({ name, type }) => `${name} ${type.name}`))].map(asPair));
});

function asPair(text: string): readonly [string, string] {
  const [name = '', type = ''] = text.split(' ');
  return [name, type];
}

function messageAround({ value }: FieldNode, offset: number): MessageNode | undefined {
  const nodes = value?.kind === 'list' ? value.items : [value];
  return nodes.find(
    (node): node is MessageNode =>
      node?.kind === 'message' && node.open.end <= offset && offset <= (node.close?.start ?? node.range.end),
  );
}
