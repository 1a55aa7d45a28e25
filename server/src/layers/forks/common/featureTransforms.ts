import { type Dim, divide, mapDim, multiply, product } from '../../../shape/dim.ts';
import { underWindow } from '../../../shape/reach.ts';
import type { Shape } from '../../../shape/shape.ts';
import { convolved, type Window } from '../../../shape/window.ts';
import { checkSameChannels } from '../../bvlc/loss.ts';
import type { LayerContext } from '../../context.ts';
import { anyNumber, atLeast, between, exactly, type LayerDefinition } from '../../definition.ts';
import { checkFiller } from '../../helpers/filler.ts';

/** Layers of forks that compute features from features: element-wise, pairwise or at points. */

/** One bottom, and one top of its shape. */
function like(type: string, doc: string, more: Partial<LayerDefinition> = {}): LayerDefinition {
  return {
    type,
    doc,
    bottoms: exactly(1),
    tops: exactly(1),
    reshape: (layer) => [layer.like(0)],
    ...more,
  };
}

/** happynear/caffe-windows, arccos_layer.hpp. */
const arccos = like('Arccos', 'y = arccos(x).', { category: 'activation' });

/** happynear/caffe-windows, cosine_layer.hpp. */
const cosine = like('Cosine', 'y = cos(x).', { category: 'activation' });

/** happynear/caffe-windows, noise_layer.cpp. */
const noise = like('Noise', 'Adds random noise in training.', {
  category: 'activation',
  paramField: 'noise_param',
});

/** happynear/caffe-windows, truncation_layer.hpp and soft_truncation_layer.hpp. */
const truncation = like('Truncation', 'Limits values to an upper bound.', {
  category: 'activation',
  paramField: 'truncation_param',
});
const softTruncation = like('SoftTruncation', 'Limits values to an upper bound, smoothly.', {
  category: 'activation',
  paramField: 'soft_truncation_param',
});

/** happynear/caffe-windows, flip_layer.cpp. */
const flip = like('Flip', 'Flips images, horizontally by default.', {
  category: 'shape',
  paramField: 'flip_param',
});

/** happynear/caffe-windows, insanity_layer.cpp. */
const insanity = like(
  'Insanity',
  'Rectified linear unit with a random slope for negative inputs in training and its mean in testing: randomized leaky ReLU.',
  {
    category: 'activation',
    paramField: 'insanity_param',
    setUp(layer) {
      if (layer.dims(0).length >= 2) return;
      layer.refuse(
        'prelu/axes',
        layer.bottomAt(0),
        `Insanity requires at least 2 axes, but ${layer.describeAxes(0)}.`,
      );
    },
  },
);

/** XiangChenchao/DDPN, signed_sqrt_layer.cpp. */
const signedSqrt = like('SignedSqrt', 'Takes the square root of the absolute value and keeps the sign.', {
  category: 'activation',
  setUp: refuseInPlace,
});

function refuseInPlace(layer: LayerContext): void {
  if (layer.isInPlace())
    layer.refuse(
      'fork/in-place',
      layer.topAt(0),
      `${layer.type} does not support in-place computation; give the top a different name.`,
    );
}

/** num, channels, height and width of the bottom: layers for images give their top four axes. */
function asImage(layer: LayerContext): Shape[] {
  return [[...layer.legacy(0)]];
}

/** huangyangyu/SeqFace and xialuxi/arcface-caffe, normL2_layer.cpp. */
const normL2 = like(
  'NormL2',
  'Divides the features of each item by their L2 norm. The top always has 4 axes.',
  { category: 'normalization', reshape: asImage },
);

/** XiangChenchao/DDPN, l2_normalize_layer.cpp. */
const l2Normalize = like('L2Normalize', normL2.doc, {
  category: 'normalization',
  setUp: refuseInPlace,
  reshape: asImage,
});

/** yjxiong/caffe, normalize_layer.cpp: unlike SSD's, without a learned scale. */
const normalizeItems = like('Normalize', normL2.doc, {
  category: 'normalization',
  forks: ['yjxiong'],
  reshape: asImage,
});

/** microsoft/O-CNN, normalize_layer.cpp. */
const normalizeAnyAxes = like(
  'Normalize',
  'Divides the channels at each position by their norm, without a learned scale.',
  {
    category: 'normalization',
    forks: ['o-cnn'],
  },
);

/** happynear/caffe-windows, normalize_layer.cpp; the parameters of xialuxi/arcface-caffe are similar. */
const normalizePositions = like(
  'Normalize',
  'Divides the channels at each position by their norm, without a learned scale; a second top has the norms. Tops always have 4 axes.',
  {
    category: 'normalization',
    forks: ['caffe-windows', 'arcface'],
    paramField: 'normalize_param',
    tops: between(1, 2),
    reshape(layer) {
      const [num, channels, height, width] = layer.legacy(0);
      return [
        [num, channels, height, width],
        [num, 1, height, width],
      ].slice(0, layer.topCount);
    },
  },
);

/** happynear/caffe-windows, moving_normalize_layer.cpp. */
const movingNormalize = like(
  'MovingNormalize',
  'Divides the channels at each position by their norm and multiplies them by a stored mean of the norms; a second top has that mean.',
  {
    category: 'normalization',
    tops: between(1, 2),
    setUp(layer) {
      if (!layer.takesGivenBlobs('mean norm')) layer.addBlob('mean norm', [1]);
    },
    reshape: (layer) => [layer.like(0), [1]].slice(0, layer.topCount),
  },
);

/** happynear/caffe-windows, pairwise_layer.cpp. */
const pairwise: LayerDefinition = {
  type: 'Pairwise',
  category: 'joining',
  paramField: 'pairwise_param',
  doc: 'Adds, multiplies or takes the maximum of each item of the first bottom and each of the second: items × items × channels.',
  bottoms: anyNumber,
  tops: exactly(1),
  reshape(layer) {
    const [a, b] = [layer.legacy(0), layer.legacy(1)];
    checkSameChannels(layer);
    return [[a[0], b[0], a[1]]];
  },
};

/** happynear/caffe-windows, gram_layer.cpp. */
const gram = like(
  'Gram',
  'Products of all pairs of channels, summed over all positions: channels × channels per image.',
  {
    tops: atLeast(1),
    reshape(layer) {
      const [num, channels] = layer.legacy(0);
      return [[num, channels, channels, 1]];
    },
  },
);

/** MyCaffe/MyCaffe, GramLayer.cs: products of the axis before `axis`, over `axis` and all axes after it. */
const gramOfAxis = like('Gram', 'Products of all pairs of channels, summed over all positions.', {
  forks: ['mycaffe'],
  paramField: 'gram_param',
  reshape(layer) {
    const axis = layer.canonicalAxis(
      0,
      layer.params.has('axis') ? layer.params.int('axis') : 2,
      layer.at('axis'),
    );
    const before = layer.dims(0).slice(0, axis);
    return [[...before, before.at(-1) ?? 1]];
  },
});

/** happynear/caffe-windows, slope_layer.cpp. */
const slope = like('Slope', 'Appends two channels with the relative row and column of each position.', {
  bottoms: anyNumber,
  reshape(layer) {
    const [num, channels, height, width] = layer.legacy(0);
    return [[num, mapDim(channels, (count) => count + 2), height, width]];
  },
});

/** XiangChenchao/DDPN, soft_attention_layer.cpp. */
const softAttention: LayerDefinition = {
  type: 'SoftAttention',
  doc: 'Mean of the features of all positions, weighted by the map in the second bottom and by one number per item in the third.',
  bottoms: exactly(3),
  tops: exactly(1),
  reshape(layer) {
    const [num, channels] = layer.legacy(0);
    return [[num, channels, 1, 1]];
  },
};

/** happynear/caffe-windows, hotspot_layer.cpp: by default uses the size of the second bottom. */
const hotspot: LayerDefinition = {
  type: 'Hotspot',
  paramField: 'hotspot_param',
  doc: 'Draws a map with a Gaussian for each point (x, y) of the first bottom.',
  bottoms: atLeast(1),
  tops: anyNumber,
  reshape(layer) {
    const [num, coordinates] = layer.legacy(0);
    const [height, width] = [layer.params.int('output_height'), layer.params.int('output_width')];
    const [, , ...size] = height * width === 0 ? layer.legacy(1) : [0, 0, height, width];
    return [[num, half(coordinates), ...size]].slice(0, layer.topCount);
  },
};

/** happynear/caffe-windows, subregion_layer.cpp. */
const subRegion: LayerDefinition = {
  type: 'SubRegion',
  paramField: 'sub_region_param',
  doc: 'Crops a region around each point (x, y) of the second bottom from the images in the first; further tops have the shape of the second bottom.',
  bottoms: exactly(3),
  tops: atLeast(1),
  reshape(layer) {
    const { params } = layer;
    const [num, channels] = layer.legacy(0);
    const points = half(layer.legacy(1)[1]);
    const size = [params.int('region_height'), params.int('region_width')];
    const many =
      params.int('as_dim') === 0 ? [multiply(num, points), channels] : [num, multiply(channels, points)];
    return [[...many, ...size], layer.like(1), layer.like(1)].slice(0, layer.topCount);
  },
};

function half(dim: Dim): Dim {
  return mapDim(dim, (length) => divide(length, 2));
}

/** happynear/caffe-windows, local_layer.cpp. */
const local: LayerDefinition = {
  type: 'Local',
  category: 'convolution',
  paramField: 'local_param',
  doc: 'Convolution with separate filters at each position. The output size is rounded down.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    const { params } = layer;
    if (params.int('kernel_size') <= 0 || params.int('stride') <= 0)
      layer.refuse(
        'conv/kernel-positive',
        layer.at('kernel_size', 'stride'),
        'Local requires a `kernel_size` and a `stride` of 1 or more.',
      );
    if (params.int('num_output') <= 0)
      layer.refuse(
        'conv/num-output',
        layer.at('num_output'),
        `Local requires a \`num_output\` of 1 or more, but it is ${params.int('num_output')}.`,
      );
    if (layer.takesGivenBlobs('weight', 'bias')) return;
    const positions = product(localSize(layer));
    const inputs = multiply(layer.legacy(0)[1], params.int('kernel_size') ** 2);
    addFilled(layer, 'weight', [params.int('num_output'), 1, inputs, positions]);
    if (params.bool('bias_term')) addFilled(layer, 'bias', [1, 1, params.int('num_output'), positions]);
  },
  reshape: (layer) => [[layer.legacy(0)[0], layer.params.int('num_output'), ...localSize(layer)]],
  macs: (layer) => multiply(product(layer.blobs[0]?.shape ?? [0]), layer.legacy(0)[0]),
  reach: (layer) => [underWindow(localWindow(layer)), underWindow(localWindow(layer))],
};

function localWindow({ params }: LayerContext): Window {
  return {
    kernel: params.int('kernel_size'),
    stride: params.int('stride'),
    pad: params.int('pad'),
    dilation: 1,
  };
}

function localSize(layer: LayerContext): Dim[] {
  const [, , ...lengths] = layer.legacy(0);
  const window = localWindow(layer);
  return lengths.map((length) => mapDim(length, (input) => convolved(input, window)));
}

function addFilled(layer: LayerContext, role: string, shape: readonly Dim[]): void {
  layer.addBlob(role, shape);
  checkFiller(layer, `${role}_filler`, shape, role);
}

/** happynear/caffe-windows, transformer_layer.cpp: the second bottom has the six numbers of an affine map. */
const transformer = like(
  'Transformer',
  'Applies the affine transformation in the second bottom to each image.',
  {
    bottoms: exactly(2),
    tops: atLeast(1),
  },
);

export const featureLayers: readonly LayerDefinition[] = [
  arccos,
  cosine,
  flip,
  gram,
  gramOfAxis,
  hotspot,
  insanity,
  l2Normalize,
  local,
  movingNormalize,
  noise,
  normL2,
  normalizeAnyAxes,
  normalizeItems,
  normalizePositions,
  pairwise,
  signedSqrt,
  slope,
  softAttention,
  softTruncation,
  subRegion,
  transformer,
  truncation,
];
