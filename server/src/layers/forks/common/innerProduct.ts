import { type Dim, multiply, product, Unknown } from '../../../shape/dim.ts';
import type { Dims } from '../../../shape/shape.ts';
import { innerProduct } from '../../bvlc/innerProduct.ts';
import { type LayerContext, SetupStop } from '../../context.ts';
import { atLeast, between, type LayerDefinition } from '../../definition.ts';
import { checkFiller } from '../../helpers/filler.ts';

/** Fully connected layers changed by forks, and related layers. */

/** happynear/caffe-windows, inner_product_layer.cpp: further bottoms replace weight and bias. */
const innerProductOfBottoms: LayerDefinition = {
  ...innerProduct,
  forks: ['caffe-windows'],
  doc: `${innerProduct.doc} An optional second bottom has the weights, a third the bias.`,
  bottoms: atLeast(1),
  setUp(layer) {
    if (layer.bottoms.length === 1) innerProduct.setUp?.(layer);
    else if (layer.bottoms.length === 2 && layer.params.bool('bias_term')) addBias(layer);
  },
  reshape: (layer) =>
    layer.bottoms.length === 1 ? innerProduct.reshape(layer) : [scores(layer, outputsOf(layer))],
  macs: (layer) => macsOf(layer, outputsOf(layer)),
};

function addBias(layer: LayerContext): void {
  const shape = [outputsOf(layer)];
  if (layer.takesGivenBlobs('bias')) return;
  layer.addBlob('bias', shape);
  checkFiller(layer, 'bias_filler', shape, 'bias');
}

/** The number of items of the second bottom, if there is one. */
export function outputsOf(layer: LayerContext): Dim {
  return layer.bottoms.length === 1 ? layer.params.int('num_output') : layer.legacy(1)[0];
}

/**
 * MyCaffe/MyCaffe, InnerProductLayer.cs: extends bottoms with too few axes, and possibly the top; noise has separate
 * parameter blobs.
 */
const innerProductWithNoise: LayerDefinition = {
  ...innerProduct,
  forks: ['mycaffe'],
  doc: `${innerProduct.doc} With \`enable_noise\`, learns the noise level of each weight.`,
  bottoms: between(1, 2),
  setUp(layer) {
    if (layer.bottoms.length > 1) throw new SetupStop(outputsInData);
    if (layer.takesGivenBlobs('weight', 'bias', 'weight noise', 'bias noise')) return;
    const { inputs } = split(layer);
    const outputs = layer.params.int('num_output');
    const weight = layer.params.bool('transpose') ? [inputs, outputs] : [outputs, inputs];
    const bias = layer.params.bool('bias_term');
    for (const noise of layer.params.bool('enable_noise') ? ['', ' noise'] : ['']) {
      layer.addBlob(`weight${noise}`, weight);
      if (bias) layer.addBlob(`bias${noise}`, [outputs]);
    }
  },
  reshape(layer) {
    const top = [...split(layer).before, layer.params.int('num_output')];
    return [[...top, ...ones(layer.params.int('min_top_axes') - top.length)]];
  },
  macs: (layer) => macsOf(layer, layer.params.int('num_output')),
};

const outputsInData = new Unknown(
  'num_output',
  'The data of the second bottom determines the number of outputs.',
);

/** The axes before the features, and the number of features. */
function split(layer: LayerContext): { before: Dims; inputs: Dim } {
  const axis = layer.params.int('axis');
  const dims = layer.dims(0);
  const long = axis <= mostAxes ? [...dims, ...ones(axis + 1 - dims.length)] : dims;
  const first = axis < 0 || axis >= long.length ? axisOf(layer) : axis;
  return { before: long.slice(0, first), inputs: product(long.slice(first)) };
}

const mostAxes = 32;

function ones(count: number): Dims {
  return Array.from({ length: Math.max(Math.min(count, mostAxes + 1), 0) }, () => 1);
}

/** The first axis that is flattened into the features of one item. */
export function axisOf(layer: LayerContext): number {
  return layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'), 'ip/axis-range');
}

/** One weight per output and feature; transposed if the layer has `transpose`. */
export function addWeight(layer: LayerContext, outputs: Dim): void {
  const inputs = layer.count(0, axisOf(layer));
  if (layer.takesGivenBlobs('weight')) return;
  const lies = layer.params.bool('transpose');
  const shape = lies ? [inputs, outputs] : [outputs, inputs];
  layer.addBlob('weight', shape, lies ? 'inputs × num_output' : 'num_output × inputs');
  checkFiller(layer, 'weight_filler', shape, 'weight');
}

/** The axes before the features, and the outputs. */
export function scores(layer: LayerContext, outputs: Dim): Dims {
  return [...layer.dims(0).slice(0, axisOf(layer)), outputs];
}

/** Each value of the bottom is multiplied by one weight per output. */
export function macsOf(layer: LayerContext, outputs: Dim): Dim {
  return multiply(layer.count(0), outputs);
}

export const innerProductLayers: readonly LayerDefinition[] = [innerProductOfBottoms, innerProductWithNoise];
