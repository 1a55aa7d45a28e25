import type { Schema } from '../schema/descriptor.ts';
import { type Entry, type Message, readMessage, valueNodes } from '../schema/message.ts';
import { unreadField } from '../schema/unread.ts';
import type { Block, FieldNode, MessageNode, SyntaxTree } from '../syntax/nodes.ts';
import { fieldsOf } from '../syntax/parse.ts';

/** A layer and where it was written. */
export interface LayerSyntax {
  readonly message: Message;
  readonly block: Block;
  /** The `layer { … }` field, or for a layer that an upgrade made, the field it was made of. */
  readonly field: FieldNode;
  /** A field of the layer that cannot be read and may decide about its shapes, if there is one. */
  readonly unread?: string | undefined;
}

/** A NetParameter as it was written: its own fields, and the layers of both syntaxes. */
export interface NetSyntax {
  readonly message: Message;
  /** `layer { … }`, today's syntax. */
  readonly layer: readonly LayerSyntax[];
  /** `layers { … }`, the V1 syntax, with V0 layers inside where they are older still. */
  readonly layers: readonly LayerSyntax[];
}

/** Types the blocks of a net file; layers whose text did not change are typed once. */
export function lowerNet(tree: SyntaxTree, schema: Schema): NetSyntax {
  const layer: LayerSyntax[] = [];
  const layers: LayerSyntax[] = [];
  for (const { block, field } of fieldsOf(tree)) {
    if (field.name.text === 'layer') layer.push(...lowerLayers(block, field, 'LayerParameter', schema));
    if (field.name.text === 'layers') layers.push(...lowerLayers(block, field, 'V1LayerParameter', schema));
  }
  const message = lowerRoot(tree, schema, 'NetParameter', ['layer', 'layers']);
  return { message, layer, layers };
}

/** Types the fields of a whole file but some; each value knows the block that it stands in. */
export function lowerRoot(
  tree: SyntaxTree,
  schema: Schema,
  root: string,
  but: readonly string[] = [],
): Message {
  const descriptor = schema.message(root) ?? { name: root, doc: '', fields: new Map() };
  const entries = new Map<string, Entry[]>();
  for (const { block, field } of fieldsOf(tree)) {
    if (!but.includes(field.name.text)) addEntries(entries, block, readMessage([field], descriptor, schema));
  }
  return readMessage([], descriptor, schema).with(Object.fromEntries(entries));
}

function addEntries(entries: Map<string, Entry[]>, block: Block, message: Message): void {
  for (const [name, list] of message.entries) {
    entries.set(name, [...(entries.get(name) ?? []), ...list.map((entry) => ({ ...entry, block }))]);
  }
}

function lowerLayers(block: Block, field: FieldNode, type: string, schema: Schema): LayerSyntax[] {
  if (!field.value) return [];
  return valueNodes(field.value).flatMap((node) =>
    node.kind === 'message' ? [{ ...layerMessage(node, type, schema), block, field }] : [],
  );
}

type TypedLayer = Pick<LayerSyntax, 'message' | 'unread'>;

const memo = new WeakMap<Schema, WeakMap<MessageNode, TypedLayer>>();

function layerMessage(node: MessageNode, type: string, schema: Schema): TypedLayer {
  const known = memo.get(schema) ?? new WeakMap<MessageNode, TypedLayer>();
  memo.set(schema, known);
  const old = known.get(node);
  if (old) return old;
  const descriptor = schema.message(type) ?? { name: type, doc: '', fields: new Map() };
  const message = readMessage(node.fields, descriptor, schema);
  const typed = { message, unread: unreadField(node.fields, descriptor, schema) };
  known.set(node, typed);
  return typed;
}
