import { add, type Dim, differ, divide, isKnown, mapDim } from '../../../shape/dim.ts';
import type { Reach } from '../../../shape/reach.ts';
import { formatDim, type Shape } from '../../../shape/shape.ts';
import { loss, scalar } from '../../bvlc/loss.ts';
import type { LayerContext } from '../../context.ts';
import { atLeast, between, exactly, type LayerDefinition } from '../../definition.ts';
import { checkSameAxes, imageAxes, needAxes } from '../../helpers/imageAxes.ts';

/** Layers of lmb-freiburg/flownet2 and one of synopsys-caffe: optical flow. */

const one = exactly(1);

/** flow_warp_layer.cpp. */
const flowWarp: LayerDefinition = {
  type: 'FlowWarp',
  paramField: 'flow_warp_param',
  doc: 'Samples each pixel of an image (first bottom) from the position that the flow (second bottom) points to.',
  bottoms: exactly(2),
  tops: one,
  reshape(layer) {
    checkSameAxes(layer, 1, 'fork/warp-flow', ['num', 'height', 'width']);
    needFlow(layer, 1);
    return [imageAxes(layer, 0)];
  },
};

/** A flow has two channels, along x and along y. */
function needFlow(layer: LayerContext, index: number): void {
  if (!differ(imageAxes(layer, index)[1], 2)) return;
  layer.refuse(
    'fork/warp-flow',
    layer.bottomAt(index),
    `A flow must have 2 channels, along x and along y, but ${layer.describeShape(index)}.`,
  );
}

/** correlation_layer.cpp: displacements along both axes. */
const correlation: LayerDefinition = {
  type: 'Correlation',
  category: 'convolution',
  paramField: 'correlation_param',
  doc: 'Correlates each position of a feature map with neighboring positions of another: one channel per displacement up to `max_displacement` in steps of `stride_2`.',
  bottoms: exactly(2),
  tops: one,
  setUp: checkCorrelation,
  reshape(layer) {
    const { border, displacements } = correlationOf(layer);
    return correlated(layer, displacements ** 2, { height: border, width: border });
  },
  explain: explainCorrelation,
  reach: (layer, index) => {
    const pad = layer.params.int('pad');
    return [correlationReach(layer, index, pad), correlationReach(layer, index, pad)];
  },
};

/** foss-for-synopsys-dwc-arc-processors/synopsys-caffe, corr1d_layer.cpp: every `stride`th of the displacements. */
const corr1d: LayerDefinition = {
  type: 'Corr1d',
  category: 'convolution',
  paramField: 'corr1d_param',
  doc: 'Correlates each position of a feature map with positions of another to its left: one channel per displacement.',
  bottoms: exactly(2),
  tops: one,
  reshape(layer) {
    for (const index of [0, 1]) needAxes(layer, index, 4, 'fork/corr1d-axes');
    checkSameAxes(layer, 1, 'fork/corr1d-shape', ['num', 'channels', 'height', 'width']);
    const [num, , height, width] = imageAxes(layer, 0);
    const stride = layer.params.int('stride');
    if (stride === 0) layer.refuse('fork/corr1d-stride', layer.at('stride'), '`stride` must be 1 or more.');
    return [[num, divide(layer.params.int('num_of_shifts'), stride), height, width]];
  },
};

/** correlation_layer1d.cpp: displacements only along x, for stereo images. */
const correlation1d: LayerDefinition = {
  ...correlation,
  type: 'Correlation1D',
  category: 'convolution',
  doc: 'Correlates each position of a feature map with horizontally neighboring positions of another, for stereo images: one channel per displacement up to `max_displacement` in steps of `stride_2`.',
  reshape(layer) {
    const { radius, border, displacements } = correlationOf(layer);
    const single = layer.params.int('single_direction') !== 0;
    const channels = single ? (displacements + 1) / 2 : displacements;
    return correlated(layer, channels, { height: radius, width: border });
  },
  // No displacements along y, and no padding.
  reach: (layer, index) => [
    correlationReach(layer, 0, correlationOf(layer).border - correlationOf(layer).radius),
    correlationReach(layer, index, layer.params.int('pad')),
  ],
};

/** A window around the position in the first bottom, and around all displacements of it in the second. */
function correlationReach(layer: LayerContext, index: number, pad: number): Reach {
  const { radius, border } = correlationOf(layer);
  const around = index === 0 ? radius : border;
  const stride = Math.max(layer.params.int('stride_1'), 1);
  return { size: 2 * around + 1, stride, start: border - around - pad };
}

function checkCorrelation(layer: LayerContext): void {
  const { params } = layer;
  for (const field of ['kernel_size', 'max_displacement']) {
    if (params.has(field)) continue;
    layer.refuse('fork/correlation-fields', layer.at(), `${layer.type} requires \`${field}\`.`);
  }
  if (params.int('kernel_size') % 2 === 1) return;
  layer.refuse(
    'fork/correlation-fields',
    layer.at('kernel_size'),
    `\`kernel_size\` must be odd, but is ${params.int('kernel_size')}.`,
  );
}

interface Correlation {
  readonly radius: number;
  /** The border that the window and the displacements require around a position. */
  readonly border: number;
  /** Displacements along one axis. */
  readonly displacements: number;
}

function correlationOf({ params }: LayerContext): Correlation {
  const radius = (params.int('kernel_size') - 1) / 2;
  const reach = params.int('max_displacement');
  const steps = Math.trunc(reach / Math.max(params.int('stride_2'), 1));
  return { radius, border: reach + radius, displacements: 2 * steps + 1 };
}

/** Correlation1D does not pad the height. */
function correlated(
  layer: LayerContext,
  channels: number,
  border: { readonly height: number; readonly width: number },
): Shape[] {
  checkSameAxes(layer, 1, 'fork/correlation-shape', ['channels', 'height', 'width']);
  const [num, , height, width] = imageAxes(layer, 0);
  const pad = layer.params.int('pad');
  const sizes = [
    steps(layer, height, border.height, layer.type === 'Correlation1D' ? 0 : pad),
    steps(layer, width, border.width, pad),
  ];
  const small = sizes.find((size) => isKnown(size) && size < 1);
  if (small !== undefined) {
    layer.refuse(
      'fork/correlation-size',
      layer.at('max_displacement', 'kernel_size'),
      `The window and its displacements do not fit ${layer.describe(0)} with padding ${pad}: the output would be ${sizes.map(formatDim).join('×')}.`,
    );
  }
  return [[num, channels, ...sizes]];
}

/** Positions with distance `stride_1` outside the border, in 32-bit floats. */
function steps(layer: LayerContext, length: Dim, border: number, pad: number): Dim {
  const stride = Math.max(layer.params.int('stride_1'), 1);
  return mapDim(length, (input) => Math.ceil(Math.fround((input + 2 * pad - 2 * border) / stride)));
}

function explainCorrelation(layer: LayerContext, [top]: readonly Shape[]): string[] {
  const { params } = layer;
  const { border, displacements } = correlationOf(layer);
  const [width, output] = [
    imageAxes(layer, 0)[3],
    Array.isArray(top) ? (top[3] as Dim | undefined) : undefined,
  ];
  if (output === undefined || !isKnown(width) || !isKnown(output)) return [];
  return [
    `2·⌊${params.int('max_displacement')} / ${params.int('stride_2')}⌋ + 1 = ${displacements} displacements along an axis`,
    `⌈(${width} + 2·${params.int('pad')} − 2·${border}) / ${params.int('stride_1')}⌉ = ${output}`,
  ];
}

/** channel_norm_layer.cpp. */
const channelNorm: LayerDefinition = {
  type: 'ChannelNorm',
  category: 'normalization',
  doc: 'L2 norm of the channels of each pixel.',
  bottoms: one,
  tops: one,
  reshape(layer) {
    const [num, , height, width] = imageAxes(layer, 0);
    return [[num, 1, height, width]];
  },
};

/** accum_layer.cpp: the size of the largest bottom, of the last one as a reference, or larger. */
const accum: LayerDefinition = {
  type: 'Accum',
  category: 'joining',
  paramField: 'accum_param',
  doc: 'Concatenates the channels of images after resizing them to the size of the last one, of the largest one, or larger.',
  bottoms: atLeast(1),
  tops: one,
  setUp(layer) {
    if (!layer.params.bool('have_reference') || layer.bottoms.length >= 2) return;
    layer.refuse(
      'fork/accum-reference',
      layer.bottomAt(0),
      'With `have_reference`, Accum requires a second bottom, which sets the size.',
    );
  },
  reshape(layer) {
    const { params } = layer;
    const all = layer.bottoms.map((_, index) => imageAxes(layer, index));
    const hasReference = params.bool('have_reference');
    const joined = hasReference ? all.slice(0, -1) : all;
    const channels = joined.reduce<Dim>((sum, [, count]) => add(sum, count), 0);
    const size = hasReference ? (all.at(-1)?.slice(2) ?? []) : accumulatedSize(layer, all);
    return [[imageAxes(layer, 0)[0], channels, ...size]];
  },
};

function accumulatedSize(layer: LayerContext, all: readonly (readonly Dim[])[]): Dim[] {
  const { params } = layer;
  const largest = [2, 3].map((axis) => all.map((image) => image[axis] ?? 1).reduce(larger));
  const divisor = params.int('size_divisible_by');
  const given = [params.int('top_height'), params.int('top_width')];
  const wanted = params.has('size_divisible_by')
    ? largest.map((length) => mapDim(length, (input) => Math.ceil(input / Math.max(divisor, 1)) * divisor))
    : given;
  const unknown = largest.find((length) => !isKnown(length));
  if (unknown !== undefined) return [unknown, unknown];
  const isLarger = wanted.every((length, axis) => Number(length) > Number(largest[axis]));
  return isLarger ? wanted : largest;
}

function larger(a: Dim, b: Dim): Dim {
  if (!isKnown(a)) return a;
  return isKnown(b) ? Math.max(a, b) : b;
}

/** data_augmentation_layer.cpp. */
const dataAugmentation: LayerDefinition = {
  type: 'DataAugmentation',
  paramField: 'augmentation_param',
  doc: 'Randomly moves, rotates, zooms, recolors and crops images, or applies the parameters in the second bottom; a second top has the parameters used. It can store the mean of its images in its blobs.',
  bottoms: between(1, 2),
  tops: between(1, 2),
  setUp(layer) {
    if (layer.takesGivenBlobs('iterations', 'mean', 'mean of channels')) return;
    const [, channels] = imageAxes(layer, 0);
    layer.addBlob('iterations', [1, 1, 1, 1]);
    if (layer.params.int('recompute_mean') === 0) return;
    layer.addBlob('mean', [1, channels, ...croppedSize(layer)]);
    layer.addBlob('mean of channels', [1, channels, 1, 1]);
  },
  reshape(layer) {
    const [num, channels, height, width] = imageAxes(layer, 0);
    const size = croppedSize(layer);
    [height, width].forEach((length, axis) => {
      const crop = size[axis];
      if (crop === undefined || !isKnown(length) || !isKnown(crop) || length >= crop) return;
      const side = axis === 0 ? 'height' : 'width';
      layer.refuse(
        `transform/crop-${side}`,
        layer.at(`crop_${side}`),
        `The crop of ${crop} exceeds the image ${side} of ${length}.`,
      );
    });
    const coefficients = layer.bottoms.length === 2 ? layer.like(1) : coefficientsOf(layer, num);
    return [[num, channels, ...size], coefficients].slice(0, layer.topCount);
  },
};

function croppedSize(layer: LayerContext): readonly Dim[] {
  const { params } = layer;
  const [, , height, width] = imageAxes(layer, 0);
  const crops = params.has('crop_height') && params.has('crop_width');
  return crops ? [params.int('crop_height'), params.int('crop_width')] : [height, width];
}

/** One number for each field of AugmentationCoeff. */
function coefficientsOf(layer: LayerContext, num: Dim): Shape {
  return [num, layer.message.schema.message('AugmentationCoeff')?.fields.size ?? 0, 1, 1];
}

/** generate_augmentation_parameters_layer.cpp. */
const generateAugmentationParameters: LayerDefinition = {
  type: 'GenerateAugmentationParameters',
  paramField: 'augmentation_param',
  doc: 'Generates random augmentation parameters, new or based on the first bottom. Three bottoms: parameters, the images before and after.',
  bottoms: between(1, 3),
  tops: one,
  reshape: (layer) => [coefficientsOf(layer, imageAxes(layer, 0)[0])],
};

/** flow_augmentation_layer.cpp. */
const flowAugmentation: LayerDefinition = {
  type: 'FlowAugmentation',
  paramField: 'augmentation_param',
  doc: 'Converts the flow between two images (first bottom) to the flow between the augmented images; the other bottoms have the augmentation parameters.',
  bottoms: exactly(3),
  tops: one,
  setUp(layer) {
    for (const field of ['crop_width', 'crop_height']) {
      if (layer.params.int(field) > 0) continue;
      layer.refuse('fork/flow-crop', layer.at(field), `FlowAugmentation requires a positive \`${field}\`.`);
    }
  },
  reshape(layer) {
    needFlow(layer, 0);
    const [num] = imageAxes(layer, 0);
    return [[num, 2, layer.params.int('crop_height'), layer.params.int('crop_width')]];
  },
};

/** lpq_loss_layer.cpp: powers that may change over the iterations. */
const lpqLoss = loss(
  'LpqLoss',
  'Sums the p-th powers of the differences of two blobs over the channels, and the q-th powers of these sums over the pixels. A single bottom is the difference itself.',
  {
    paramField: 'lpq_loss_param',
    bottoms: between(1, 2),
    reshape: () => [scalar],
  },
);

export const opticalFlowLayers: readonly LayerDefinition[] = [
  accum,
  channelNorm,
  corr1d,
  correlation,
  correlation1d,
  dataAugmentation,
  flowAugmentation,
  flowWarp,
  generateAugmentationParameters,
  lpqLoss,
];
