import type { CheckId } from '../checks/catalogue.ts';
import type { ErrorDetails } from '../schema/fieldCheck.ts';
import type { Entry } from '../schema/message.ts';
import type { Block } from '../syntax/nodes.ts';
import type { BlockRange } from '../syntax/tree.ts';
import type { LayerSyntax } from './lower.ts';

/** Caffe's build steps; a failure in one hides the failures of later ones. */
export const buildSteps = ['parse', 'upgrade', 'filter', 'splits', 'init'] as const;

export type BuildStep = (typeof buildSteps)[number];

/** A failed check, for which Caffe rejects the net. */
export interface Failure extends Pick<ErrorDetails, 'forks' | 'replacement'> {
  readonly check: CheckId;
  readonly step: BuildStep;
  readonly message: string;
  readonly location: BlockRange;
  /** Related locations. */
  readonly related?: readonly RelatedLocation[] | undefined;
  /** Caffe's name of the layer that fails. */
  readonly layer: string | null;
  /** A location elsewhere where a fix resolves the failure; failures with the same cause are reported once. */
  readonly cause?: BlockRange | undefined;
}

/** A related location and its description. */
export interface RelatedLocation {
  readonly location: BlockRange;
  readonly message: string;
}

/** The location of a value; of a submessage, the location of its field name. */
export function entryLocation({ node, field, block: own }: Entry, block: Block): BlockRange {
  return { block: own ?? block, range: node.kind === 'message' ? field.name.range : node.range };
}

/** The location of a layer's failure: the given value, otherwise the layer's type, its name, or its first word. */
export function layerLocation({ message, block, field }: LayerSyntax, at?: Entry): BlockRange {
  const entry = at ?? message.list('type')[0] ?? message.list('name')[0];
  return entry ? entryLocation(entry, block) : { block, range: field.name.range };
}

/** The location of a top in a layer; the location of the layer if it does not name the top. */
export function topLocation(layer: LayerSyntax, blob: string): BlockRange {
  return layerLocation(
    layer,
    layer.message.list('top').find((entry) => entry.value === blob),
  );
}

export function layerFailure(
  step: BuildStep,
  check: CheckId,
  layer: LayerSyntax,
  message: string,
  at?: Entry,
): Failure {
  return { check, step, message, location: layerLocation(layer, at), layer: layer.message.text('name') };
}
