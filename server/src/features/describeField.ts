import type { Document } from '../document/document.ts';
import type { FieldDescriptor, MessageDescriptor } from '../schema/descriptor.ts';
import type { NodePath } from '../syntax/parse.ts';

/** The descriptors of the innermost field of a path, and of its message. */
export function describeField(
  { root, schema }: Document,
  { fields }: NodePath,
): { message: MessageDescriptor; field: FieldDescriptor } | undefined {
  let message = root && schema.message(root);
  for (const [depth, node] of fields.entries()) {
    const field = message?.fields.get(node.name.text);
    if (!message || !field) return undefined;
    if (depth === fields.length - 1) return { message, field };
    message = field.type.kind === 'message' ? schema.message(field.type.name) : undefined;
  }
  return undefined;
}
