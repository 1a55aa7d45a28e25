import { type Body, messageBody } from '../../edit/fields.ts';
import { type NewField, newField } from '../../edit/newField.ts';
import type { FieldDescriptor, MessageDescriptor } from '../../schema/descriptor.ts';
import { messageOf } from '../../schema/unknown.ts';
import type { FieldNode, MessageNode } from '../../syntax/nodes.ts';
import type { FixContext } from '../fixer.ts';

/** One field on the path from the file to a range, and the message that contains it. */
export interface PathSegment {
  readonly field: FieldNode;
  readonly holder: MessageDescriptor;
  /** The field's descriptor; undefined if the message has no such field. */
  readonly known: FieldDescriptor | undefined;
  /** The fields of the containing message, including this one. */
  readonly siblings: readonly FieldNode[];
  /** The body of the containing message; undefined at the top level and while its brace is open. */
  readonly body: Body | undefined;
}

/** The fields around a range, outermost first, with their descriptors. */
export function fieldPathOf({ document, path }: FixContext): PathSegment[] {
  const { schema, root } = document;
  let holder = root && schema.message(root);
  let node: MessageNode | undefined;
  const segments: PathSegment[] = [];
  for (const [index, field] of (path?.fields ?? []).entries()) {
    if (!holder || !path) break;
    const known = holder.fields.get(field.name.text);
    const body = node && messageBody(node, path.start);
    segments.push({ field, holder, known, siblings: node?.fields ?? path.block.fields, body });
    node = messageAround(field, path.fields[index + 1]);
    holder = known && messageOf(known, schema);
  }
  return segments;
}

/** The message in a field's value that contains another field; otherwise the first message. */
function messageAround({ value }: FieldNode, inner: FieldNode | undefined): MessageNode | undefined {
  const nodes = value?.kind === 'list' ? value.items : [value];
  const messages = nodes.filter((node) => node?.kind === 'message');
  return messages.find(({ fields }) => inner && fields.includes(inner)) ?? messages[0];
}

/** The message in a field's value, unless it is a list. */
export function onlyMessage({ value }: FieldNode): MessageNode | undefined {
  return value?.kind === 'message' ? value : undefined;
}

/** A copy of a field to insert elsewhere; undefined if a comment would be dropped. */
export function draftOf(text: string, field: FieldNode, start: number): NewField | undefined {
  const message = onlyMessage(field);
  const { value } = field;
  if (!value) return undefined;
  if (!message)
    return newField(field.name.text, text.slice(start + value.range.start, start + value.range.end));
  if (text.slice(start + value.range.start, start + value.range.end).includes('#')) return undefined;
  const inner = message.fields.map((one) => draftOf(text, one, start));
  const whole = inner.filter((one) => one !== undefined);
  return whole.length === inner.length ? newField(field.name.text, whole) : undefined;
}
