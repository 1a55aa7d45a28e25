import type { Document } from '../../document/document.ts';
import { layerAt, layerExtent, layersIn } from '../../document/layers.ts';
import type { LayerDefinition } from '../../layers/definition.ts';
import type { Layer } from '../../net/net.ts';
import type { NetState } from '../../net/states/state.ts';
import { formatShape, type Shape } from '../../shape/shape.ts';
import type { FieldNode } from '../../syntax/nodes.ts';
import type { CompletionItem } from '../types.ts';
import type { ValueCursor } from './cursor.ts';
import { definitionOf, valuesOf } from './layer.ts';
import { layersAbove, nextNames } from './names/nextNames.ts';
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
      ? topNames(cursor, definition, layerAt(document, offset, state)?.layer, {
          like: namesLike(document, cursor, offset),
          next: namesAfter(document, cursor, offset),
        })
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
  /** Whether its axes are not those of images any more, or it has boxes. */
  readonly rearranged: boolean;
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
        rearranged: rearranging.includes(layer.type),
      });
    });
    for (const { name } of layer.inputs) read.add(name);
  }
  return [...blobs.values()];
}

const rearranging = ['Permute', 'Reshape', 'Flatten', 'PriorBox'];

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

/** The number of layers above whose tops are compared with their bottoms. */
const mostCompared = 12;

/** Names that follow from the bottom as the tops of the layers above do: `pool2` from `conv2` after `pool1`. */
function namesLike(document: Document, { present }: ValueCursor, offset: number): Value[] {
  const [bottom] = valuesOf(present, 'bottom');
  if (bottom === undefined) return [];
  const near = layersAbove(document, offset).slice(-mostCompared).reverse();
  const names = near.flatMap(
    ({ facts }) => likeName(bottom, facts.bottoms[0] ?? '', facts.tops[0] ?? '') ?? [],
  );
  return names.map((name) => ({ name, detail: 'as above' }));
}

/** The name that differs from one bottom as a top differs from another one. */
function likeName(name: string, bottom: string, top: string): string | undefined {
  if (bottom === '' || bottom === top) return undefined;
  let start = 0;
  while (start < bottom.length && bottom[start] === top[start]) start += 1;
  let end = 0;
  while (end < bottom.length - start && end < top.length - start && bottom.at(-1 - end) === top.at(-1 - end))
    end += 1;
  const old = bottom.slice(start, bottom.length - end);
  const added = top.slice(start, top.length - end);
  if (/\d/u.test(old + added) || start + end === 0) return undefined;
  if (old === '') return end === 0 ? name + added : start === 0 ? added + name : undefined;
  const at = name.lastIndexOf(old);
  return at < 0 ? undefined : name.slice(0, at) + added + name.slice(at + old.length);
}

/** Names that continue those of the tops of the layer and of those above. */
function namesAfter(document: Document, { present }: ValueCursor, offset: number): Value[] {
  const tops = layersAbove(document, offset).flatMap(({ facts }) => facts.tops);
  return nextNames(document, [...tops, ...valuesOf(present, 'top')]).map((name) => ({
    name,
    detail: 'next name',
  }));
}

function topNames(
  { present }: ValueCursor,
  definition: LayerDefinition | undefined,
  layer: Layer | undefined,
  { like, next }: Readonly<Record<'like' | 'next', readonly Value[]>>,
): Value[] {
  const own = namesOf(present).map((name) => ({ name, detail: 'after the layer' }));
  const over = valuesOf(present, 'bottom').map((name) => ({ name, detail: 'in place' }));
  const data = makesData(layer, present)
    ? ['data', 'label'].map((name) => ({ name, detail: 'as in most nets' }))
    : [];
  const names = inPlaceTypes.includes(definition?.type ?? '')
    ? [...over, ...own, ...like, ...next]
    : [...data, ...own, ...over, ...like, ...next];
  return [...new Map(names.filter(({ name }) => name !== '').map((each) => [each.name, each])).values()];
}

/** The names of a layer, also of the layer in a V0 layer. */
function namesOf(present: readonly FieldNode[]): string[] {
  const inner = present.flatMap(({ name, value }) =>
    name.text === 'layer' && value?.kind === 'message' ? value.fields : [],
  );
  return [...valuesOf(present, 'name'), ...valuesOf(inner, 'name')];
}

function makesData(layer: Layer | undefined, present: readonly FieldNode[]): boolean {
  const [type = ''] = valuesOf(present, 'type');
  if (/data$/iu.test(type) && !present.some(({ name }) => name.text === 'bottom')) return true;
  const { exact, max } = layer?.definition?.bottoms(layer.context) ?? {};
  return exact === 0 || max === 0;
}
