import { add, divide, mapDim, multiply } from '../../../shape/dim.ts';
import { type Dims, hasRank, type Shape, unshaped } from '../../../shape/shape.ts';
import { absVal, elementwise, preLU, relu } from '../../bvlc/activation.ts';
import { convolution, deconvolution } from '../../bvlc/convolution.ts';
import { memoryData } from '../../bvlc/input.ts';
import { concatOfFlattened, eltwise } from '../../bvlc/joining.ts';
import { mvn } from '../../bvlc/normalization.ts';
import { pooling } from '../../bvlc/pooling.ts';
import { reshape } from '../../bvlc/reshaping.ts';
import type { LayerContext } from '../../context.ts';
import { atLeast, between, type LayerDefinition } from '../../definition.ts';
import { checkFiller } from '../../helpers/filler.ts';
import { channelAxisOf } from '../../helpers/geometry.ts';
import { perValue } from '../../operations.ts';

/** Layers of BVLC that forks have changed. */

/** intel/caffe, mvn_layer.cpp, also in BVLC's branch intel: the axes are unchanged. */
const mvnOfAnyAxes: LayerDefinition = {
  ...mvn,
  forks: ['intel', 'opencl'],
  doc: 'Mean-variance normalization of each image, per channel or across channels.',
  reshape: (layer) => [layer.like(0)],
};

/** intel/caffe, prelu_layer.cpp, also in BVLC's branch intel: any number of axes. */
const preluOfAnyAxes: LayerDefinition = {
  ...preLU,
  forks: ['intel', 'opencl'],
  setUp(layer) {
    const dims = layer.dims(0);
    if (dims.length <= 4) {
      preLU.setUp?.(layer);
      return;
    }
    const slope: Dims = layer.params.bool('channel_shared') ? [] : [dims[1] ?? 1];
    if (layer.takesGivenBlobs('slope')) return;
    layer.addBlob('slope', slope);
    if (layer.params.has('filler')) checkFiller(layer, 'filler', slope, 'slope');
  },
};

/** intel/caffe, reshape_layer.cpp: groups of channels become tiles; also in BVLC's branch intel and synopsys-caffe. */
const reshapeWithPixels: LayerDefinition = {
  ...reshape,
  forks: ['intel', 'opencl', 'synopsys'],
  doc: `${reshape.doc} With \`pixelshuffler: n\`, n² channels become one channel with n times the height and width.`,
  reshape(layer) {
    const tile = layer.params.int('pixelshuffler');
    if (tile === 1) return reshape.reshape(layer);
    const [num, channels, height, width] = [0, 1, 2, 3].map((axis) => layer.dim(0, axis));
    const area = Math.max(tile * tile, 1);
    const maps = mapDim(channels ?? 1, (count) => divide(count, area));
    return [[num ?? 1, maps, multiply(height ?? 1, tile), multiply(width ?? 1, tile)]];
  },
};

/**
 * intel/caffe, mkldnn_convolution_layer.cpp, also in BVLC's branch intel: by default, the engine is MKLDNN, which has no
 * column buffer.
 */
const convolutionOfIntel: LayerDefinition = {
  ...convolution,
  forks: ['intel', 'opencl'],
  buffer: (layer, tops) => (hasColumns(layer) ? (convolution.buffer?.(layer, tops) ?? 0) : 0),
};

function hasColumns({ params }: LayerContext): boolean {
  return params.text('engine') === 'CAFFE';
}

/** happynear/caffe-windows, deconv_layer.cpp: can restore the pixels that a convolution rounds off. */
const deconvolutionWithOffset: LayerDefinition = {
  ...deconvolution,
  forks: ['caffe-windows'],
  reshape(layer) {
    const offsets = layer.params.ints('shape_offset');
    const axes = layer.dims(0).length - channelAxisOf(layer) - 1;
    if (offsets.length > 0 && offsets.length !== axes)
      layer.refuse(
        'fork/shape-offset',
        layer.at('shape_offset'),
        `\`shape_offset\` must be set once for each of the ${axes} axes after the channels, but is set ${offsets.length === 1 ? 'once' : `${offsets.length} times`}.`,
      );
    return deconvolution.reshape(layer).map((top) => moved(top, offsets, channelAxisOf(layer) + 1));
  },
  explain: (layer, tops) =>
    layer.params.has('shape_offset') ? [] : (deconvolution.explain?.(layer, tops) ?? []),
};

function moved(top: Shape, offsets: readonly number[], first: number): Shape {
  if (!hasRank(top)) return top;
  return top.map((dim, axis) => add(dim, axis < first ? 0 : (offsets[axis - first] ?? 0)));
}

/** happynear/caffe-windows, memory_data_layer.cpp: crops images. */
const memoryDataWithCrop: LayerDefinition = {
  ...memoryData,
  forks: ['caffe-windows'],
  reshape(layer) {
    const crop = layer.message.message('transform_param').int('crop_size');
    const [image, ...labels] = memoryData.reshape(layer);
    if (crop <= 0 || !image || !hasRank(image)) return memoryData.reshape(layer);
    return [[...image.slice(0, 2), crop, crop], ...labels];
  },
};

/** VisionLearningGroup/Ask_Attend_and_Answer, eltwise_layer.cpp: the last bottom has a coefficient for each value. */
const eltwiseWithCoefficients: LayerDefinition = {
  ...eltwise,
  forks: ['answer'],
  setUp(layer) {
    if (!layer.params.bool('coeff_blob')) eltwise.setUp?.(layer);
  },
  reshape: (layer) => (layer.params.bool('coeff_blob') ? [layer.like(0)] : eltwise.reshape(layer)),
};

/** lmb-freiburg/flownet2, eltwise_layer.hpp: one bottom is multiplied by its coefficient. */
const eltwiseOfOne: LayerDefinition = {
  ...eltwise,
  forks: ['flownet2'],
  doc: `${eltwise.doc} A single bottom can be multiplied by a coefficient.`,
  bottoms: atLeast(1),
};

/** luoyetx/mini-caffe, absval_layer.cpp: also in place. */
const absValInPlace = elementwise('AbsVal', absVal.doc, {
  forks: ['mini-caffe'],
  operations: perValue({ comparisons: 1 }),
});

/** foss-for-synopsys-dwc-arc-processors/synopsys-caffe, relu_layer.hpp: the number of tops is open. */
const reluWithMaximum: LayerDefinition = {
  ...relu,
  forks: ['synopsys'],
  doc: `${relu.doc} A second bottom has the maximum of the result.`,
  bottoms: between(1, 2),
  tops: atLeast(1),
  reshape: (layer) => layer.topNames.map((_, index) => (index === 0 ? layer.like(0) : unshaped)),
};

/** BVLC/caffe, branch opencl, libdnn_conv_layer.cpp and libdnn_pool_layer.cpp. */
function byLibDNN(layer: LayerDefinition): LayerDefinition {
  return { ...layer, type: `LibDNN${layer.type}`, doc: `${layer.doc} Computed by LibDNN.` };
}

export const changedLayers: readonly LayerDefinition[] = [
  absValInPlace,
  byLibDNN(convolution),
  byLibDNN(pooling),
  concatOfFlattened,
  convolutionOfIntel,
  deconvolutionWithOffset,
  eltwiseOfOne,
  eltwiseWithCoefficients,
  memoryDataWithCrop,
  mvnOfAnyAxes,
  preluOfAnyAxes,
  reluWithMaximum,
  reshapeWithPixels,
];
