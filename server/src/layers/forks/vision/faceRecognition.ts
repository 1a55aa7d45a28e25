import { type Dim, differ } from '../../../shape/dim.ts';
import type { Shape } from '../../../shape/shape.ts';
import { checkFirstAxis, checkLabelAxes, loss, scalar } from '../../bvlc/loss.ts';
import type { LayerContext } from '../../context.ts';
import { anyNumber, atLeast, exactly, type LayerDefinition } from '../../definition.ts';
import { checkFiller } from '../../helpers/filler.ts';
import { addWeight, axisOf, macsOf, outputsOf, scores } from '../common/innerProduct.ts';

/** Layers of face recognition: learned centers, and classifiers with a margin between classes. */

/** ydwen/caffe-face, center_loss_layer.cpp. */
const centerLoss = loss(
  'CenterLoss',
  'Half the mean squared distance of features from the center of their class. The `num_output` centers are learned.',
  {
    paramField: 'center_loss_param',
    hasBlobs: true,
    tops: atLeast(1),
    setUp: (layer) => addCenters(layer, layer.params.int('num_output')),
    reshape: reshapeCentered,
  },
);

/** huangyangyu/SeqFace, dsa_loss_layer.cpp: centers of faces, and of sequences of faces. */
const dsaLoss = loss(
  'DSALoss',
  'Distances of features from the centers of their face or sequence, relative to all other centers. The centers are learned.',
  {
    paramField: 'dsa_loss_param',
    hasBlobs: true,
    tops: atLeast(1),
    setUp: (layer) => addCenters(layer, layer.params.int('faceid_num') + layer.params.int('seqid_num')),
    reshape: reshapeCentered,
  },
);

function addCenters(layer: LayerContext, count: number): void {
  const shape = [count, layer.count(0, axisOf(layer))];
  if (layer.takesGivenBlobs('centers')) return;
  layer.addBlob('centers', shape, 'centers × inputs');
  checkFiller(layer, 'center_filler', shape, 'centers');
}

function reshapeCentered(layer: LayerContext): Shape[] {
  checkLabelAxes(layer, 1, ['mll/label-channels', 'mll/label-height', 'mll/label-width']);
  checkFirstAxis(layer);
  return [scalar];
}

/** wy1iu/sphereface, margin_inner_product_layer.cpp. */
const marginInnerProduct: LayerDefinition = {
  type: 'MarginInnerProduct',
  category: 'innerProduct',
  paramField: 'margin_inner_product_param',
  doc: 'Fully connected layer without bias that multiplies the angle between features and the weights of their class, for a margin between classes (SphereFace). A second top has the weight of the margin.',
  bottoms: exactly(2),
  tops: () => ({ max: 2 }),
  setUp(layer) {
    checkLabels(layer);
    addWeight(layer, layer.params.int('num_output'));
  },
  reshape: (layer) => [scores(layer, layer.params.int('num_output')), [1]].slice(0, layer.topCount),
  macs: (layer) => macsOf(layer, layer.params.int('num_output')),
};

/** For the next two only the parameters are public (huangyangyu/SeqFace, xialuxi/arcface-caffe), which are equal. */
const smoothMarginInnerProduct: LayerDefinition = {
  ...marginInnerProduct,
  type: 'SmoothMarginInnerProduct',
  category: 'innerProduct',
  paramField: 'smooth_margin_inner_product_param',
  doc: 'Fully connected layer without bias, with a margin between classes.',
  bottoms: atLeast(1),
  setUp: (layer) => addWeight(layer, layer.params.int('num_output')),
};

const additiveMarginInnerProduct: LayerDefinition = {
  ...smoothMarginInnerProduct,
  type: 'AdditiveMarginInnerProduct',
  category: 'innerProduct',
  paramField: 'additive_margin_inner_product_param',
  doc: 'Fully connected layer without bias, with normalized features and weights, that subtracts a margin from the score of the correct class.',
};

/** happynear/caffe-windows, largemargin_inner_product_layer.cpp: a third bottom replaces the weight. */
const largeMarginInnerProduct: LayerDefinition = {
  ...marginInnerProduct,
  type: 'LargeMarginInnerProduct',
  category: 'innerProduct',
  paramField: 'largemargin_inner_product_param',
  doc: 'Fully connected layer without bias that multiplies the angle between features and the weights of their class (L-Softmax). An optional third bottom has the weights.',
  bottoms: atLeast(2),
  setUp(layer) {
    checkLabels(layer);
    if (layer.bottoms.length !== 3) addWeight(layer, layer.params.int('num_output'));
  },
  reshape: (layer) => [scores(layer, largeMarginOutputs(layer)), [1]].slice(0, layer.topCount),
  macs: (layer) => macsOf(layer, largeMarginOutputs(layer)),
};

function largeMarginOutputs(layer: LayerContext): Dim {
  return layer.bottoms.length === 2 ? layer.params.int('num_output') : layer.legacy(2)[0];
}

function checkLabels(layer: LayerContext): void {
  if (!differ(layer.legacy(0)[0], layer.legacy(1)[0])) return;
  layer.refuse(
    'fork/label-count',
    layer.bottomAt(1),
    `${layer.describe(1)} must have one label per item of ${layer.describe(0)}.`,
  );
}

/** happynear/caffe-windows, inner_distance_layer.cpp: centers in a second bottom replace the blob. */
const innerDistance: LayerDefinition = {
  type: 'InnerDistance',
  category: 'innerProduct',
  paramField: 'inner_distance_param',
  doc: 'Distances of features from learned centers, or from those in a second bottom.',
  bottoms: anyNumber,
  tops: exactly(1),
  setUp(layer) {
    const kept = layer.params.bool('update_center_only') ? 2 : 1;
    if (layer.bottoms.length <= kept) addWeight(layer, outputsOf(layer));
  },
  reshape: (layer) => [scores(layer, outputsOf(layer))],
  macs: (layer) => macsOf(layer, outputsOf(layer)),
};

/** Layers that change the score of the correct class: scores and labels in, scores out. */
function margin(type: string, doc: string, more: Partial<LayerDefinition> = {}): LayerDefinition {
  return {
    type,
    doc,
    bottoms: anyNumber,
    tops: anyNumber,
    reshape: (layer) => [layer.like(0)].slice(0, layer.topCount),
    ...more,
  };
}

/** xialuxi/arcface-caffe, cosin_add_m_layer.cpp. */
const cosinAddm = margin(
  'CosinAddm',
  'Adds a margin to the angle between features and the weights of their class (ArcFace).',
  {
    paramField: 'cosin_add_m_param',
  },
);

/** xialuxi/arcface-caffe, AdaCos/adacos_add_m_scale_layer.cpp. */
const adaCosAddmScale = margin(
  'AdaCosAddmScale',
  'Adds a margin to the angle of the correct class and scales all scores by an adaptive factor (AdaCos).',
  { paramField: 'adacos_add_m_scale_param' },
);

/** xialuxi/arcface-caffe, combined_margin_layer.cpp. */
const combinedMargin = margin(
  'CombinedMargin',
  'Changes the score of the correct class by three margins: a factor and an offset of its angle, and an offset of its cosine.',
  { paramField: 'combined_margin_param' },
);

/** happynear/caffe-windows, label_specific_add.cpp. */
const labelSpecificAdd = margin(
  'LabelSpecificAdd',
  'Adds a number to the score of the correct class; a second top has that number.',
  { paramField: 'label_specific_add_param', reshape: withNumbers(1) },
);

/** happynear/caffe-windows, global_lse_margin_layer.cpp. */
const globalLseMargin = margin(
  'GlobalLSEMargin',
  'Scales the scores by a learned factor and adds an adaptive margin to the correct class; a second top has five numbers about both.',
  {
    setUp(layer) {
      layer.blobs.splice(0);
      layer.addBlob('scale', [1]);
      layer.addBlob('margin', [1]);
    },
    reshape: withNumbers(5),
  },
);

/** happynear/caffe-windows, channel_scale_layer.cpp. */
const channelScale = margin(
  'ChannelScale',
  'Multiplies each position of the first bottom by its value in the second, or all by a stored mean; a second top has that mean.',
  {
    paramField: 'channel_scale_param',
    bottoms: exactly(2),
    setUp(layer) {
      if (layer.params.bool('global_scale') && !layer.takesGivenBlobs('scale')) layer.addBlob('scale', [1]);
    },
    reshape: withNumbers(1),
  },
);

/** A first top with the shape of the first bottom, and a second one with a few numbers. */
function withNumbers(count: number): (layer: LayerContext) => Shape[] {
  return (layer) => [layer.like(0), [count]].slice(0, layer.topCount);
}

export const faceRecognitionLayers: readonly LayerDefinition[] = [
  adaCosAddmScale,
  additiveMarginInnerProduct,
  centerLoss,
  channelScale,
  combinedMargin,
  cosinAddm,
  dsaLoss,
  globalLseMargin,
  innerDistance,
  labelSpecificAdd,
  largeMarginInnerProduct,
  marginInnerProduct,
  smoothMarginInnerProduct,
];
