import { add, type Dim, differ, divide, mapDim, multiply } from '../../../shape/dim.ts';
import { floatText } from '../../../shape/floatText.ts';
import { formatDim, hasRank, type Shape } from '../../../shape/shape.ts';
import type { LayerContext } from '../../context.ts';
import { anyNumber, between, exactly, type LayerDefinition } from '../../definition.ts';

/** Layers of the SSD fork for object detection. */

export const multiBoxLoss: LayerDefinition = {
  type: 'MultiBoxLoss',
  category: 'loss',
  paramField: 'multibox_loss_param',
  loss: true,
  doc: 'Loss of a box detector: matches priors to ground truth, then weights locations and class scores. Bottoms: locations, scores, priors, ground truth.',
  bottoms: exactly(4),
  tops: exactly(1),
  setUp(layer) {
    const { params } = layer;
    checkFourAxes(layer, 0, 2);
    if (!params.has('num_classes'))
      layer.refuse(
        'ssd/multibox-num-classes',
        layer.at(),
        '`num_classes`, the number of classes including the background, is missing.',
      );
    const classes = params.int('num_classes');
    if (classes < 1)
      layer.refuse(
        'ssd/multibox-num-classes-min',
        layer.at('num_classes'),
        `\`num_classes\` must be 1 or more, but is ${classes}.`,
      );
    checkMining(layer);
    const background = params.int('background_label_id');
    if (params.text('conf_loss_type') === 'SOFTMAX' && (background < 0 || background >= classes)) {
      layer.refuse(
        'ssd/multibox-background',
        layer.at('background_label_id'),
        `\`background_label_id: ${background}\` must be smaller than the number of classes, ${classes}.`,
      );
    }
  },
  reshape: (layer) => reshapeMultiBoxLoss(layer, 4),
};

/** The loss, for a number of location values per prior. */
export function reshapeMultiBoxLoss(layer: LayerContext, perPrior: number): Shape[] {
  if (differ(layer.dim(0, 0), layer.dim(1, 0))) {
    layer.refuse(
      'loss/first-dim',
      layer.bottomAt(1),
      `${layer.describe(0)} and ${layer.describe(1)} must have the same first axis.`,
    );
  }
  checkFourAxes(layer, 3);
  checkPriors(layer, 'multibox', layer.isInPlace() ? scalarAxes : layer.legacy(0), perPrior);
  return [[]];
}

/** Bottoms whose num, channels, height or width the layer reads without comparing them. */
function checkFourAxes(layer: LayerContext, ...indices: readonly number[]): void {
  for (const index of indices) if (hasRank(layer.shape(index))) layer.legacy(index);
}

function checkMining(layer: LayerContext): void {
  const { params } = layer;
  const mines = params.text('mining_type') !== 'NONE';
  if (params.has('do_neg_mining') && params.bool('do_neg_mining') !== mines) {
    layer.refuse(
      'ssd/multibox-neg-mining',
      layer.at('do_neg_mining'),
      '`do_neg_mining` contradicts `mining_type`; remove the deprecated `do_neg_mining`.',
    );
  }
  if (mines && !params.bool('share_location')) {
    layer.refuse(
      'ssd/multibox-share-location',
      layer.at('share_location', 'mining_type'),
      'Mining requires `share_location: true`; otherwise set `mining_type: NONE`.',
    );
  }
}

/** LossLayer's Reshape makes the top a scalar before counting; in place, the locations too. */
const scalarAxes = [1, 1, 1, 1] as const;

/** Locations and scores must match the number of priors (multibox_loss_layer.cpp, detection_output_layer.cpp). */
export function checkPriors(
  layer: LayerContext,
  kind: 'multibox' | 'detout',
  loc: readonly [Dim, Dim, Dim, Dim] = layer.legacy(0),
  perPrior = 4,
): void {
  const [conf, prior] = [layer.legacy(1), layer.legacy(2)];
  if (differ(loc[0], conf[0]))
    layer.refuse(
      `ssd/${kind}-batch`,
      layer.bottomAt(1),
      `${layer.describe(0)} and ${layer.describe(1)} must have the same batch size.`,
    );
  const priors = mapDim(prior[2], (height) => divide(height, 4));
  const classes = layer.params.int('num_classes');
  const locations = multiply(priors, perPrior * (layer.params.bool('share_location') ? 1 : classes));
  if (differ(locations, loc[1])) {
    layer.refuse(
      `ssd/${kind}-loc`,
      layer.bottomAt(0),
      `${formatDim(priors)} priors require ${formatDim(locations)} location values, but ${layer.describe(0)} has ${formatDim(loc[1])}${loc === scalarAxes ? ' because the loss in place makes it a scalar' : ''}.`,
    );
  }
  const scores = multiply(priors, classes);
  if (differ(scores, conf[1])) {
    layer.refuse(
      `ssd/${kind}-conf`,
      layer.bottomAt(1),
      `${formatDim(priors)} priors with ${classes} classes require ${formatDim(scores)} scores, but ${layer.describe(1)} has ${formatDim(conf[1])}.`,
    );
  }
}

export const detectionOutput: LayerDefinition = {
  type: 'DetectionOutput',
  category: 'detection',
  paramField: 'detection_output_param',
  doc: 'Converts locations, scores and priors to boxes and removes overlapping ones. One row of 7 numbers per box, so the number of rows varies.',
  bottoms: between(3, 4),
  tops: exactly(1),
  setUp(layer) {
    const { params } = layer;
    if (!params.has('num_classes'))
      layer.refuse(
        'ssd/detout-num-classes',
        layer.at(),
        '`num_classes`, the number of classes including the background, is missing.',
      );
    const nms = params.message('nms_param');
    if (nms.float('nms_threshold') < 0)
      layer.refuse(
        'ssd/detout-nms-threshold',
        nms.list('nms_threshold')[0],
        `\`nms_threshold\` must be 0 or more, but is ${floatText(nms.float('nms_threshold'))}.`,
      );
    if (!(nms.float('eta') > 0))
      layer.refuse(
        'ssd/detout-eta-low',
        nms.list('eta')[0],
        `\`eta\` must be greater than 0, but is ${floatText(nms.float('eta'))}.`,
      );
    if (nms.float('eta') > 1)
      layer.refuse(
        'ssd/detout-eta-high',
        nms.list('eta')[0],
        `\`eta\` must be at most 1, but is ${floatText(nms.float('eta'))}.`,
      );
  },
  reshape(layer) {
    checkPriors(layer, 'detout');
    return [[1, 1, 1, 7]];
  },
};

export const detectionEvaluate: LayerDefinition = {
  type: 'DetectionEvaluate',
  category: 'loss',
  paramField: 'detection_evaluate_param',
  doc: 'Compares detected boxes with ground truth for a precision-recall evaluation.',
  bottoms: anyNumber,
  tops: exactly(1),
  setUp(layer) {
    if (!layer.params.has('num_classes'))
      layer.refuse(
        'ssd/deteval-num-classes',
        layer.at(),
        '`num_classes`, the number of classes including the background, is missing.',
      );
    if (!(layer.params.float('overlap_threshold') > 0))
      layer.refuse(
        'ssd/deteval-overlap',
        layer.at('overlap_threshold'),
        `\`overlap_threshold\` must be positive, but is ${floatText(layer.params.float('overlap_threshold'))}.`,
      );
    if (layer.bottoms.length < 2)
      layer.refuse(
        'ssd/deteval-bottom-count',
        undefined,
        `${layer.type} requires detections and ground truth; without two bottoms Caffe crashes.`,
      );
  },
  reshape: (layer) => reshapeEvaluated(layer, 7, 8),
};

/** A row for each detection and class, for detections and ground truth of so many columns. */
export function reshapeEvaluated(layer: LayerContext, detected: number, annotated: number): Shape[] {
  const [detections, truth] = [layer.legacy(0), layer.legacy(1)];
  if (isNotRows(detections, detected))
    layer.refuse(
      'ssd/deteval-det-shape',
      layer.bottomAt(0),
      `Detections must have the shape 1×1×rows×${detected}, but ${layer.describeShape(0)}.`,
    );
  if (isNotRows(truth, annotated))
    layer.refuse(
      'ssd/deteval-gt-shape',
      layer.bottomAt(1),
      `Ground truth must have the shape 1×1×rows×${annotated}, but ${layer.describeShape(1)}.`,
    );
  const classes = layer.params.int('num_classes');
  const positives = layer.params.int('background_label_id') === -1 ? classes : classes - 1;
  return [[1, 1, add(detections[2], positives), 5]];
}

function isNotRows([num, channels, , width]: readonly [Dim, Dim, Dim, Dim], columns: number): boolean {
  return differ(num, 1) || differ(channels, 1) || differ(width, columns);
}
