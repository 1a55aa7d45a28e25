import type { Document } from '../../document/document.ts';
import { onceFor } from '../../memo/onceFor.ts';
import { factsOf } from '../../net/facts.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { Upgraded } from '../../net/upgrade/upgrade.ts';
import { upgradeV1 } from '../../net/upgrade/upgradeV1.ts';
import { readMessage } from '../../schema/message.ts';
import type { FieldNode, MessageNode } from '../../syntax/nodes.ts';
import { fieldsOf, type OuterField } from '../../syntax/parse.ts';
import type { TextEdit } from '../../text/edit.ts';
import { removeField } from '../fields.ts';
import { keepComments } from './comments.ts';
import { upgradeV0Layer } from './v0Layer.ts';
import { unknownV1Type, upgradeV1Layer } from './v1Layer.ts';

/** The `layers { … }` of a file. */
export function oldLayers(document: Document): OuterField[] {
  if (document.root !== 'NetParameter') return [];
  return [...fieldsOf(document.tree)].filter(({ field }) => field.name.text === 'layers');
}

/** Whether a net has layers in V0 syntax, `layers { layer { … } }`. */
export function hasV0Layers(document: Document): boolean {
  return oldLayers(document).some(({ field: { value } }) => value?.kind === 'message' && innerOf(value));
}

/** A V1 layer that cannot be upgraded because its type has no known current name. */
export interface LeftLayer {
  readonly type: string;
  readonly name: string;
  /** Its start in the file. */
  readonly start: number;
}

/** The `layers { … }` that are not upgraded. */
export function leftLayers(document: Document): LeftLayer[] {
  return oldLayers(document).flatMap((place) => {
    const [node, layer] = [place.field.value, upgradedLayer(document, place)];
    const type = node?.kind === 'message' && layer ? unknownType(document, layer, node) : undefined;
    if (type === undefined || !layer) return [];
    return [{ type, name: layer.message.text('name'), start: place.range.start }];
  });
}

function upgradedLayer(document: Document, { field }: OuterField): LayerSyntax | undefined {
  return layersByField(document.netInput().upgraded).get(field);
}

const layersByField = onceFor(
  ({ layers }: Upgraded) => new Map(layers.toReversed().map((layer) => [layer.field, layer])),
);

function unknownType(document: Document, layer: LayerSyntax, node: MessageNode): string | undefined {
  return innerOf(node) ? undefined : unknownV1Type(layer, node, document.dialect);
}

/**
 * Converts one `layers { … }` to the `layer { … }` to which Caffe upgrades it. A V0 padding layer is removed, because
 * its consumer pads itself. Empty if its text is incomplete, or its type has no current name.
 */
export function upgradeLayer(document: Document, place: OuterField): TextEdit[] {
  const { field, range } = place;
  const node = field.value;
  if (node?.kind !== 'message' || !node.close) return [];
  const { text } = document;
  const layer = upgradedLayer(document, place);
  const inner = innerOf(node);
  if (!layer) {
    const gone = inner && isPadding(inner) ? [removeField(text, range)] : [];
    return keepComments(text, gone);
  }
  if (unknownType(document, layer, node) !== undefined) return [];
  return keepComments(
    text,
    inner ? upgradeV0Layer(document.tree, layer, node) : upgradeV1Layer(document, layer, node),
  );
}

/** The `layer { … }` with fields or a type of V1, which Caffe rejects. */
export function mixedLayers(document: Document): OuterField[] {
  if (document.root !== 'NetParameter') return [];
  return [...fieldsOf(document.tree)].filter(
    ({ field: { name, value } }) =>
      name.text === 'layer' && value?.kind === 'message' && value.fields.some((own) => isOfV1(own)),
  );
}

/** Converts V1 fields and types in a `layer { … }` to the current ones. */
export function fixLayer(document: Document, { block, field }: OuterField): TextEdit[] {
  const node = field.value;
  const descriptor = document.schema.message('V1LayerParameter');
  if (node?.kind !== 'message' || !node.close || !descriptor) return [];
  const message = readMessage(node.fields, descriptor, document.schema);
  const old = { message, facts: factsOf(message), block, field };
  const [layer = old] = upgradeV1([old], document.dialect);
  return keepComments(document.text, upgradeV1Layer(document, layer, node));
}

function isOfV1({ name, value }: FieldNode): boolean {
  if (name.text === 'type') return value?.kind === 'scalar' && value.literal === 'identifier';
  return name.text === 'blobs_lr' || name.text === 'weight_decay';
}

/** The message inside a V0 layer with its type and parameters. */
function innerOf({ fields }: MessageNode): MessageNode | undefined {
  const inner = fields.find(({ name }) => name.text === 'layer')?.value;
  return inner?.kind === 'message' && inner.close ? inner : undefined;
}

function isPadding({ fields }: MessageNode): boolean {
  const type = fields.find(({ name }) => name.text === 'type')?.value;
  return type?.kind === 'scalar' && type.text === 'padding';
}
