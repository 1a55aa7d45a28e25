import type { Document } from '../../document/document.ts';
import { onceFor } from '../../memo/onceFor.ts';
import type { MessageDescriptor, Schema } from '../../schema/descriptor.ts';
import { valueNodes } from '../../schema/message.ts';
import type { Block, FieldNode, MessageNode } from '../../syntax/nodes.ts';

/** The messages of a type in a block of a file, in order; unknown fields are skipped. */
export function messagesOfType(
  block: Block,
  { schema, root }: Document,
  type: string,
): readonly MessageNode[] {
  const descriptor = schema.message(root ?? '');
  if (!descriptor) return [];
  const all = messagesOf(schema)(descriptor)(block);
  return all.flatMap((message) => (message.type === type ? [message.node] : []));
}

interface TypedNode {
  readonly type: string;
  readonly node: MessageNode;
}

/** All messages of a block with their types; shared by several rules. */
const messagesOf = onceFor((schema: Schema) =>
  onceFor((root: MessageDescriptor) =>
    onceFor(({ fields }: Block): readonly TypedNode[] => {
      const found: TypedNode[] = [];
      addMessages(found, fields, root, schema);
      return found;
    }),
  ),
);

function addMessages(
  found: TypedNode[],
  fields: readonly FieldNode[],
  descriptor: MessageDescriptor,
  schema: Schema,
): void {
  for (const { name, value } of fields) {
    const type = descriptor.fields.get(name.text)?.type;
    const inner = type?.kind === 'message' && value ? schema.message(type.name) : undefined;
    if (!inner || !value) continue;
    for (const node of valueNodes(value)) {
      if (node.kind !== 'message') continue;
      found.push({ type: inner.name, node });
      addMessages(found, node.fields, inner, schema);
    }
  }
}
