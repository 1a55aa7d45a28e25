import { type Draft, draft } from '../../edit/draft.ts';
import { type Body, messageBody } from '../../edit/fields.ts';
import type { FieldDescriptor, MessageDescriptor } from '../../schema/descriptor.ts';
import { messageOf } from '../../schema/unknown.ts';
import type { FieldNode, MessageNode } from '../../syntax/nodes.ts';
import type { Place } from '../fixer.ts';

/** One field on the way from the file to a place, and the message that holds it. */
export interface Step {
  readonly field: FieldNode;
  readonly holder: MessageDescriptor;
  /** What the holder knows of it; undefined for a field that it does not have. */
  readonly known: FieldDescriptor | undefined;
  /** The fields of the message that holds it, itself among them. */
  readonly siblings: readonly FieldNode[];
  /** Where the message that holds it stands; undefined outside all braces and while its brace is open. */
  readonly body: Body | undefined;
}

/** The fields around a place from the outermost in, as the schema knows them. */
export function stepsOf({ document, path }: Place): Step[] {
  const { schema, root } = document;
  let holder = root && schema.message(root);
  let node: MessageNode | undefined;
  const steps: Step[] = [];
  for (const [index, field] of (path?.fields ?? []).entries()) {
    if (!holder || !path) break;
    const known = holder.fields.get(field.name.text);
    const body = node && messageBody(node, path.start);
    steps.push({ field, holder, known, siblings: node?.fields ?? path.block.fields, body });
    node = messageAround(field, path.fields[index + 1]);
    holder = known && messageOf(known, schema);
  }
  return steps;
}

/** Of the messages that a field holds, the one with another field in it. */
function messageAround({ value }: FieldNode, inner: FieldNode | undefined): MessageNode | undefined {
  const nodes = value?.kind === 'list' ? value.items : [value];
  const messages = nodes.filter((node) => node?.kind === 'message');
  return messages.find(({ fields }) => inner && fields.includes(inner)) ?? messages[0];
}

/** The single message that a field holds. */
export function onlyMessage({ value }: FieldNode): MessageNode | undefined {
  return value?.kind === 'message' ? value : undefined;
}

/** A field as it is written, to be written elsewhere; undefined where a comment would get lost. */
export function draftOf(text: string, field: FieldNode, start: number): Draft | undefined {
  const message = onlyMessage(field);
  const { value } = field;
  if (!value) return undefined;
  if (!message) return draft(field.name.text, text.slice(start + value.range.start, start + value.range.end));
  if (text.slice(start + value.range.start, start + value.range.end).includes('#')) return undefined;
  const inner = message.fields.map((one) => draftOf(text, one, start));
  const whole = inner.filter((one) => one !== undefined);
  return whole.length === inner.length ? draft(field.name.text, whole) : undefined;
}
