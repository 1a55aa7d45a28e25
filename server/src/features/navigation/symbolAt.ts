import { type BlobUse, blobUseAt, createdBy, useRange, usesOf } from '../../document/blobUses.ts';
import type { Document } from '../../document/document.ts';
import { touching } from '../../document/layers.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { NetState } from '../../net/states/state.ts';
import type { Entry, Message } from '../../schema/message.ts';
import { type Range, touches } from '../../text/range.ts';

/** A name in the text of a net: where it is, and whether it is defined or only used there. */
export interface Occurrence {
  /** The string literal, with its quotes. */
  readonly range: Range;
  readonly isDefinition: boolean;
}

/** What is named at an offset. */
export interface NetSymbol {
  readonly kind: 'blob' | 'layer' | 'param';
  readonly name: string;
  /** The string literal at the offset, with its quotes. */
  readonly range: Range;
  /** All occurrences in every state, in the order of the file. */
  occurrences(): readonly Occurrence[];
  /** Where it is created: a blob by the first of its producers, a shared parameter by its owner. */
  definitions(): readonly Range[];
}

/**
 * The blob, layer or shared parameter whose name is at an offset. A blob is what producers, in-place layers and
 * consumers are connected by; a later blob with the same name is another one.
 */
export function symbolAt(document: Document, offset: number, state: NetState): NetSymbol | undefined {
  if (document.root !== 'NetParameter') return undefined;
  const found = blobUseAt(document, offset, state);
  return found ? blobSymbol(document, found.use) : namedAt(document, offset);
}

function blobSymbol(document: Document, use: BlobUse): NetSymbol {
  const here = useRange(document, use);
  return {
    kind: 'blob',
    name: String(use.entry.value),
    range: here,
    occurrences: () =>
      usesOf(document, use).map((each) => ({
        range: useRange(document, each),
        isDefinition: each.kind === 'top',
      })),
    definitions: () => createdBy(document, use).map((each) => useRange(document, each)),
  };
}

/** A name in the text of a layer. */
export interface LayerName {
  readonly kind: NetSymbol['kind'];
  readonly name: string;
  /** The string literal, with its quotes. */
  readonly range: Range;
}

function namedAt(document: Document, offset: number): NetSymbol | undefined {
  const { layers } = document.netInput().upgraded;
  const near = touching(document.tree, layers, { start: offset, end: offset });
  const found = near
    .flatMap((layer) => [...namesIn(document, layer, 'layer'), ...namesIn(document, layer, 'param')])
    .find(({ range }) => touches(range, offset));
  return found && namedSymbol(document, found);
}

function namedSymbol(document: Document, { kind, name, range }: LayerName): NetSymbol {
  const same = () =>
    document
      .netInput()
      .upgraded.layers.flatMap((layer) => namesIn(document, layer, kind))
      .filter((each) => each.name === name);
  return {
    kind,
    name,
    range,
    occurrences: () =>
      same().map((each, index) => ({ range: each.range, isDefinition: kind === 'layer' || index === 0 })),
    definitions: () =>
      kind === 'layer'
        ? [range]
        : same()
            .slice(0, 1)
            .map((each) => each.range),
  };
}

/** The names of one kind in the text of a layer: its blobs, its own name, or those by which it shares parameters. */
export function namesIn(
  document: Document,
  { message, block, field }: LayerSyntax,
  kind: NetSymbol['kind'],
): LayerName[] {
  // The name of the layer for net-level inputs is not in the text.
  if (kind === 'layer' && field.name.text === 'input') return [];
  return entriesOf(message, kind)
    .filter(({ value, node }) => value !== '' && node.kind === 'scalar')
    .map(({ value, node, block: own }) => ({
      kind,
      name: String(value),
      range: document.rangeOf({ block: own ?? block, range: node.range }),
    }));
}

function entriesOf(message: Message, kind: NetSymbol['kind']): readonly Entry[] {
  if (kind === 'layer') return message.list('name');
  if (kind === 'blob') return [...message.list('bottom'), ...message.list('top')];
  return message.messages('param').flatMap((spec) => spec.list('name'));
}
