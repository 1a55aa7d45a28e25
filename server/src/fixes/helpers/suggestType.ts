import { findLayer, layerTypes } from '../../layers/registry.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { Dialect } from '../../schema/dialect.ts';

/** Likely types of a layer, from its parameters, its name and its wiring; likeliest first. */
export function typesFor({ message }: LayerSyntax, dialect: Dialect): string[] {
  const name = message.text('name').toLowerCase();
  const byParams = [...message.entries.keys()].flatMap((field) => typesWith(field, dialect));
  const byName = names.filter(([pattern]) => pattern.test(name)).map(([, type]) => type);
  const both = byParams.filter((type) => byName.includes(type));
  return [
    ...new Set([
      ...both,
      ...byParams.slice(0, 4),
      ...byName,
      ...byGraph(message.texts('bottom'), message.texts('top')),
    ]),
  ];
}

/** The types whose parameters are in a field, common types first. */
function typesWith(field: string, dialect: Dialect): string[] {
  const types = layerTypes(dialect).filter((type) => findLayer(type, dialect)?.paramField === field);
  return types.toSorted((one, other) => rank(one) - rank(other));
}

function rank(type: string): number {
  const place = names.findIndex(([, known]) => known === type);
  return place < 0 ? names.length : place;
}

/** Common layer names by type; the first match wins. */
const names: readonly (readonly [RegExp, string])[] = [
  [/deconv|upsample|upscore|^up/u, 'Deconvolution'],
  [/prelu/u, 'PReLU'],
  [/relu/u, 'ReLU'],
  [/batch_?norm|bn/u, 'BatchNorm'],
  [/scale/u, 'Scale'],
  [/norm|lrn/u, 'LRN'],
  [/drop/u, 'Dropout'],
  [/pool/u, 'Pooling'],
  [/acc/u, 'Accuracy'],
  [/sigmoid.*(?:loss|cross)/u, 'SigmoidCrossEntropyLoss'],
  [/euclid|l2.*loss/u, 'EuclideanLoss'],
  [/loss/u, 'SoftmaxWithLoss'],
  [/concat|^cat/u, 'Concat'],
  [/prob|softmax/u, 'Softmax'],
  [/flat/u, 'Flatten'],
  [/reshape/u, 'Reshape'],
  [/crop/u, 'Crop'],
  [/slice/u, 'Slice'],
  [/split/u, 'Split'],
  [/silence/u, 'Silence'],
  [/sigmoid/u, 'Sigmoid'],
  [/tanh/u, 'TanH'],
  [/power/u, 'Power'],
  [/elt|sum|add|^res/u, 'Eltwise'],
  [/conv|cccp|expand|squeeze|reduc|\dx\d/u, 'Convolution'],
  [/fc|ip|inner|score|classif|full|dense|linear/u, 'InnerProduct'],
  [/input/u, 'Input'],
  [/data|mnist|cifar|label/u, 'Data'],
];

function byGraph(bottoms: readonly string[], tops: readonly string[]): string[] {
  if (bottoms.length === 0) return ['Input'];
  if (bottoms.length === 1 && bottoms[0] === tops[0]) return ['ReLU', 'Dropout'];
  if (bottoms.length === 2 && bottoms.some((name) => /label/iu.test(name)))
    return ['SoftmaxWithLoss', 'Accuracy'];
  if (tops.length === 0) return ['Silence'];
  return bottoms.length === 1 ? [] : ['Concat', 'Eltwise'];
}

/** The Caffe type for a layer name or a type name of another framework. */
export function typeNamed(word: string): string | undefined {
  return names.find(([pattern]) => pattern.test(word.toLowerCase()))?.[1];
}
