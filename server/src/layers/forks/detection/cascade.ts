import { castToInt, type Dim, differ, mapDim, Unknown } from '../../../shape/dim.ts';
import { formatDim, type Shape } from '../../../shape/shape.ts';
import { softmaxWithLoss } from '../../bvlc/loss.ts';
import type { LayerContext } from '../../context.ts';
import { atLeast, between, exactly, type LayerDefinition } from '../../definition.ts';
import { dataLayer, topsOf } from '../../helpers/dataLayer.ts';
import { imageAxes } from '../../helpers/imageAxes.ts';

/** Layers of zhaoweicai/cascade-rcnn: proposals by groups of anchors, and a cascade of box regressions. */

const regionChannels = 5;

/** The number of regions of a batch. Each layer changes it for the layers after it. */
function someRegions(): Unknown {
  return new Unknown('regions', 'The number of regions depends on the images.');
}

function detection(
  type: string,
  doc: string,
  more: Pick<LayerDefinition, 'bottoms' | 'tops' | 'reshape'> & Partial<LayerDefinition>,
): LayerDefinition {
  return { type, category: 'detection', doc, ...more };
}

/** Rejects a bottom whose number of items or channels is another than the layer reads. */
function need(layer: LayerContext, index: number, axis: 'num' | 'channels', wanted: Dim): void {
  const own = imageAxes(layer, index)[axis === 'num' ? 0 : 1];
  if (!differ(own, wanted)) return;
  layer.refuse(
    'fork/cascade-shape',
    layer.bottomAt(index),
    `${layer.type} requires ${axis} ${formatDim(wanted)} in ${layer.describe(index)}.`,
  );
}

function itemsOf(layer: LayerContext, index: number): Dim {
  return imageAxes(layer, index)[0];
}

/** decode_bbox_layer.cpp. */
const decodeBBox = detection('DecodeBBox', 'Applies corrections to regions: image, x1, y1, x2, y2.', {
  paramField: 'bbox_reg_param',
  bottoms: between(2, 3),
  tops: exactly(1),
  reshape(layer) {
    need(layer, 1, 'num', itemsOf(layer, 0));
    if (layer.bottoms.length === 3) need(layer, 2, 'num', itemsOf(layer, 0));
    need(layer, 0, 'channels', 8);
    need(layer, 1, 'channels', regionChannels);
    return [layer.like(1)];
  },
});

/** box_group_output_layer.cpp: pairs of scores and corrections. */
const boxGroupOutput = detection(
  'BoxGroupOutput',
  'Converts scores and box corrections, a pair of bottoms for each group of anchors, to regions of interest: image, x1, y1, x2, y2; a second top has a score too.',
  {
    paramField: 'box_group_output_param',
    bottoms: atLeast(1),
    tops: between(1, 2),
    setUp(layer) {
      const groups = layer.params.count('box_group_param');
      if (layer.bottoms.length === 2 * groups) return;
      layer.refuse(
        'fork/box-groups',
        layer.at('box_group_param'),
        `${groups} \`box_group_param\` require ${2 * groups} bottoms, scores and corrections of each, but the layer has ${layer.bottoms.length}.`,
      );
    },
    reshape(layer) {
      const regions = someRegions();
      layer.bottoms.forEach((_, index) => {
        if (index % 2 === 1) need(layer, index, 'channels', 4);
      });
      return [
        [regions, regionChannels, 1, 1],
        [regions, regionChannels + 1, 1, 1],
      ].slice(0, layer.topCount);
    },
  },
);

/** detection_group_loss_layer.cpp, detection_group_accuracy_layer.cpp: scores, corrections, ground truth. */
function checkGroups(layer: LayerContext): void {
  const classes = layer.params.int('cls_num');
  need(layer, 0, 'channels', classes);
  need(layer, 1, 'channels', 4);
  need(layer, 2, 'channels', 6);
}

const detectionGroupLoss: LayerDefinition = {
  type: 'DetectionGroupLoss',
  loss: true,
  paramField: 'detection_group_loss_param',
  doc: 'Loss of the scores and box corrections of groups of anchors: two numbers.',
  bottoms: exactly(3),
  tops: exactly(1),
  reshape(layer) {
    checkGroups(layer);
    return [[1, 1, 1, 2]];
  },
};

const detectionGroupAccuracy: LayerDefinition = {
  type: 'DetectionGroupAccuracy',
  category: 'loss',
  paramField: 'detection_group_accuracy_param',
  doc: 'Accuracy of the scores of groups of anchors; a second top has the overlap of their boxes.',
  bottoms: exactly(3),
  tops: () => ({ max: 2 }),
  reshape(layer) {
    checkGroups(layer);
    return [
      [1, 1, 1, 2],
      [1, 1, 1, 1],
    ].slice(0, layer.topCount);
  },
};

/** bbox_accuracy_layer.cpp. */
const bboxAccuracy: LayerDefinition = {
  type: 'BboxAccuracy',
  category: 'loss',
  paramField: 'bbox_reg_param',
  doc: 'Overlap of corrected regions with the ground truth; a second top has the overlap before.',
  bottoms: exactly(3),
  tops: () => ({ max: 2 }),
  reshape(layer) {
    for (const index of [1, 2]) need(layer, index, 'num', itemsOf(layer, 0));
    return layer.topNames.map(() => [1, 1, 1, 1]);
  },
};

/** hard_mining_layer.cpp: losses, regions, and what belongs to them. */
const hardMining = detection('HardMining', 'Keeps the regions of each image with the highest losses.', {
  paramField: 'hard_mining_param',
  bottoms: atLeast(2),
  tops: atLeast(1),
  reshape(layer) {
    need(layer, 1, 'channels', regionChannels);
    const { params } = layer;
    const kept = params.int('num_roi_per_image') * params.int('num_image');
    return layer.topNames.map((_, index) => [kept, ...imageAxes(layer, index + 1).slice(1)]);
  },
});

/** proposal_target_layer.cpp. */
const proposalTarget = detection(
  'ProposalTarget',
  'Chooses regions for training. Tops: regions, labels, targets of the box corrections, their inner and outer weights, matched boxes, and weights of the regions.',
  {
    paramField: 'proposal_target_param',
    bottoms: () => ({}),
    tops: atLeast(5),
    reshape(layer) {
      need(layer, 0, 'channels', regionChannels);
      const batch = layer.params.int('batch_size');
      const regions = batch === -1 ? itemsOf(layer, 0) : batch;
      const isAware = layer.message.message('bbox_reg_param').bool('cls_aware');
      const targets = isAware ? layer.params.int('cls_num') * 4 : 8;
      const widths = [regionChannels, 1, targets, targets, targets, 6, 1];
      return layer.topNames.map((_, index) => [regions, widths[index] ?? 1, 1, 1]);
    },
  },
);

/** scale_route_layer.cpp. */
const scaleRoute = detection(
  'ScaleRoute',
  'Keeps the regions of a range of sizes, and what belongs to them.',
  {
    paramField: 'scale_route_param',
    bottoms: atLeast(1),
    tops: atLeast(1),
    reshape(layer) {
      need(layer, 0, 'channels', regionChannels);
      const regions = someRegions();
      return layer.topNames.map((_, index) => [regions, ...imageAxes(layer, index).slice(1)]);
    },
  },
);

/** frcnn_output_layer.cpp. */
const frcnnOutput = detection(
  'FrcnnOutput',
  'Converts scores and corrections of regions to boxes: 7 numbers each.',
  {
    paramField: 'frcnn_output_param',
    bottoms: exactly(4),
    tops: exactly(1),
    reshape(layer) {
      for (const index of [1, 2]) need(layer, index, 'num', itemsOf(layer, 0));
      need(layer, 3, 'channels', 2);
      return [[someRegions(), 7, 1, 1]];
    },
  },
);

const unread = new Unknown('images', 'The number of channels depends on the images.');

/** detection_data_layer.cpp, eval_data_layer.cpp: the images are read as color images. */
function sizeOf(layer: LayerContext): readonly Dim[] {
  const { params } = layer;
  const pairs = [
    ['crop_height', 'crop_width'],
    ['crop_short_size', 'crop_long_size'],
    ['resize_height', 'resize_width'],
    ['long_size', 'short_size'],
  ].filter((pair) => pair.every((field) => params.has(field)));
  return pairs[0]?.map((field) => params.int(field)) ?? [unread, unread];
}

function source(param: string): Pick<LayerDefinition, 'opens' | 'paramField'> {
  return { paramField: param, opens: () => [{ param, field: 'source' }] };
}

const boxes: Shape = [new Unknown('boxes', 'The number of boxes depends on the images.'), 8, 1, 1];

const detectionData = dataLayer(
  'DetectionData',
  'Reads images with boxes from a list file. Tops: images, labels of each group of anchors, and boxes.',
  {
    ...source('detection_data_param'),
    tops: atLeast(2),
    reshape(layer) {
      const batch = layer.params.int('batch_size');
      const size = sizeOf(layer);
      const channels = 2 + layer.params.int('coord_num');
      const labels = layer.params
        .floats('stride')
        .map((stride): Shape => [batch, channels, ...size.map((length) => parts(length, stride))]);
      return topsOf(layer, [batch, 3, ...size], ...labels, boxes);
    },
  },
);

function parts(length: Dim, stride: number): Dim {
  return mapDim(length, (size) => castToInt(Math.round(Math.fround(size / stride))));
}

const evalData = dataLayer('EvalData', 'Reads images for an evaluation, their boxes and their sizes.', {
  ...source('eval_data_param'),
  tops: atLeast(2),
  reshape(layer) {
    const batch = layer.params.int('batch_size');
    return topsOf(layer, [batch, 3, ...sizeOf(layer)], boxes, [batch, 2, 1, 1]);
  },
});

/** softmax_loss_layer.cpp: a third top has the loss of each item. */
const softmaxLossOfItems: LayerDefinition = {
  ...softmaxWithLoss,
  forks: ['cascade-rcnn'],
  doc: `${softmaxWithLoss.doc} A third top has the loss of each item.`,
  tops: between(1, 3),
  setUp: () => undefined,
  reshape(layer) {
    const tops = softmaxWithLoss.reshape(layer);
    return layer.topCount === 3 ? [...tops.slice(0, 2), layer.like(1)] : tops;
  },
};

export const cascadeLayers: readonly LayerDefinition[] = [
  bboxAccuracy,
  boxGroupOutput,
  decodeBBox,
  detectionData,
  detectionGroupAccuracy,
  detectionGroupLoss,
  evalData,
  frcnnOutput,
  hardMining,
  proposalTarget,
  scaleRoute,
  softmaxLossOfItems,
];
