import { type Dim, multiply, product } from '../../shape/dim.ts';
import type { Dims } from '../../shape/shape.ts';
import type { LayerContext } from '../context.ts';
import { exactly, type LayerDefinition } from '../definition.ts';
import { checkFiller, checkFillerType } from '../helpers/filler.ts';
import { biasOperations, valuesOf } from '../operations.ts';

export const innerProduct: LayerDefinition = {
  type: 'InnerProduct',
  category: 'innerProduct',
  paramField: 'inner_product_param',
  doc: 'Fully connected layer: flattens the input from `axis` on and multiplies it by a learned matrix.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    const outputs = layer.params.int('num_output');
    const axis = ipAxis(layer);
    const inputs = layer.count(0, axis);
    // Caffe does not check the shapes of stored blobs here.
    if (layer.takesGivenBlobs('weight', 'bias')) return;
    const weight: Dims = layer.params.bool('transpose') ? [inputs, outputs] : [outputs, inputs];
    if (outputs === 0) refuseNoOutputs(layer, weight);
    addWithBias(
      layer,
      weight,
      outputs,
      layer.params.bool('transpose') ? 'inputs × num_output' : 'num_output × inputs',
    );
  },
  reshape(layer) {
    const before = layer.dims(0).slice(0, ipAxis(layer));
    if (layer.params.bool('bias_term')) layer.needValues(product(before), 0);
    return [[...before, layer.params.int('num_output')]];
  },
  macs: (layer) => multiply(weightCount(layer), layer.count(0, 0, ipAxis(layer))),
  operations: biasOperations,
  reach: () => 'all',
};

/** Caffe has no explicit check: the weight filler fails on an empty blob. */
function refuseNoOutputs(layer: LayerContext, weight: Dims): void {
  const filler = layer.params.message('weight_filler');
  checkFillerType(layer, filler, layer.at('weight_filler'));
  if (filler.text('type') === 'bilinear') checkFiller(layer, 'weight_filler', weight, 'weight');
  const message = '`num_output` is missing or 0: the weight blob would be empty, and Caffe cannot fill it.';
  layer.refuse('ip/num-output-zero', layer.at('num_output'), message);
}

export const embed: LayerDefinition = {
  type: 'Embed',
  category: 'innerProduct',
  paramField: 'embed_param',
  doc: 'Looks up a learned vector for each integer of the input; equivalent to an InnerProduct of one-hot vectors.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    const outputs = layer.params.int('num_output');
    if (outputs <= 0)
      layer.refuse(
        'embed/num-output',
        layer.at('num_output'),
        `\`num_output\` must be positive, but is ${outputs}.`,
      );
    const inputs = layer.params.int('input_dim');
    if (inputs <= 0)
      layer.refuse(
        'embed/input-dim',
        layer.at('input_dim'),
        `\`input_dim\` must be positive, but is ${inputs}.`,
      );
    // Caffe does not check the shapes of stored blobs here.
    if (layer.takesGivenBlobs('weight', 'bias')) return;
    addWithBias(layer, [inputs, outputs], outputs, 'input_dim × num_output');
  },
  reshape(layer) {
    if (layer.params.bool('bias_term')) layer.needValues(layer.count(0), 0);
    return [[...layer.dims(0), layer.params.int('num_output')]];
  },
  operations: biasOperations,
  connections: ({ params }, tops) => multiply(params.bool('bias_term') ? 2 : 1, valuesOf(tops)),
};

function ipAxis(layer: LayerContext): number {
  return layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'), 'ip/axis-range');
}

function addWithBias(layer: LayerContext, weight: Dims, outputs: number, formula: string): void {
  layer.addBlob('weight', weight, formula);
  checkFiller(layer, 'weight_filler', weight, 'weight');
  if (!layer.params.bool('bias_term')) return;
  layer.addBlob('bias', [outputs]);
  checkFiller(layer, 'bias_filler', [outputs], 'bias');
}

function weightCount(layer: LayerContext): Dim {
  return product(layer.blobs[0]?.shape ?? [0]);
}
