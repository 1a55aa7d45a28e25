import type { CheckId } from '../checks/catalogue.ts';
import type { Help } from '../schema/fieldCheck.ts';
import type { Entry } from '../schema/message.ts';
import type { Block } from '../syntax/nodes.ts';
import { type Range, shift } from '../text/range.ts';
import type { LayerSyntax } from './lower.ts';

/** The steps in which Caffe builds a net; a fault in one hides those of later ones. */
export const stages = ['parse', 'upgrade', 'filter', 'splits', 'init'] as const;

export type Stage = (typeof stages)[number];

/** Something for which Caffe refuses the net. */
export interface Fault extends Help {
  readonly check: CheckId;
  readonly stage: Stage;
  readonly message: string;
  /** In the file. */
  readonly range: Range;
  /** The name that Caffe gives the layer at fault. */
  readonly layer: string | null;
  /** The place elsewhere that alone has to be mended; faults with one cause are told once. */
  readonly cause?: Range | undefined;
}

/** Where a value stands in the file; a sub-message is pointed to by its name. */
export function entryRange(entry: Entry, block: Block): Range {
  const range = entry.node.kind === 'message' ? entry.field.name.range : entry.node.range;
  return shift(range, (entry.block ?? block).start);
}

/** Where to point for a fault of a layer: the given value, else the layer's type, else its first word. */
export function layerRange(layer: LayerSyntax, at?: Entry): Range {
  const entry = at ?? layer.message.list('type')[0] ?? layer.message.list('name')[0];
  return entry ? entryRange(entry, layer.block) : shift(layer.field.name.range, layer.block.start);
}

/** Where a layer names a top; the layer as a whole where it does not. */
export function topRange(layer: LayerSyntax, blob: string): Range {
  return layerRange(
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
  return { check, stage, message, range: layerRange(layer, at), layer: layer.message.text('name') };
}
