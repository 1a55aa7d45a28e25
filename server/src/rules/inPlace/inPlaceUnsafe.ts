import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import { isBvlcLayer } from '../helpers/bvlcLayer.ts';
import type { Rule } from '../rule.ts';
import { makeOutOfPlace } from './outOfPlace.ts';

/** Layers that write a top with a different shape or order than the bottom while they still read the bottom. */
const spoiling = new Set([
  'Convolution',
  'Deconvolution',
  'Pooling',
  'Concat',
  'Tile',
  'Crop',
  'ArgMax',
  'Embed',
  'Im2col',
  'InnerProduct',
  'Reduction',
  'Filter',
  'BatchReindex',
  'Accuracy',
  'HingeLoss',
  'MultinomialLogisticLoss',
  'ContrastiveLoss',
  'InfogainLoss',
  'Permute',
  'PriorBox',
  'DepthwiseConvolution',
  'ConvolutionDepthwise',
]);

export const inPlaceUnsafe: Rule = {
  code: 'in-place-unsafe',
  severity: 'warning',
  doc: {
    what: 'A layer that cannot work in place has the same blob as bottom and top.',
    why: 'Layers such as Convolution, Pooling and Eltwise still read their bottom when they start to write their top. Caffe does not check this: if both are the same blob, the layer reshapes it or overwrites values that it still needs. The results are wrong, or the first forward pass fails.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "pool" type: "Pooling" bottom: "data" top: "data" pooling_param { kernel_size: 2 stride: 2 } }
layer { name: "relu" type: "ReLU" bottom: "data" top: "data" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "pool" type: "Pooling" bottom: "data" top: "pool" pooling_param { kernel_size: 2 stride: 2 } }
layer { name: "relu" type: "ReLU" bottom: "pool" top: "pool" }
`,
    fix: 'Rename the top, also in the layers that read it.',
  },
  types: [...spoiling, 'Eltwise'],
  *layer(layer, near, document) {
    if (!spoils(layer, near.trains) || passesThrough(layer)) return;
    const top = layer.message.texts('top').findIndex((_, index) => near.inPlace(index));
    if (top < 0) return;
    yield {
      message: `${layer.type} cannot work in place: it overwrites \`${layer.message.texts('top')[top]}\` while reading it.`,
      location: layerLocation(layer, layer.message.list('top')[top]),
      layer: layer.name,
      fixes: () => makeOutOfPlace(document, layer, top),
    };
  },
};

/**
 * An Eltwise clears its top, and with it a bottom of the same name, before it computes a sum or a maximum; the gradient
 * of a product needs the overwritten values (eltwise_layer.cpp).
 */
function spoils(layer: Layer, learns: boolean): boolean {
  if (spoiling.has(layer.type)) return true;
  if (layer.type !== 'Eltwise' || !isBvlcLayer(layer)) return false;
  return learns || layer.context.params.text('operation') !== 'PROD';
}

/** A Concat with one bottom shares it with its top. */
function passesThrough({ type, bottoms }: Layer): boolean {
  return type === 'Concat' && bottoms.length === 1;
}
