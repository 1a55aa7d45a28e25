import type { Memo } from '../memo/memo.ts';
import { onceFor } from '../memo/onceFor.ts';
import type { Schema } from '../schema/descriptor.ts';
import { type Entry, type Message, readMessage, valueNodes } from '../schema/message.ts';
import { unreadField } from '../schema/unread.ts';
import type { Block, FieldNode } from '../syntax/nodes.ts';
import type { SyntaxTree } from '../syntax/tree.ts';

import { factsOf, type LayerFacts, sameItems } from './facts.ts';

/** A layer and its location. */
export interface LayerSyntax {
  readonly message: Message;
  /** The facts of its message after an upgrade. */
  readonly facts: LayerFacts;
  readonly block: Block;
  /** The `layer { … }` field; for a layer that an upgrade creates, the field it comes from. */
  readonly field: FieldNode;
  /** A field of the layer that cannot be read and may affect its shapes, if there is one. */
  readonly unread?: string | undefined;
}

/** A NetParameter before the upgrade: its own fields, and the layers of both syntaxes. */
export interface NetSyntax {
  readonly message: Message;
  /** The layers of both syntaxes, in the order of the file. */
  readonly all: readonly LayerSyntax[];
  /** `layer { … }`, the current syntax. */
  readonly layer: readonly LayerSyntax[];
  /** `layers { … }`, the V1 syntax, which also wraps V0 layers. */
  readonly layers: readonly LayerSyntax[];
}

/** Types the blocks of a net file; layers with unchanged text are typed once. */
export function lowerNet({ blocks }: SyntaxTree, schema: Schema, memo: Memo): NetSyntax {
  const all = memo.flatMap(blocks, layersIn(schema));
  const layers = memo.filter(all, isV1);
  const layer = layers.length === 0 ? all : memo.filter(all, isCurrent);
  return { message: lowerNetFields(memo.filter(blocks, hasOthers), schema, memo), all, layer, layers };
}

/** The fields of the net itself; the same message while their text is unchanged. */
function lowerNetFields(blocks: readonly Block[], schema: Schema, memo: Memo): Message {
  const known = memo.last<LoweredFields>(lowerNetFields);
  const isSame = known && sameItems(known.blocks, blocks);
  const lowered = isSame
    ? known
    : { blocks, message: lowerRoot(blocks, schema, 'NetParameter', isLayerField) };
  return memo.keep(lowerNetFields, lowered).message;
}

interface LoweredFields {
  readonly blocks: readonly Block[];
  readonly message: Message;
}

function isV1({ field }: LayerSyntax): boolean {
  return field.name.text === 'layers';
}

function isCurrent(layer: LayerSyntax): boolean {
  return !isV1(layer);
}

/** The layer with its upgraded message. */
export function withMessage({ block, field, unread }: LayerSyntax, message: Message): LayerSyntax {
  return { message, facts: factsOf(message), block, field, unread };
}

function isLayerField(name: string): boolean {
  return name === 'layer' || name === 'layers';
}

/** Types the fields of blocks, except those left out; each value has a reference to its block. */
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
    const all = entries.get(name) ?? [];
    entries.set(name, all);
    for (const entry of list) all.push({ ...entry, block });
  }
}

/** Whether a block has fields of the net itself. */
function hasOthers({ fields }: Block): boolean {
  return !fields.every(({ name }) => isLayerField(name.text));
}

/** The layers of a block by a schema. */
export const layersIn = onceFor((schema: Schema) =>
  onceFor((block: Block): readonly LayerSyntax[] =>
    block.fields
      .filter(({ name }) => isLayerField(name.text))
      .flatMap((field) => typed(field, block, schema)),
  ),
);

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
