import type { Message } from '../../schema/message.ts';
import { type Dim, differ, multiply, product } from '../../shape/dim.ts';
import { samePosition } from '../../shape/reach.ts';
import { countOf, type Dims, formatShape, type Shape } from '../../shape/shape.ts';
import type { LayerContext } from '../context.ts';
import { between, exactly, type LayerDefinition } from '../definition.ts';
import { checkFiller } from '../helpers/filler.ts';
import { perValue, times, valuesOf } from '../operations.ts';

export const batchNorm: LayerDefinition = {
  type: 'BatchNorm',
  category: 'normalization',
  paramField: 'batch_norm_param',
  doc: 'Normalizes each channel to mean 0 and variance 1. It has no learned scale: add a Scale layer with `bias_term: true` after it.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    const dims = layer.dims(0);
    if (dims.length === 0) needChannelAxis(layer);
    const channels = dims.length === 1 ? 1 : layer.dim(0, 1);
    if (!layer.takesGivenBlobs('mean', 'variance', 'scale factor')) {
      layer.addBlob('mean', [channels]);
      layer.addBlob('variance', [channels]);
      layer.addBlob('scale factor', [1]);
      layer.needValues(channels, 0);
    }
    checkStatisticsRates(layer);
  },
  reshape(layer) {
    if (layer.dims(0).length <= 1) needChannelAxis(layer);
    layer.needValues(layer.count(0), 0);
    return [layer.like(0)];
  },
  operations(layer, tops, phase) {
    const stored = layer.params.has('use_global_stats')
      ? layer.params.bool('use_global_stats')
      : phase === 'TEST';
    // With statistics of the batch: two sums and a square for each value.
    const counts = stored
      ? { additions: 1, divisions: 1 }
      : { additions: 3, multiplications: 1, divisions: 1 };
    return times(counts, valuesOf(tops));
  },
};

function needChannelAxis(layer: LayerContext): never {
  return layer.refuse(
    'bn/one-axis',
    layer.bottomAt(0),
    `BatchNorm requires a channel axis, but ${layer.describe(0)} has no axis after the batch.`,
  );
}

/** The statistics are not learned: explicit `param`s must have `lr_mult: 0` (batch_norm_layer.cpp, LayerSetUp). */
function checkStatisticsRates(layer: LayerContext): void {
  const specs = layer.message.list('param');
  layer.message
    .messages('param')
    .slice(0, 3)
    .forEach((spec, index) => {
      if (spec.float('lr_mult') === 0) return;
      layer.refuse(
        'bn/param-lr',
        spec.list('lr_mult')[0] ?? specs[index],
        'The blobs of BatchNorm are statistics, which are not learned: set `lr_mult: 0` or remove `param`.',
      );
    });
}

/** `axis` and `num_axes` of Scale and Bias for a learned blob: the axes of the bottom that it covers. */
function ownShape(layer: LayerContext, kind: 'scale' | 'bias'): Dims {
  const dims = layer.dims(0);
  const axis = layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'));
  const count = layer.params.int('num_axes');
  if (count < -1)
    layer.refuse(
      `${kind}/num-axes`,
      layer.at('num_axes'),
      `\`num_axes\` must be 0 or more, or −1 for all axes after \`axis\`, but is ${count}.`,
    );
  if (count === -1) return dims.slice(axis);
  if (axis + count > dims.length) {
    layer.refuse(
      `${kind}/extends-setup`,
      layer.at('num_axes', 'axis'),
      `The ${kind} would cover axes ${axis} to ${axis + count - 1}, but ${layer.describe(0)} has ${dims.length} axes.`,
    );
  }
  return dims.slice(axis, axis + count);
}

/** Scale and Bias broadcast a blob over the bottom: its axes must match the bottom's from `axis` on. */
function checkBroadcast(layer: LayerContext, kind: 'scale' | 'bias', blob: Dims): void {
  const dims = layer.dims(0);
  const axis = blob.length === 0 ? 0 : layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'));
  const at = layer.bottomAt(1) ?? layer.at('axis');
  if (axis + blob.length > dims.length) {
    layer.refuse(
      `${kind}/extends`,
      at,
      `The ${kind} (${formatShape(blob)}) from axis ${axis} on has too many axes for ${layer.describe(0)}.`,
    );
  }
  blob.forEach((dim, index) => {
    if (differ(dim, dims[axis + index] ?? dim)) {
      layer.refuse(
        `${kind}/dim-mismatch`,
        at,
        `The ${kind} (${formatShape(blob)}) does not match ${layer.describe(0)} from axis ${axis} on: it has ${formatShape([dim])} where the bottom has ${formatShape([dims[axis + index] ?? dim])}.`,
      );
    }
  });
  const [outer, inner] = [product(dims.slice(0, axis)), product(dims.slice(axis + blob.length))];
  if (inner === 0 && (kind === 'bias' || outer === 0)) layer.needValues(0, 0);
}

export const bias: LayerDefinition = {
  type: 'Bias',
  category: 'normalization',
  paramField: 'bias_param',
  doc: 'Adds a learned bias or a second bottom to the first bottom, broadcast over the missing axes.',
  bottoms: between(1, 2),
  tops: exactly(1),
  setUp(layer) {
    if (layer.bottoms.length === 1) addOwnBlob(layer, 'bias');
  },
  reshape(layer) {
    checkBroadcast(layer, 'bias', layer.bottoms.length === 2 ? layer.dims(1) : (layer.blobs[0]?.shape ?? []));
    return [layer.like(0)];
  },
  operations: ({ bottoms }, tops) =>
    times(bottoms.length === 2 ? { additions: 1 } : { biases: 1 }, valuesOf(tops)),
};

export const scale: LayerDefinition = {
  type: 'Scale',
  category: 'normalization',
  paramField: 'scale_param',
  doc: 'Multiplies the first bottom by a learned factor or a second bottom, broadcast over the missing axes; `bias_term` adds a learned bias.',
  bottoms: between(1, 2),
  tops: exactly(1),
  setUp(layer) {
    if (layer.bottoms.length === 1) addOwnBlob(layer, 'scale');
    if (layer.params.bool('bias_term')) addScaleBias(layer);
  },
  reshape(layer) {
    const factor = layer.bottoms.length === 2 ? layer.dims(1) : (layer.blobs[0]?.shape ?? []);
    checkBroadcast(layer, 'scale', factor);
    return [layer.like(0)];
  },
  operations: ({ params }, tops) =>
    times({ multiplications: 1, biases: params.bool('bias_term') ? 1 : 0 }, valuesOf(tops)),
  connections: ({ params, bottoms }, tops) =>
    multiply((bottoms.length === 1 ? 1 : 0) + (params.bool('bias_term') ? 1 : 0), valuesOf(tops)),
};

function addOwnBlob(layer: LayerContext, kind: 'scale' | 'bias'): void {
  if (layer.takesGivenBlobs(kind, 'bias')) return;
  const shape = ownShape(layer, kind);
  layer.addBlob(kind, shape);
  checkFiller(layer, 'filler', shape, kind);
}

/** Scale sets up an internal Bias layer on the first bottom before it checks its own shapes (scale_layer.cpp). */
function addScaleBias(layer: LayerContext): void {
  if (layer.message.has('blobs')) {
    takeGivenBias(layer);
    return;
  }
  const dims = layer.dims(0);
  const axis = layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'));
  const count = layer.bottoms.length === 2 ? layer.dims(1).length : layer.params.int('num_axes');
  const end = count === -1 ? dims.length : axis + count;
  if (end > dims.length) {
    layer.refuse(
      'bias/extends-setup',
      layer.at('bias_term'),
      `The bias would cover axes ${axis} to ${end - 1}, but ${layer.describe(0)} has ${dims.length} axes.`,
    );
  }
  const shape = dims.slice(axis, end);
  checkFiller(layer, 'bias_filler', shape, 'bias');
  layer.needValues(product(dims.slice(end)), 0);
  layer.addBlob('bias', shape);
}

/** The internal layer also copies the stored blobs and uses the first one, so nothing is filled. */
function takeGivenBias(layer: LayerContext): void {
  const shape = layer.blobs[0]?.shape ?? [];
  checkBroadcast(layer, 'bias', shape);
  if (layer.blobs.length + layer.bottoms.length < 3) layer.addBlob('bias', shape);
}

function isWithinChannel(params: Message): boolean {
  return params.text('norm_region') === 'WITHIN_CHANNEL';
}

export const lrn: LayerDefinition = {
  type: 'LRN',
  category: 'normalization',
  paramField: 'lrn_param',
  hasEngine: true,
  doc: 'Local response normalization: divides each value by a sum over its neighbors in other channels or within its channel.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    const size = layer.params.int('local_size');
    if (size % 2 !== 1)
      layer.refuse('lrn/odd-size', layer.at('local_size'), `\`local_size\` must be odd, but is ${size}.`);
  },
  reshape(layer) {
    if (layer.dims(0).length !== 4) {
      layer.refuse(
        'lrn/four-axes',
        layer.bottomAt(0),
        `LRN requires 4 axes (num, channels, height, width), but ${layer.describeAxes(0)}.`,
      );
    }
    return [layer.like(0)];
  },
  operations({ params }, tops) {
    const size = params.int('local_size');
    const neighbors = isWithinChannel(params) ? size * size : size;
    return times({ multiplications: 3, additions: neighbors, exponentials: 1 }, valuesOf(tops));
  },
  reach({ params }) {
    const size = isWithinChannel(params) ? params.int('local_size') : 1;
    const window = { size, stride: 1, start: (1 - size) / 2 };
    return [window, window];
  },
};

export const mvn: LayerDefinition = {
  type: 'MVN',
  category: 'normalization',
  paramField: 'mvn_param',
  doc: 'Mean-variance normalization of each image, per channel or across channels. The top always has 4 axes.',
  bottoms: exactly(1),
  tops: exactly(1),
  reshape(layer) {
    const [num, channels, height, width] = layer.legacy(0, 'mvn/legacy', ['intel', 'opencl']);
    const area = multiply(height, width);
    layer.needValues(layer.params.bool('across_channels') ? multiply(channels, area) : area, 0);
    return [[num, channels, height, width]];
  },
  operations: ({ params }, tops) =>
    times(
      params.bool('normalize_variance')
        ? { additions: 3, multiplications: 1, divisions: 1 }
        : { additions: 2 },
      valuesOf(tops),
    ),
  reach: () => 'all',
};

export const normalize: LayerDefinition = {
  type: 'Normalize',
  category: 'normalization',
  paramField: 'norm_param',
  doc: 'L2 normalization across channels or across the whole image, multiplied by a learned scale.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    const dims = layer.dims(0);
    if (dims.length < 2)
      layer.refuse(
        'ssd/normalize-axes',
        layer.bottomAt(0),
        `Normalize requires at least 2 axes, but ${layer.describeAxes(0)}.`,
      );
    if (dims.length > 4)
      layer.refuse(
        'ssd/normalize-legacy',
        layer.bottomAt(0),
        `Normalize supports at most 4 axes, but ${layer.describeAxes(0)}.`,
      );
    const [, channels, height, width] = layer.legacy(0);
    layer.needValues(multiply(channels, multiply(height, width)), 0);
    const shape: Dim[] = layer.params.bool('channel_shared') ? [] : [channels];
    if (!layer.takesGivenBlobs('scale')) {
      layer.addBlob('scale', shape);
      checkFiller(layer, 'scale_filler', shape, 'scale');
    }
    const given = layer.blobs[0]?.shape ?? shape;
    if (differ(countOf(given), product(shape))) {
      layer.refuse(
        'ssd/normalize-scale-count',
        layer.givenBlobsAt(),
        `The stored scale blob is ${formatShape(given)}, but must be ${formatShape(shape)}.`,
      );
    }
  },
  reshape: (layer): Shape[] => [layer.like(0)],
  operations: perValue({ additions: 1, multiplications: 2, divisions: 1 }),
  connections: (_layer, tops) => valuesOf(tops),
  reach: (layer) =>
    layer.params.bool('across_spatial')
      ? 'all'
      : layer
          .dims(0)
          .slice(2)
          .map(() => samePosition),
};
