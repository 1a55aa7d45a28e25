import { differ, multiply, product } from '../../../shape/dim.ts';
import { preLU } from '../../bvlc/activation.ts';
import { convolution, deconvolution } from '../../bvlc/convolution.ts';
import { innerProduct } from '../../bvlc/innerProduct.ts';
import { lrn, normalize, scale } from '../../bvlc/normalization.ts';
import type { LayerContext } from '../../context.ts';
import { atLeast, exactly, type LayerDefinition } from '../../definition.ts';
import { checkFiller } from '../../helpers/filler.ts';
import { biasOperations } from '../../operations.ts';
import { addScaledStatistics, batchNormOfVitis } from './normalization.ts';

/** Convolutions and fully connected layers with pruned weights, or with numbers of few bits. */

/**
 * foss-for-synopsys-dwc-arc-processors/synopsys-caffe, squeeze_conv_layer.cpp, squeeze_deconv_layer.cpp: masks of the
 * weights, and two numbers.
 */
function pruned(plain: LayerDefinition, type: string): LayerDefinition {
  return {
    ...plain,
    type,
    paramField: 'squeeze_convolution_param',
    hasEngine: plain === convolution,
    doc: `${plain.doc} Masks remove weights during training.`,
    setUp(layer) {
      plain.setUp?.(layer);
      addMasks(layer);
    },
  };
}

/** The blobs after weight and bias: a mask for each of them, then the mean and deviation of the weights. */
function addMasks(layer: LayerContext): void {
  const isBiased = layer.params.bool('bias_term');
  const filters = [...layer.blobs];
  if (filters.length !== (isBiased ? 2 : 1)) return;
  for (const { role, shape } of filters) {
    const mask = role === 'bias' ? 'mask of biases' : 'mask of weights';
    layer.addBlob(mask, shape);
    checkFiller(layer, `${role}_mask_filler`, shape, mask);
  }
  layer.addBlob('mean and deviation', [1, 1, 1, 2]);
}

/** foss-for-synopsys-dwc-arc-processors/synopsys-caffe, squeeze_inner_product_layer.cpp. */
const squeezeInnerProduct: LayerDefinition = {
  type: 'SqueezeInnerProduct',
  category: 'innerProduct',
  paramField: 'squeeze_inner_product_param',
  doc: `${innerProduct.doc} Masks remove weights during training.`,
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    const axis = layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'), 'ip/axis-range');
    const [outputs, inputs] = [layer.params.int('num_output'), layer.count(0, axis)];
    if (!layer.takesGivenBlobs('weight', 'bias')) {
      layer.addBlob('weight', [outputs, inputs], 'num_output × inputs');
      checkFiller(layer, 'weight_filler', [outputs, inputs], 'weight');
      if (layer.params.bool('bias_term')) {
        layer.addBlob('bias', [outputs]);
        checkFiller(layer, 'bias_filler', [outputs], 'bias');
      }
    }
    addMasks(layer);
  },
  reshape(layer) {
    const axis = flattenedAxis(layer);
    const inputs = layer.count(0, axis);
    if (differ(inputs, layer.blobs[0]?.shape[1] ?? inputs))
      layer.refuse(
        'ip/input-changed',
        layer.at('axis'),
        'The output is flattened from the `axis` of `inner_product_param`, which must be the same as that of the weights.',
      );
    return [[...layer.dims(0).slice(0, axis), layer.params.int('num_output')]];
  },
  macs: (layer) => multiply(product(layer.blobs[0]?.shape ?? []), layer.count(0, 0, flattenedAxis(layer))),
  operations: biasOperations,
  reach: () => 'all',
};

/** Caffe reads the axis of the output from the message of InnerProduct. */
function flattenedAxis(layer: LayerContext): number {
  const axis = layer.message.message('inner_product_param').int('axis');
  return layer.canonicalAxis(0, axis, layer.at('axis'), 'ip/axis-range');
}

/**
 * Ristretto of pmgysel/caffe, as in gklz1982/caffe-yolov2, ristretto/layers: the blobs of the plain layer, computed with
 * the numbers of `quantization_param`. None of them uses cuDNN.
 */
function quantized(type: string, plain: LayerDefinition): LayerDefinition {
  return {
    ...plain,
    type,
    hasEngine: false,
    doc: `${plain.doc} Its numbers have the few bits that \`quantization_param\` states.`,
  };
}

const lrnRistretto: LayerDefinition = {
  ...quantized('LRNRistretto', lrn),
  setUp(layer) {
    const quantization = layer.message.message('quantization_param');
    if (quantization.text('precision') !== 'MINIFLOAT')
      layer.refuse(
        'fork/lrn-precision',
        quantization.list('precision')[0] ?? layer.message.list('quantization_param')[0],
        'LRNRistretto requires `quantization_param { precision: MINIFLOAT }`.',
      );
    lrn.setUp?.(layer);
  },
};

/** Xilinx/Vitis-AI, conv_fixed_layer.cpp and others: the blobs of the plain layer. */
function fixed(plain: LayerDefinition): LayerDefinition {
  return {
    ...plain,
    type: `${plain.type}Fixed`,
    doc: `${plain.doc} Its parameters are rounded to fixed-point numbers.`,
  };
}

/** Xilinx/Vitis-AI, cudnn_batch_norm_fixed_layer.cpp. */
const batchNormFixed: LayerDefinition = {
  ...fixed(batchNormOfVitis),
  forks: ['vitis'],
  hasEngine: true,
  setUp: (layer) => addScaledStatistics(layer, layer.legacy(0)[1], true),
};

/** Xilinx/Vitis-AI, cudnn_conv_bn_fixed_layer.cpp: the blobs of both layers. */
const convolutionBnFixed: LayerDefinition = {
  ...convolution,
  type: 'ConvolutionBNFixed',
  doc: 'Convolution without bias, followed by a BatchNorm with a learned scale and bias. Its parameters are rounded to fixed-point numbers.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    if (layer.params.bool('bias_term'))
      layer.refuse(
        'fork/conv-bn-bias',
        layer.at('bias_term'),
        'The batch normalization has a bias, so ConvolutionBNFixed requires `bias_term: false`.',
      );
    convolution.setUp?.(layer);
    if (!layer.message.has('blobs')) addScaledStatistics(layer, layer.params.int('num_output'), true);
  },
};

/** Xilinx/Vitis-AI, fixed_neuron_layer.cpp. */
const fixedNeuron: LayerDefinition = {
  type: 'FixedNeuron',
  category: 'activation',
  paramField: 'fixed_param',
  doc: 'Rounds values to fixed-point numbers. The position of the point is a parameter.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp: (layer) => layer.addBlob('point', [1]),
  reshape: (layer) => [layer.like(0)],
};

/** BVLC/caffe, branch opencl, quantizer_layer.cpp. */
const quantizer: LayerDefinition = {
  type: 'Quantizer',
  category: 'activation',
  paramField: 'quantizer_param',
  doc: 'Converts its bottoms to numbers of another type.',
  bottoms: atLeast(1),
  tops: atLeast(1),
  equalTops: true,
  reshape: (layer) => layer.topNames.map((_, index) => layer.like(index)),
};

export const compressedLayers: readonly LayerDefinition[] = [
  batchNormFixed,
  convolutionBnFixed,
  fixed(convolution),
  fixed(deconvolution),
  fixed(innerProduct),
  fixed(normalize),
  fixed(preLU),
  fixed(scale),
  fixedNeuron,
  lrnRistretto,
  pruned(convolution, 'SqueezeConvolution'),
  pruned(deconvolution, 'SqueezeDeconvolution'),
  quantized('ConvolutionRistretto', convolution),
  quantized('DeconvolutionRistretto', deconvolution),
  quantized('FcRistretto', innerProduct),
  quantizer,
  squeezeInnerProduct,
];
