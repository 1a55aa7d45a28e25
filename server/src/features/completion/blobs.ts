import type { Document } from '../../document/document.ts';
import { layerAt, layerExtent, layersIn } from '../../document/layers.ts';
import type { LayerDefinition } from '../../layers/definition.ts';
import type { Layer } from '../../net/net.ts';
import type { NetState } from '../../net/states/state.ts';
import { formatShape, type Shape } from '../../shape/shape.ts';
import type { CompletionItem } from '../types.ts';
import type { ValueCursor } from './cursor.ts';
import { definitionOf, valuesOf } from './layer.ts';
import { layersAbove, nextNames } from './nextNames.ts';
import { toItems, type Value } from './values.ts';

/** For a bottom, the blobs above the layer; for a top, the name of the layer and its bottoms. */
export function completeBlob(
  document: Document,
  cursor: ValueCursor,
  offset: number,
  state: NetState,
): CompletionItem[] {
  const definition = definitionOf(document, cursor.present);
  const values =
    cursor.field.name === 'top'
      ? topNames(cursor, definition, layerAt(document, offset, state)?.layer, namesAfter(document, offset))
      : blobsAbove(document, offset, state).toSorted(byUse(cursor, definition));
  const own = new Set(valuesOf(cursor.present, cursor.field.name));
  return toItems(
    cursor,
    values.filter(({ name }) => !own.has(name)),
    'blob',
  );
}

/** A blob above the cursor. */
export interface Blob extends Value {
  readonly shape: Shape;
  /** Whether it is the first top of a layer without bottoms, such as images. */
  readonly source: boolean;
  /** Whether it has a consumer above the cursor. */
  readonly read: boolean;
  /** Whether it is a further top of a data layer, such as a label. */
  readonly label: boolean;
  /** Whether it is a loss or an accuracy, which is not meant to be a bottom. */
  readonly result: boolean;
}

/** The blobs above an offset, the nearest first. */
export function blobsAbove(document: Document, offset: number, state: NetState): Blob[] {
  const above = layersIn(document, state).filter((layer) => layerExtent(document.tree, layer).end <= offset);
  const blobs = new Map<string, Blob>();
  const read = new Set<string>();
  for (const layer of above.toReversed()) {
    layer.outputs.forEach(({ name, shape }, index) => {
      if (blobs.has(name)) return;
      blobs.set(name, {
        name,
        shape,
        source: layer.inputs.length === 0 && index === 0,
        detail: `${formatShape(shape)} · ${layer.name} (${layer.type})`,
        read: read.has(name),
        label: layer.inputs.length === 0 && index > 0,
        result: isJudge(layer.definition),
      });
    });
    for (const { name } of layer.inputs) read.add(name);
  }
  return [...blobs.values()];
}

/** Blobs that no layer reads first; no losses and accuracies. */
export function freshFirst(blobs: readonly Blob[]): Blob[] {
  return blobs
    .filter(({ result }) => !result)
    .toSorted((one, other) => Number(one.read) - Number(other.read));
}

function isJudge(definition: LayerDefinition | undefined): boolean {
  return definition?.loss === true || definition?.type === 'Accuracy';
}

/** The most likely first: a label for the second bottom of a loss, otherwise blobs without a consumer. */
function byUse(
  { present }: ValueCursor,
  definition: LayerDefinition | undefined,
): (one: Blob, other: Blob) => number {
  const wantsLabel = isJudge(definition) && valuesOf(present, 'bottom').length > 0;
  const rank = ({ read, label, result }: Blob) =>
    result ? 3 : label !== wantsLabel ? 2 : read && !label ? 1 : 0;
  return (one, other) => rank(one) - rank(other);
}

/** Layer types that are commonly used in place. */
export const inPlaceTypes = ['ReLU', 'PReLU', 'ELU', 'Dropout', 'BatchNorm', 'Scale', 'Sigmoid', 'TanH'];

/** Names that continue those of the tops above. */
function namesAfter(document: Document, offset: number): Value[] {
  const tops = layersAbove(document, offset).flatMap(({ facts }) => facts.tops);
  return nextNames(document, tops).map((name) => ({ name, detail: 'next name' }));
}

function topNames(
  { present }: ValueCursor,
  definition: LayerDefinition | undefined,
  layer: Layer | undefined,
  next: readonly Value[],
): Value[] {
  const own = valuesOf(present, 'name').map((name) => ({ name, detail: 'after the layer' }));
  const over = valuesOf(present, 'bottom').map((name) => ({ name, detail: 'in place' }));
  const data = makesData(layer) ? ['data', 'label'].map((name) => ({ name, detail: 'as in most nets' })) : [];
  const names = inPlaceTypes.includes(definition?.type ?? '')
    ? [...over, ...own, ...next]
    : [...data, ...own, ...over, ...next];
  return [...new Map(names.filter(({ name }) => name !== '').map((each) => [each.name, each])).values()];
}

function makesData(layer: Layer | undefined): boolean {
  const { exact, max } = layer?.definition?.bottoms(layer.context) ?? {};
  return exact === 0 || max === 0;
}
