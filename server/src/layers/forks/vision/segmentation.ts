import { type Dim, divide, mapDim, product } from '../../../shape/dim.ts';
import { floatText } from '../../../shape/floatText.ts';
import { underWindow } from '../../../shape/reach.ts';
import type { Dims, Shape } from '../../../shape/shape.ts';
import { convolved } from '../../../shape/window.ts';
import { checkOutput, convolution } from '../../bvlc/convolution.ts';
import { loss } from '../../bvlc/loss.ts';
import type { LayerContext } from '../../context.ts';
import { atLeast, exactly, type LayerDefinition } from '../../definition.ts';
import { checkFiller, runFiller } from '../../helpers/filler.ts';
import { checkStrides, type Geometry, geometry } from '../../helpers/geometry.ts';
import { imageAxes, likeImage } from '../../helpers/imageAxes.ts';

/** Layers of forks that label each pixel: segmentation-aware networks, CRF-RNN. */

const one = exactly(1);
const two = exactly(2);

/** aharley/segaware, im2dist_layer.cpp and im2parity_layer.cpp: one channel for each position of the window. */
function neighbors(type: string, doc: string): LayerDefinition {
  return {
    type,
    doc,
    paramField: 'convolution_param',
    bottoms: one,
    tops: one,
    setUp: (layer) => void geometry(layer),
    reshape: (layer) => [windowTop(layer, ({ windows }) => product(windows.map(({ kernel }) => kernel)))],
    explain: convolution.explain,
    reach: (layer) => geometry(layer).windows.map(underWindow),
  };
}

const im2dist = neighbors(
  'Im2dist',
  'Distances between the features of each pixel and those of its neighbors: one channel per neighbor.',
);

const im2parity = neighbors(
  'Im2parity',
  'Whether each pixel has the same label as each of its neighbors: one channel per neighbor.',
);

/** The top of a window that slides over the axes after the channels. */
function windowTop(layer: LayerContext, channels: (found: Geometry) => Dim): Dims {
  const found = geometry(layer);
  const { channelAxis, windows } = found;
  checkStrides(layer, windows);
  const dims = layer.dims(0);
  const lengths = dims.slice(channelAxis + 1);
  const sizes = windows.map((window, axis) =>
    mapDim(lengths[axis] ?? 1, (length) => convolved(length, window)),
  );
  const top = [...dims.slice(0, channelAxis), channels(found), ...sizes];
  checkOutput(layer, top, sizes, lengths, windows);
  return top;
}

/** aharley/segaware, dist_loss_layer.cpp. */
const distLoss = loss(
  'DistLoss',
  'Loss of embeddings: pulls neighbors with the same label closer than `alpha` and pushes others farther than `beta`. Bottoms: distances and parities.',
  {
    paramField: 'dist_loss_param',
    setUp(layer) {
      const [alpha, beta] = [layer.params.float('alpha'), layer.params.float('beta')];
      if (alpha > 0 && beta > alpha) return;
      layer.refuse(
        'fork/distloss-margins',
        layer.at('alpha', 'beta'),
        `DistLoss requires 0 < \`alpha\` < \`beta\`, but they are ${floatText(alpha)} and ${floatText(beta)}.`,
      );
    },
  },
);

/** aharley/segaware, channel_reduce_layer.cpp. */
const channelReduce: LayerDefinition = {
  type: 'ChannelReduce',
  category: 'shape',
  doc: 'Reduces the channels of each pixel to `num_channels` by maximum or sum.',
  paramField: 'channel_reduce_param',
  bottoms: one,
  tops: one,
  reshape(layer) {
    const [num, , height, width] = imageAxes(layer, 0);
    return [[num, layer.params.int('num_channels'), height, width]];
  },
};

/** aharley/segaware, norm_conv_layer.cpp. */
const normConv: LayerDefinition = {
  type: 'NormConv',
  category: 'convolution',
  doc: 'Convolution that weights each neighbor by the similarity of its embedding (second bottom) to that of the pixel, and divides by the sum of these weights.',
  paramField: 'convolution_param',
  bottoms: two,
  tops: one,
  setUp(layer) {
    const given = layer.message.has('blobs');
    addFilters(layer, 'weight', 'bias', 'scale');
    const norm = layer.message.message('norm_conv_param');
    if (given || !norm.bool('scale_term')) return;
    layer.addBlob('scale', [1]);
    runFiller(layer, norm.message('scale_filler'), [1], 'scale', norm.list('scale_filler')[0]);
  },
  reshape: filtered,
  macs: convolution.macs ?? (() => 0),
  reach: (layer) => geometry(layer).windows.map(underWindow),
};

/** aharley/segaware, base_conv_layer.cpp: a convolution of the columns from Im2col. */
const convolutionOfColumns: LayerDefinition = {
  ...convolution,
  forks: ['segaware'],
  doc: `${convolution.doc} With \`bottom_is_im2col\`, the channels of the bottom are the neighbors of each pixel.`,
  setUp(layer) {
    if (layer.params.bool('bottom_is_im2col')) addFilters(layer, 'weight', 'bias');
    else convolution.setUp?.(layer);
  },
  reshape: (layer) => (layer.params.bool('bottom_is_im2col') ? filtered(layer) : convolution.reshape(layer)),
  explain: (layer, tops) =>
    layer.params.bool('bottom_is_im2col') ? [] : (convolution.explain?.(layer, tops) ?? []),
};

/** Filters over the channels; with columns, each channel occurs once per position of the window. */
function addFilters(layer: LayerContext, ...roles: readonly string[]): void {
  const { params } = layer;
  const { channels, windows } = geometry(layer);
  const [outputs, group] = [params.int('num_output'), Math.max(params.int('group'), 1)];
  if (outputs <= 0) {
    layer.refuse(
      'conv/num-output',
      layer.at('num_output'),
      `\`num_output\` must be 1 or more, but is ${outputs}.`,
    );
  }
  if (layer.takesGivenBlobs(...roles)) return;
  const kernels = windows.map(({ kernel }) => kernel);
  const area = params.bool('bottom_is_im2col') ? kernels.reduce((a, b) => a * b, 1) : 1;
  const weight = [outputs, mapDim(channels, (count) => divide(divide(count, group), area)), ...kernels];
  layer.addBlob('weight', weight);
  checkFiller(layer, 'weight_filler', weight, 'weight');
  if (!params.bool('bias_term')) return;
  layer.addBlob('bias', [outputs]);
  checkFiller(layer, 'bias_filler', [outputs], 'bias');
}

function filtered(layer: LayerContext): Shape[] {
  const outputs = layer.params.int('num_output');
  if (!layer.params.bool('bottom_is_im2col')) return [windowTop(layer, () => outputs)];
  return layer.topNames.map(() => layer.dims(0).with(geometry(layer).channelAxis, outputs));
}

/** A conditional random field with learned steps: matrices between the labels. */
function meanfield(
  type: string,
  doc: string,
  paramField: string,
  bottoms: number,
  roles: readonly string[],
): LayerDefinition {
  return likeImage(type, doc, paramField, {
    bottoms: exactly(bottoms),
    setUp(layer) {
      if (layer.params.int('num_iterations') <= 1) {
        layer.refuse(
          'fork/meanfield-iterations',
          layer.at('num_iterations'),
          `\`num_iterations\` must be 2 or more, but is ${layer.params.int('num_iterations')}.`,
        );
      }
      if (layer.takesGivenBlobs(...roles)) return;
      const [, labels] = imageAxes(layer, 0);
      for (const role of roles) layer.addBlob(role, [1, 1, labels, labels]);
    },
    reach: () => 'all',
  });
}

/** torrvision/caffe, multi_stage_meanfield.cpp. */
const multiStageMeanfield = meanfield(
  'MultiStageMeanfield',
  'Conditional random field as a recurrent network: refines the label scores (first two bottoms) by the colors and positions of the pixels (third bottom).',
  'multi_stage_meanfield_param',
  3,
  ['spatial weight', 'bilateral weight', 'compatibility'],
);

/** aharley/segaware, norm_conv_meanfield_layer.cpp. */
const normConvMeanfield = meanfield(
  'NormConvMeanfield',
  'Conditional random field as a recurrent network with normalized convolutions as messages. Bottoms: scores, scores, embeddings of color and position, embeddings of position.',
  'norm_conv_meanfield_param',
  4,
  ['spatial weight', 'bilateral weight', 'compatibility'],
);

/** aharley/segaware, nosp_conv_meanfield_layer.cpp. */
const nospConvMeanfield = meanfield(
  'NospConvMeanfield',
  'NormConvMeanfield without position-only messages. Bottoms: scores, scores, embeddings.',
  'norm_conv_meanfield_param',
  3,
  ['bilateral weight', 'compatibility'],
);

/** aharley/segaware, augmentation_layer.cpp: similar to flownet2's. */
const augmentation: LayerDefinition = {
  type: 'Augmentation',
  forks: ['segaware'],
  doc: 'Applies the same random changes to two images and the flow between them; a fourth top has the mask of known flow.',
  paramField: 'aug_param',
  bottoms: exactly(3),
  tops: exactly(4),
  reshape(layer) {
    const [num, channels, height, width] = imageAxes(layer, 2);
    const known = [num, mapDim(channels, (count) => divide(count, 2)), height, width];
    return [layer.like(0), layer.like(1), layer.like(2), known];
  },
};

/** ALISCIFP/Segmentation, branch newlayer, pca_get_coord_layer.cpp: its blob has the coordinates before the transformation. */
const pcaGetCoord: LayerDefinition = {
  type: 'PcaGetCoord',
  doc: 'Coordinates of landmarks from their principal components. Bottoms: components, coefficients of each item, mean, and the affine transformation of each item.',
  bottoms: atLeast(4),
  tops: exactly(1),
  setUp(layer) {
    layer.blobs.splice(0);
    layer.addBlob('coordinates', coordinates(layer));
  },
  reshape: (layer) => [coordinates(layer)],
};

function coordinates(layer: LayerContext): Dims {
  return [layer.dim(3, 0), layer.dim(0, 1), layer.dim(0, 2)];
}

export const segmentationLayers: readonly LayerDefinition[] = [
  augmentation,
  channelReduce,
  convolutionOfColumns,
  distLoss,
  im2dist,
  im2parity,
  multiStageMeanfield,
  normConv,
  normConvMeanfield,
  nospConvMeanfield,
  pcaGetCoord,
];
