import type { Document } from '../document/document.ts';
import { allNets, sameLayerIn } from '../document/layers.ts';
import { categoryOf } from '../layers/definition.ts';
import { blobGraphOf } from '../net/blobGraph.ts';
import type { Layer } from '../net/net.ts';
import type { TextEdit } from '../text/edit.ts';
import { addLayerAfter } from './layers.ts';
import { freeLayerName } from './names.ts';
import { type NewField, newField, quoted } from './newField.ts';

/** The in-place layers that can be inserted after a layer with weights, by the name of the insertion. */
export const insertions = ['ReLU', 'BatchNorm and Scale'] as const;

export type Insertion = (typeof insertions)[number];

const typesOf: Readonly<Record<Insertion, readonly string[]>> = {
  ReLU: ['ReLU'],
  'BatchNorm and Scale': ['BatchNorm', 'Scale'],
};

/**
 * Inserts in-place layers after a convolution or an inner product; their names are like those of other layers of their
 * type. Empty if the layer has no single top, or if such layers already follow in a state.
 */
export function insertAfter(document: Document, layer: Layer, insertion: Insertion): TextEdit[] {
  const [top, second] = layer.facts.tops;
  const category = categoryOf(layer.definition);
  const hasWeights = category === 'convolution' || category === 'innerProduct';
  // Layers of the file in an old syntax are upgraded first.
  const isCurrent = layer.field.name.text === 'layer';
  if (top === undefined || second !== undefined || !hasWeights || !isCurrent) return [];
  if (isFollowed(document, layer, insertion)) return [];
  return typesOf[insertion].map((type) =>
    addLayerAfter(document.tree, layer, inPlace(type, nameLike(document, layer, type), top)),
  );
}

function inPlace(type: string, name: string, blob: string): NewField {
  return newField('layer', [
    newField('name', quoted(name)),
    newField('type', quoted(type)),
    newField('bottom', quoted(blob)),
    newField('top', quoted(blob)),
    ...(type === 'Scale' ? [newField('scale_param', [newField('bias_term', true)])] : []),
  ]);
}

/** Whether a layer of the same kind modifies the top in place in any state, or reads it. */
function isFollowed(document: Document, layer: Layer, insertion: Insertion): boolean {
  return allNets(document).some((net) => {
    const own = sameLayerIn(net, layer);
    const after = own ? blobGraphOf(net).allConsumers({ layer: own, index: 0 }) : [];
    return after.some(({ definition, type }) =>
      insertion === 'ReLU' ? categoryOf(definition) === 'activation' : type === 'BatchNorm',
    );
  });
}

/** A name as other layers of a type have in relation to the producer of their bottom: `bn2` as `bn1` of `conv1`. */
function nameLike(document: Document, { name }: Layer, type: string): string {
  const [net] = allNets(document);
  const graph = net && blobGraphOf(net);
  for (const like of net?.layers ?? []) {
    const [producer] = like.type === type && graph ? graph.path(like, 0).filter(hasOwnName) : [];
    const found = producer && related(name, producer.name, like.name);
    if (found !== undefined) return freeLayerName(document, found);
  }
  return freeLayerName(document, `${name}_${suffixes.get(type) ?? type.toLowerCase()}`);
}

/** In-place layers have names that are made from another one. */
function hasOwnName({ definition }: Layer): boolean {
  const category = categoryOf(definition);
  return category === 'convolution' || category === 'innerProduct';
}

/** The name that has the same relation to `name` as `other` to `base`: it contains it, or ends in the same number. */
function related(name: string, base: string, other: string): string | undefined {
  if (base !== '' && other.includes(base)) return other.replace(base, () => name);
  const [number] = /\d[\w/]*$/u.exec(base) ?? [];
  const [own] = /\d[\w/]*$/u.exec(name) ?? [];
  if (number === undefined || own === undefined || !other.endsWith(number)) return undefined;
  return other.slice(0, -number.length) + own;
}

const suffixes: ReadonlyMap<string, string> = new Map([
  ['BatchNorm', 'bn'],
  ['Scale', 'scale'],
  ['ReLU', 'relu'],
]);
