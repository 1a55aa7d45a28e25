import type { Document } from '../document/document.ts';
import { allNets, sameLayerIn } from '../document/layers.ts';
import { categoryOf } from '../layers/definition.ts';
import { isRegistered } from '../layers/registry.ts';
import { blobGraphOf } from '../net/blobGraph.ts';
import type { Layer } from '../net/net.ts';
import type { TextEdit } from '../text/edit.ts';
import { addLayerAfter } from './layers.ts';
import { freeBlobName, freeLayerName } from './names.ts';
import { type NewField, newField, quoted } from './newField.ts';
import { renameConsumers } from './renameTop.ts';
import { stateRules } from './stateRules.ts';

/** The layers that can be inserted after a layer with weights, by the name of the insertion. */
export const insertions = ['ReLU', 'BatchNorm and Scale', 'Dropout', 'Pooling'] as const;

export type Insertion = (typeof insertions)[number];

const typesOf: Readonly<Record<Insertion, readonly string[]>> = {
  ReLU: ['ReLU'],
  'BatchNorm and Scale': ['BatchNorm', 'Scale'],
  Dropout: ['Dropout'],
  Pooling: ['Pooling'],
};

/**
 * Inserts layers after a convolution or an inner product: BatchNorm and Scale directly after it, others after its
 * in-place layers; their names are like those of other layers of their type. Empty if the layer has no single top, if
 * such a layer already follows in a state, or if the file's Caffe lacks a type.
 */
export function insertAfter(document: Document, layer: Layer, insertion: Insertion): TextEdit[] {
  const [top, second] = layer.facts.tops;
  const category = categoryOf(layer.definition);
  const hasWeights = category === 'convolution' || category === 'innerProduct';
  // Layers of the file in an old syntax are upgraded first.
  const isCurrent = layer.field.name.text === 'layer';
  if (top === undefined || second !== undefined || !hasWeights || !isCurrent) return [];
  if (!typesOf[insertion].every((type) => isRegistered(type, document.dialect))) return [];
  if (isFollowed(document, layer, insertion) || !isSensible(document, layer, insertion)) return [];
  const last = insertion === 'BatchNorm and Scale' ? layer : chainEnd(document, layer);
  if (insertion === 'Pooling') return joinsOthers(document, last) ? [] : insertPooling(document, layer, last);
  const { tree } = document;
  const rules = stateRules(tree, last);
  return typesOf[insertion].map((type) =>
    addLayerAfter(tree, last, added(type, nameLike(document, layer, type), [top, top], rules)),
  );
}

/** The last of the in-place layers that follow a layer in all states. */
function chainEnd(document: Document, layer: Layer): Layer {
  const chains = allNets(document).flatMap((net) => {
    const own = sameLayerIn(net, layer);
    return own ? [blobGraphOf(net).chain(own)] : [];
  });
  const isShared = ({ message }: Layer) =>
    chains.every((chain) => chain.some((each) => each.message === message));
  return chains[0]?.findLast(isShared) ?? layer;
}

/** No activation or dropout changes scores, and pooling follows a convolution of images. */
function isSensible(document: Document, layer: Layer, insertion: Insertion): boolean {
  if (insertion === 'BatchNorm and Scale') return true;
  const after = consumersOf(document, layer);
  if (after.some(({ type, definition }) => type.endsWith('Softmax') || categoryOf(definition) === 'loss'))
    return false;
  if (insertion === 'ReLU') return true;
  const isHidden = after.some(({ facts }) => facts.tops[0] !== facts.bottoms[0]);
  const category = categoryOf(layer.definition);
  return isHidden && (insertion === 'Dropout' ? category === 'innerProduct' : isImage(layer));
}

function isImage({ definition, outputs }: Layer): boolean {
  const shape = outputs[0]?.shape;
  const isLarge = Array.isArray(shape) && shape.length === 4 && Number(shape[2]) > 1 && Number(shape[3]) > 1;
  return categoryOf(definition) === 'convolution' && isLarge;
}

/** The layers that read the top of a layer in any state, in place or not. */
function consumersOf(document: Document, layer: Layer): Layer[] {
  return allNets(document).flatMap((net) => {
    const own = sameLayerIn(net, layer);
    return own ? blobGraphOf(net).allConsumers({ layer: own, index: 0 }) : [];
  });
}

/** The number of layers whose images pooling may reduce. */
const mostReduced = 1000;

/** Whether images that are computed from the top of a layer are joined with images of other layers in any state. */
function joinsOthers(document: Document, layer: Layer): boolean {
  return allNets(document).some((net) => {
    const own = sameLayerIn(net, layer);
    if (!own) return false;
    const graph = blobGraphOf(net);
    const reduced = new Set([own]);
    for (const each of reduced) {
      if (reduced.size > mostReduced) return true;
      if (each !== own && categoryOf(each.definition) === 'innerProduct') continue;
      for (const top of each.facts.tops.keys())
        for (const next of graph.consumers(each, top)) reduced.add(next.layer);
    }
    const isOther = (consumer: Layer, bottom: number) => {
      const producer = graph.producer(consumer, bottom)?.layer;
      const shape = consumer.inputs[bottom]?.shape;
      return Array.isArray(shape) && shape.length === 4 && !(producer && reduced.has(producer));
    };
    return [...reduced].some(
      (consumer) => consumer !== own && consumer.inputs.some((_, index) => isOther(consumer, index)),
    );
  });
}

/** A pooling layer is not in place: the layers that read the blob then read its top. */
function insertPooling(document: Document, layer: Layer, last: Layer): TextEdit[] {
  const [top = ''] = layer.facts.tops;
  const name = freeBlobName(document, nameLike(document, layer, 'Pooling'));
  return [
    addLayerAfter(document.tree, last, added('Pooling', name, [top, name], stateRules(document.tree, last))),
    ...renameConsumers(document, last, 0, name, () => false),
  ];
}

const paramsOf: Readonly<Record<string, readonly NewField[]>> = {
  Scale: [newField('scale_param', [newField('bias_term', true)])],
  Dropout: [newField('dropout_param', [newField('dropout_ratio', 0.5)])],
  Pooling: [
    newField('pooling_param', [newField('pool', 'MAX'), newField('kernel_size', 2), newField('stride', 2)]),
  ],
};

function added(
  type: string,
  name: string,
  [bottom, top]: readonly [string, string],
  rules: readonly NewField[],
): NewField {
  return newField('layer', [
    newField('name', quoted(name)),
    newField('type', quoted(type)),
    newField('bottom', quoted(bottom)),
    newField('top', quoted(top)),
    ...rules,
    ...(paramsOf[type] ?? []),
  ]);
}

/** Whether a layer of the same kind modifies the top in place in any state, or reads it. */
function isFollowed(document: Document, layer: Layer, insertion: Insertion): boolean {
  const [kind] = typesOf[insertion];
  return consumersOf(document, layer).some(({ definition, type }) =>
    insertion === 'ReLU' ? categoryOf(definition) === 'activation' : type === kind,
  );
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
  ['Dropout', 'drop'],
  ['Pooling', 'pool'],
]);
