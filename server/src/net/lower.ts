import type { Schema } from '../schema/descriptor.ts';
import { type Entry, type Message, readMessage, valueNodes } from '../schema/message.ts';
import { unreadField } from '../schema/unread.ts';
import type { Block, BlockSyntax, FieldNode, SyntaxTree } from '../syntax/nodes.ts';
import { onceFor } from '../syntax/onceFor.ts';

import { factsOf, type LayerFacts } from './facts.ts';

/** A layer and where it was written. */
export interface LayerSyntax {
  readonly message: Message;
  /** What its message decides: of this one, not of one that an upgrade replaced. */
  readonly facts: LayerFacts;
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
  const others: Block[] = [];
  const read = typedBlocks(schema);
  for (const block of tree.blocks) {
    const typed = read(block.syntax);
    for (const each of typed.layer) layer.push(placed(each, block));
    for (const each of typed.layers) layers.push(placed(each, block));
    if (typed.hasOthers) others.push(block);
  }
  const message = lowerRoot(others, schema, 'NetParameter', isLayerField);
  return { message, layer, layers };
}

function placed({ message, facts, field, unread }: TypedLayer, block: Block): LayerSyntax {
  return { message, facts, block, field, unread };
}

/** The layer with what an upgrade made of its message. */
export function withMessage({ block, field, unread }: LayerSyntax, message: Message): LayerSyntax {
  return { message, facts: factsOf(message), block, field, unread };
}

function isLayerField(name: string): boolean {
  return name === 'layer' || name === 'layers';
}

/** Types the fields of blocks but some; each value knows the block that it stands in. */
export function lowerRoot(
  blocks: readonly Block[],
  schema: Schema,
  root: string,
  isLeftOut: (name: string) => boolean = () => false,
): Message {
  const descriptor = schema.message(root) ?? { name: root, doc: '', fields: new Map() };
  const entries = new Map<string, Entry[]>();
  for (const block of blocks) {
    for (const field of block.syntax.fields) {
      if (!isLeftOut(field.name.text)) addEntries(entries, block, readMessage([field], descriptor, schema));
    }
  }
  return readMessage([], descriptor, schema).with(Object.fromEntries(entries));
}

function addEntries(entries: Map<string, Entry[]>, block: Block, message: Message): void {
  for (const [name, list] of message.entries) {
    entries.set(name, [...(entries.get(name) ?? []), ...list.map((entry) => ({ ...entry, block }))]);
  }
}

/** What the text of a block says by a schema. */
interface TypedBlock {
  readonly layer: readonly TypedLayer[];
  readonly layers: readonly TypedLayer[];
  /** Whether it has fields of the net itself. */
  readonly hasOthers: boolean;
}

type TypedLayer = Omit<LayerSyntax, 'block'>;

const typedBlocks = onceFor((schema: Schema) => onceFor((block: BlockSyntax) => typedBlock(block, schema)));

function typedBlock(block: BlockSyntax, schema: Schema): TypedBlock {
  const ofName = (name: string, type: string) =>
    block.fields.filter((field) => field.name.text === name).flatMap((field) => typed(field, type, schema));
  return {
    layer: ofName('layer', 'LayerParameter'),
    layers: ofName('layers', 'V1LayerParameter'),
    hasOthers: !block.fields.every(({ name }) => isLayerField(name.text)),
  };
}

function typed(field: FieldNode, type: string, schema: Schema): TypedLayer[] {
  if (!field.value) return [];
  const descriptor = schema.message(type) ?? { name: type, doc: '', fields: new Map() };
  return valueNodes(field.value)
    .filter((node) => node.kind === 'message')
    .map(({ fields }) => {
      const message = readMessage(fields, descriptor, schema);
      return { message, facts: factsOf(message), unread: unreadField(fields, descriptor, schema), field };
    });
}
