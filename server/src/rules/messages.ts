import type { Document } from '../document/document.ts';
import type { MessageDescriptor, Schema } from '../schema/descriptor.ts';
import { valueNodes } from '../schema/message.ts';
import type { BlockSyntax, FieldNode, MessageNode } from '../syntax/nodes.ts';

/** A message of a file, in a block that begins at `start`. */
export interface PlacedMessage {
  readonly node: MessageNode;
  readonly start: number;
}

/** What was found in a block, which its text alone decides; by the schema, then by the type that is wanted. */
type Found = WeakMap<BlockSyntax, Map<string, readonly MessageNode[]>>;

const found = new WeakMap<Schema, Found>();

/** All messages of a type that stand in a file, in order; those inside unknown fields are not looked at. */
export function* messagesOf(document: Document, type: string): Generator<PlacedMessage> {
  const root = document.schema.message(document.root ?? '');
  if (!root) return;
  for (const { start, syntax } of document.tree.blocks)
    for (const node of inBlock(syntax, root, type, document.schema)) yield { node, start };
}

function inBlock(
  syntax: BlockSyntax,
  root: MessageDescriptor,
  wanted: string,
  schema: Schema,
): readonly MessageNode[] {
  const known: Found = found.get(schema) ?? new WeakMap();
  found.set(schema, known);
  const own = known.get(syntax) ?? new Map<string, readonly MessageNode[]>();
  known.set(syntax, own);
  const key = `${root.name} ${wanted}`;
  const nodes = own.get(key) ?? [...inside(syntax.fields, root, wanted, schema)];
  own.set(key, nodes);
  return nodes;
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
