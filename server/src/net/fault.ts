import type { CheckId } from '../checks/catalogue.ts';
import type { Help } from '../schema/fieldCheck.ts';
import type { Entry } from '../schema/message.ts';
import type { Block } from '../syntax/nodes.ts';
import type { BlockRange } from '../syntax/tree.ts';
import type { LayerSyntax } from './lower.ts';

/** The steps in which Caffe builds a net; a fault in one hides those of later ones. */
export const stages = ['parse', 'upgrade', 'filter', 'splits', 'init'] as const;

export type Stage = (typeof stages)[number];

/** Something for which Caffe refuses the net. */
export interface Fault extends Pick<Help, 'forks' | 'instead'> {
  readonly check: CheckId;
  readonly stage: Stage;
  readonly message: string;
  readonly place: BlockRange;
  /** Other places that belong to it. */
  readonly related?: readonly Related[] | undefined;
  /** The name that Caffe gives the layer at fault. */
  readonly layer: string | null;
  /** The place elsewhere that alone has to be mended; faults with one cause are told once. */
  readonly cause?: BlockRange | undefined;
}

/** Another place, and what is there. */
export interface Related {
  readonly place: BlockRange;
  readonly message: string;
}

/** Where a value is written; a sub-message is pointed to by its name. */
export function entryPlace({ node, field, block: own }: Entry, block: Block): BlockRange {
  return { block: own ?? block, range: node.kind === 'message' ? field.name.range : node.range };
}

/** Where to point for a fault of a layer: the given value, else the layer's type, else its first word. */
export function layerPlace({ message, block, field }: LayerSyntax, at?: Entry): BlockRange {
  const entry = at ?? message.list('type')[0] ?? message.list('name')[0];
  return entry ? entryPlace(entry, block) : { block, range: field.name.range };
}

/** Where a layer names a top; the layer as a whole where it does not. */
export function topPlace(layer: LayerSyntax, blob: string): BlockRange {
  return layerPlace(
    layer,
    layer.message.list('top').find((entry) => entry.value === blob),
  );
}

export function layerFault(
  stage: Stage,
  check: CheckId,
  layer: LayerSyntax,
  message: string,
  at?: Entry,
): Fault {
  return { check, stage, message, place: layerPlace(layer, at), layer: layer.message.text('name') };
}
