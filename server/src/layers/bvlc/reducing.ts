import { isKnown } from '../../shape/dim.ts';
import type { Dims } from '../../shape/shape.ts';
import type { LayerContext } from '../context.ts';
import { exactly, type LayerDefinition } from '../definition.ts';
import { times, valuesOf } from '../operations.ts';

/** For each value: the maximum, its subtraction, the exponential, the sum, the division (softmax_layer.cpp). */
export const softmaxOperations = { comparisons: 1, additions: 2, divisions: 1, exponentials: 1 } as const;

/** Layers that reduce axes, or normalize along them. */

export const argMax: LayerDefinition = {
  type: 'ArgMax',
  category: 'shape',
  paramField: 'argmax_param',
  doc: 'Indices of the `top_k` largest values of each item or along one axis; with `out_max_val` also the values.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    const topK = layer.params.uint('top_k');
    if (topK < 1)
      layer.refuse('argmax/top-k-min', layer.at('top_k'), `\`top_k\` must be 1 or more, but is ${topK}.`);
    const choices = layer.params.has('axis') ? layer.dims(0)[argMaxAxis(layer)] : layer.count(0, 1);
    if (choices === undefined || !isKnown(choices) || topK <= choices) return;
    const check = layer.params.has('axis') ? 'argmax/top-k-axis' : 'argmax/top-k-flat';
    layer.refuse(check, layer.at('top_k'), `\`top_k: ${topK}\` exceeds the ${choices} available values.`);
  },
  reshape(layer) {
    const { length } = layer.dims(0);
    // At first, the top had 4 axes in any case.
    const isOld = length !== 4 && !layer.rejectsSince('2015-09-25');
    return [reducedTop(layer, isOld ? 4 : length)];
  },
  operations: (layer) => ({ comparisons: layer.count(0) }),
};

/** alexgkendall/caffe-segnet has a newer layer than the BVLC on which it is based. */
export const newerArgMax: LayerDefinition = {
  ...argMax,
  forks: ['segnet'],
  reshape: (layer) => [reducedTop(layer, layer.dims(0).length)],
};

/** The top of an ArgMax; without an axis to reduce, it has the given number of axes and at least 3. */
function reducedTop(layer: LayerContext, axes: number): Dims {
  const dims = layer.dims(0);
  const topK = layer.params.int('top_k');
  if (layer.params.has('axis')) return dims.with(argMaxAxis(layer), topK);
  const trailing = new Array<number>(Math.max(axes - 3, 0)).fill(1);
  return [dims[0] ?? 1, layer.params.bool('out_max_val') ? 2 : 1, topK, ...trailing];
}

function argMaxAxis(layer: LayerContext): number {
  return layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'), 'argmax/axis-range');
}

export const reduction: LayerDefinition = {
  type: 'Reduction',
  category: 'shape',
  paramField: 'reduction_param',
  doc: 'Sum, sum of absolute values, sum of squares or mean over all axes from `axis` on.',
  bottoms: exactly(1),
  tops: exactly(1),
  reshape(layer) {
    const axis = layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'), 'reduction/axis-range');
    if (['SUM', 'MEAN'].includes(layer.params.text('operation'))) layer.needValues(layer.count(0, axis), 0);
    return [layer.dims(0).slice(0, axis)];
  },
  operations: (layer) => ({ additions: layer.count(0) }),
};

export const softmax: LayerDefinition = {
  type: 'Softmax',
  category: 'activation',
  paramField: 'softmax_param',
  hasEngine: true,
  doc: 'Converts the values along one axis, the channels by default, to probabilities that sum to 1.',
  bottoms: exactly(1),
  tops: exactly(1),
  reshape(layer) {
    const axis = layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'), 'softmax/axis-range');
    layer.needValues(layer.dim(0, axis), 0);
    return [layer.like(0)];
  },
  operations: (_layer, tops) => times(softmaxOperations, valuesOf(tops)),
};
