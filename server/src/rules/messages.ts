import type { Document } from '../document/document.ts';
import type { MessageDescriptor, Schema } from '../schema/descriptor.ts';
import { valueNodes } from '../schema/message.ts';
import type { Block, FieldNode, MessageNode } from '../syntax/nodes.ts';

/** The messages of a type that stand in a block of a file, in order; those inside unknown fields are not looked at. */
export function* messagesIn({ fields }: Block, document: Document, type: string): Generator<MessageNode> {
  const root = document.schema.message(document.root ?? '');
  if (!root) return;
  yield* inside(fields, root, type, document.schema);
}

function* inside(
  fields: readonly FieldNode[],
  descriptor: MessageDescriptor,
  wanted: string,
  schema: Schema,
): Generator<MessageNode> {
  for (const { name, value } of fields) {
    const type = descriptor.fields.get(name.text)?.type;
    const inner = type?.kind === 'message' && value ? schema.message(type.name) : undefined;
    if (!inner || !value) continue;
    for (const node of valueNodes(value)) {
      if (node.kind !== 'message') continue;
      if (inner.name === wanted) yield node;
      else yield* inside(node.fields, inner, wanted, schema);
    }
  }
}
