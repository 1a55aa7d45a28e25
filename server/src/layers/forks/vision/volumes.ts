import type { Message } from '../../../schema/message.ts';
import { type Dim, isKnown, mapDim, multiply, product } from '../../../shape/dim.ts';
import { insideWindows, underWindow } from '../../../shape/reach.ts';
import { type Dims, hasRank, type Shape } from '../../../shape/shape.ts';
import {
  clipped,
  convolved,
  deconvolved,
  padding,
  pooled,
  type Rounding,
  type Window,
} from '../../../shape/window.ts';
import { elementwise } from '../../bvlc/activation.ts';
import { explainConvolved, explainDeconvolved } from '../../bvlc/convolution.ts';
import { loss } from '../../bvlc/loss.ts';
import { explainPooled } from '../../bvlc/pooling.ts';
import type { LayerContext } from '../../context.ts';
import { exactly, type LayerDefinition } from '../../definition.ts';
import { checkFiller } from '../../helpers/filler.ts';
import { refuseInPlace } from '../../helpers/imageAxes.ts';
import { valuesOf } from '../../operations.ts';

/** Layers of facebook/C3D for volumes: num, channels, length, height and width. */

const one = exactly(1);

/** The parameters of version 1.1, or those of version 1.0, which are shared with the layers for images. */
function paramsOf({ message }: LayerContext, own: string, shared: string): Message {
  return message.has(own) ? message.message(own) : message.message(shared);
}

const filters = (layer: LayerContext) => paramsOf(layer, 'convolution3d_param', 'convolution_param');
const pools = (layer: LayerContext) => paramsOf(layer, 'pooling3d_param', 'pooling_param');

/** A field that may be repeated in the layers for images. */
function number(params: Message, field: string, otherwise: number): number {
  const isRepeated = params.descriptor.fields.get(field)?.label === 'repeated';
  return isRepeated ? (params.ints(field)[0] ?? otherwise) : params.int(field);
}

/** The windows along length, height and width. */
function windowsOf(params: Message): readonly Window[] {
  const side = {
    kernel: number(params, 'kernel_size', 0),
    stride: number(params, 'stride', 1),
    pad: number(params, 'pad', 0),
    dilation: 1,
  };
  const temporalPad = params.descriptor.fields.has('temporal_pad') ? params.int('temporal_pad') : 0;
  const time = {
    kernel: params.int('kernel_depth'),
    stride: params.int('temporal_stride'),
    pad: temporalPad,
    dilation: 1,
  };
  return [time, side, side];
}

/** convolution3d_layer.cpp, deconvolution3d_layer.cpp. */
function convolution3D(
  type: 'Convolution3D' | 'Deconvolution3D',
  doc: string,
  size: (length: number, window: Window) => number,
): LayerDefinition {
  const isDirect = type === 'Convolution3D';
  return {
    type,
    category: 'convolution',
    paramField: 'convolution3d_param',
    doc,
    bottoms: one,
    tops: one,
    setUp(layer) {
      const params = filters(layer);
      layer.dim(0, 4);
      const [outputs, channels] = [params.int('num_output'), layer.dim(0, 1)];
      checkOutputs(layer, outputs, isDirect ? params.int('filter_group') : 1);
      checkWindows(layer, windowsOf(params));
      if (layer.takesGivenBlobs('weight', 'bias')) return;
      const kernels = windowsOf(params).map(({ kernel }) => kernel);
      const weight: Dims = [...(isDirect ? [outputs, channels] : [channels, outputs]), ...kernels];
      layer.addBlob('weight', weight);
      checkFiller(layer, 'weight_filler', weight, 'weight');
      if (params.bool('bias_term')) layer.addBlob('bias', [1, 1, 1, 1, outputs]);
    },
    reshape(layer) {
      const params = filters(layer);
      const sizes = sizesOf(layer, windowsOf(params), size);
      return [volume(layer, params.int('num_output'), sizes)];
    },
    macs: (layer, tops) => {
      const [weight] = layer.blobs;
      const values = isDirect ? valuesOf(tops) : layer.count(0);
      return weight ? multiply(values, product(weight.shape.slice(1))) : 0;
    },
    operations: (layer, tops) => (filters(layer).bool('bias_term') ? { biases: valuesOf(tops) } : {}),
    reach: (layer) => windowsOf(filters(layer)).map(isDirect ? underWindow : insideWindows),
    explain: (layer, tops) =>
      explainSizes(layer, tops, windowsOf(filters(layer)), (input, window, output) => {
        const formula = isDirect ? explainConvolved : explainDeconvolved;
        return `${formula(input, window)} = ${output}`;
      }),
  };
}

/** How the length, the height and the width of a volume are computed, as far as they are known. */
function explainSizes(
  layer: LayerContext,
  [top]: readonly Shape[],
  windows: readonly Window[],
  explain: (input: number, window: Window, output: number) => string,
): string[] {
  if (!top || !hasRank(top)) return [];
  return windows.flatMap((window, index) => {
    const [input, output] = [layer.dim(0, index + 2), top[index + 2]];
    return output !== undefined && isKnown(input) && isKnown(output) ? [explain(input, window, output)] : [];
  });
}

function checkOutputs(layer: LayerContext, outputs: number, group: number): void {
  if (outputs <= 0)
    layer.refuse('conv/num-output', undefined, '`num_output` must be a positive number of output channels.');
  if (group === 0 || outputs % group !== 0)
    layer.refuse(
      'conv/group-output',
      undefined,
      `\`filter_group: ${group}\` does not divide \`num_output: ${outputs}\`.`,
    );
}

function checkWindows(layer: LayerContext, windows: readonly Window[]): void {
  const wrong = windows.find(({ kernel, stride }) => kernel <= 0 || stride <= 0);
  if (!wrong) return;
  layer.refuse(
    'fork/volume-window',
    undefined,
    `${layer.type} requires \`kernel_size\` and \`kernel_depth\`, and strides of 1 or more.`,
  );
}

function sizesOf(
  layer: LayerContext,
  windows: readonly Window[],
  size: (length: number, window: Window) => number,
): Dim[] {
  return windows.map((window, axis) => {
    const length = layer.dim(0, axis + 2);
    const output = mapDim(length, (input) => size(input, window));
    if (isKnown(output) && output < 0)
      layer.refuse(
        'conv/output-negative',
        layer.bottomAt(0),
        `Kernel ${window.kernel} exceeds axis ${axis + 2} of ${layer.describe(0)}.`,
      );
    return output;
  });
}

function volume(layer: LayerContext, channels: Dim, sizes: readonly Dim[]): Shape {
  return [layer.dim(0, 0), channels, ...sizes];
}

/** pool3d_layer.cpp: the length is never padded, and no window is dropped. */
const pooling3D: LayerDefinition = {
  type: 'Pooling3D',
  category: 'pooling',
  forks: ['c3d'],
  paramField: 'pooling3d_param',
  doc: 'Reduces each window of a volume to its maximum or mean. Sizes are rounded up.',
  bottoms: one,
  tops: one,
  setUp(layer) {
    const params = pools(layer);
    layer.dim(0, 4);
    if (params.int('pad') !== 0 && params.text('pool') !== 'AVE')
      layer.refuse('pool/pad-method', undefined, 'Only average pooling of volumes supports padding.');
    checkWindows(layer, windowsOf(params));
  },
  reshape(layer) {
    const sizes = sizesOf(layer, windowsOf(pools(layer)), (length, window) => pooled(length, window, 'CEIL'));
    return [volume(layer, layer.dim(0, 1), sizes)];
  },
  reach: (layer) => windowsOf(pools(layer)).map(underWindow),
  explain: (layer, tops) =>
    explainSizes(layer, tops, windowsOf(pools(layer)), (input, window, output) =>
      explainPooled(input, window, 'CEIL', output),
    ),
};

/** foss-for-synopsys-dwc-arc-processors/synopsys-caffe, pooling3d_layer.cpp. */
const pooling3DWithSides: LayerDefinition = {
  ...pooling3D,
  forks: ['synopsys'],
  doc: 'Reduces each window of a volume (num, channels, depth, height, width) to its maximum or mean.',
  setUp(layer) {
    if (layer.dims(0).length !== 5)
      layer.refuse(
        'fork/volume-axes',
        layer.bottomAt(0),
        `Pooling3D requires 5 axes, but ${layer.describeAxes(0)}.`,
      );
  },
  reshape(layer) {
    const windows = sideWindows(layer);
    const isPadded = windows.some((window) => padding(window) !== 0);
    const rounding = roundingOf(layer);
    const sizes = sizesOf(layer, windows, (length, window) => {
      const output = pooled(length, window, rounding);
      return isPadded ? clipped(output, length, window) : output;
    });
    return [volume(layer, layer.dim(0, 1), layer.params.bool('global_pooling') ? [1, 1, 1] : sizes)];
  },
  reach: (layer) => (layer.params.bool('global_pooling') ? 'all' : sideWindows(layer).map(underWindow)),
  explain: (layer, tops) =>
    layer.params.bool('global_pooling')
      ? []
      : explainSizes(layer, tops, sideWindows(layer), (input, window, output) =>
          explainPooled(input, window, roundingOf(layer), output),
        ),
};

function roundingOf({ params }: LayerContext): Rounding {
  return params.bool('ceil_mode') ? 'CEIL' : 'FLOOR';
}

function sideWindows(layer: LayerContext): readonly Window[] {
  return (['d', 'h', 'w'] as const).map((side) => sideWindow(layer, side));
}

function sideWindow({ params }: LayerContext, side: 'd' | 'h' | 'w'): Window {
  const pick = (field: string, own: string) => params.int(params.has(field) ? field : own);
  return {
    kernel: pick('kernel_size', `kernel_${side}`),
    stride: pick('stride', `stride_${side}`),
    pad: pick('pad', `pad_${side}0`),
    padEnd: pick('pad', `pad_${side}1`),
    dilation: 1,
  };
}

/** down_sampling_layer.cpp. */
const downSampling: LayerDefinition = {
  type: 'DownSampling',
  category: 'shape',
  paramField: 'down_sampling_param',
  doc: 'Keeps every n-th position of a volume along its length, height and width.',
  bottoms: one,
  tops: one,
  reshape(layer) {
    const shrunk = (axis: number, field: string) =>
      mapDim(layer.dim(0, axis), (length) => Math.trunc(length / Math.max(layer.params.int(field), 1)));
    const side = 'spatial_factor';
    return [volume(layer, layer.dim(0, 1), [shrunk(2, 'temporal_factor'), shrunk(3, side), shrunk(4, side)])];
  },
};

/** l2_normalize_layer.cpp. */
const l2Normalize = elementwise('L2Normalize', 'Divides each item by its Euclidean norm.', {
  category: 'normalization',
  forks: ['c3d'],
  setUp: refuseInPlace,
});

/** black_hole_layer.cpp: a top of one value, whatever the bottoms are. */
const blackHole: LayerDefinition = {
  type: 'BlackHole',
  doc: 'Consumes its bottoms without a gradient, and produces one value.',
  bottoms: () => ({}),
  tops: () => ({ min: 1 }),
  reshape: () => [[1, 1, 1, 1, 1]],
};

export const volumeLayers: readonly LayerDefinition[] = [
  blackHole,
  convolution3D('Convolution3D', 'Convolution of volumes with learned filters.', convolved),
  convolution3D('Deconvolution3D', 'Transposed convolution of volumes.', deconvolved),
  downSampling,
  l2Normalize,
  pooling3D,
  pooling3DWithSides,
  elementwise('VoxelSoftmax', 'Converts the channels of each position of a volume to probabilities.'),
  loss('VoxelSoftmaxLoss', 'Softmax loss at each position of a volume.', {}),
  loss('VoxelCustomLoss', 'Euclidean loss at each position of a volume.', {}),
];
