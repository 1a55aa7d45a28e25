import type { FieldNode } from '../syntax/nodes.ts';
import type { MessageDescriptor, Schema } from './descriptor.ts';
import { readMessage, valueNodes } from './message.ts';

/**
 * The first field of a layer or its parameters whose value is invalid, because it may determine the shapes of the
 * tops. Undefined if everything is valid. A field without a value is incomplete and ignored.
 */
export function unreadField(
  fields: readonly FieldNode[],
  descriptor: MessageDescriptor,
  schema: Schema,
): string | undefined {
  for (const field of fields) {
    const known = descriptor.fields.get(field.name.text);
    if (!field.value) continue;
    if (!known) return field.name.text;
    const inner =
      known.type.kind === 'message' && known.name.endsWith('_param')
        ? schema.message(known.type.name)
        : undefined;
    const found = inner && unreadParameter(field, inner, schema);
    if (found !== undefined) return found;
  }
  return undefined;
}

function unreadParameter(
  { value }: FieldNode,
  descriptor: MessageDescriptor,
  schema: Schema,
): string | undefined {
  const fields = (value ? valueNodes(value) : []).flatMap((node) =>
    node.kind === 'message' ? node.fields : [],
  );
  return fields.find((field) => !isRead(field, descriptor, schema))?.name.text;
}

/** Whether every value of a field fits the schema; an empty list has no values to read. */
function isRead(field: FieldNode, descriptor: MessageDescriptor, schema: Schema): boolean {
  const { value, name } = field;
  if (!value) return true;
  return (
    readMessage([field], descriptor, schema).count(name.text) === valueNodes(value).length &&
    descriptor.fields.has(name.text)
  );
}
