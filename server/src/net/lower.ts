import { onceFor } from '../memo/onceFor.ts';
import type { Schema } from '../schema/descriptor.ts';
import { type Entry, type Message, readMessage, valueNodes } from '../schema/message.ts';
import { unreadField } from '../schema/unread.ts';
import type { Block, FieldNode } from '../syntax/nodes.ts';
import type { SyntaxTree } from '../syntax/tree.ts';

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
  /** The layers of both syntaxes, in the order of the file. */
  readonly all: readonly LayerSyntax[];
  /** `layer { … }`, today's syntax. */
  readonly layer: readonly LayerSyntax[];
  /** `layers { … }`, the V1 syntax, with V0 layers inside where they are older still. */
  readonly layers: readonly LayerSyntax[];
}

/** Types the blocks of a net file; layers whose text did not change are typed once. */
export function lowerNet(tree: SyntaxTree, schema: Schema): NetSyntax {
  const all: LayerSyntax[] = [];
  const others: Block[] = [];
  const read = typedBlocks(schema);
  for (const block of tree.blocks) {
    const typed = read(block);
    for (const layer of typed.layers) all.push(layer);
    if (typed.hasOthers) others.push(block);
  }
  const message = lowerRoot(others, schema, 'NetParameter', isLayerField);
  return { message, all, layer: all.filter((layer) => !isV1(layer)), layers: all.filter(isV1) };
}

function isV1({ field }: LayerSyntax): boolean {
  return field.name.text === 'layers';
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
    for (const field of block.fields) {
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
  readonly layers: readonly LayerSyntax[];
  /** Whether it has fields of the net itself. */
  readonly hasOthers: boolean;
}

const typedBlocks = onceFor((schema: Schema) => onceFor((block: Block) => typedBlock(block, schema)));

function typedBlock(block: Block, schema: Schema): TypedBlock {
  const layers = block.fields.filter(({ name }) => isLayerField(name.text));
  return {
    layers: layers.flatMap((field) => typed(field, block, schema)),
    hasOthers: layers.length < block.fields.length,
  };
}

function typed(field: FieldNode, block: Block, schema: Schema): LayerSyntax[] {
  if (!field.value) return [];
  const type = field.name.text === 'layers' ? 'V1LayerParameter' : 'LayerParameter';
  const descriptor = schema.message(type) ?? { name: type, doc: '', fields: new Map() };
  return valueNodes(field.value)
    .filter((node) => node.kind === 'message')
    .map(({ fields }) => {
      const message = readMessage(fields, descriptor, schema);
      return {
        message,
        facts: factsOf(message),
        block,
        field,
        unread: unreadField(fields, descriptor, schema),
      };
    });
}
