import { add, type Dim, differ, divide, mapDim, multiply } from '../../../shape/dim.ts';
import { formatDim, type Shape } from '../../../shape/shape.ts';
import { annotatedData } from '../../bvlc/data.ts';
import type { LayerContext } from '../../context.ts';
import { atLeast, exactly, type LayerDefinition } from '../../definition.ts';
import { checkPriors, detectionEvaluate, detectionOutput, multiBoxLoss, reshapeMultiBoxLoss } from './ssd.ts';

/** Layers of SSD detectors in forks that describe boxes by other numbers. */

/** A box, and its rotated rectangle or quadrilateral: MhLiao/TextBoxes_plusplus, detection_output_layer.cpp. */
function valuesPerBox({ params }: LayerContext): number {
  return params.bool('use_polygon') ? 12 : 9;
}

/** Numbers of a detected box: image, class and score, and the box. */
function valuesPerDetection(layer: LayerContext): number {
  return valuesPerBox(layer) + 3;
}

/** MhLiao/TextBoxes_plusplus, detection_output_layer.cpp. */
const textDetectionOutput: LayerDefinition = {
  ...detectionOutput,
  forks: ['textboxes-pp'],
  doc: 'Converts locations, scores and priors to rotated text boxes and removes overlapping ones. One row of 12 numbers per box, or of 15 with `use_polygon`, so the number of rows varies.',
  reshape(layer) {
    checkPriors(layer, 'detout', layer.legacy(0), valuesPerBox(layer));
    return [[1, 1, 1, valuesPerDetection(layer)]];
  },
};

/** MhLiao/TextBoxes_plusplus, multibox_loss_layer.cpp. */
const textMultiBoxLoss: LayerDefinition = {
  ...multiBoxLoss,
  forks: ['textboxes-pp'],
  doc: 'Loss of a detector of rotated text boxes, with 9 location values per prior, or 12 with `use_polygon`. Bottoms: locations, scores, priors, ground truth.',
  reshape: (layer) => reshapeMultiBoxLoss(layer, valuesPerBox(layer)),
};

/** MhLiao/TextBoxes_plusplus, detection_evaluate_layer.cpp. */
const textDetectionEvaluate: LayerDefinition = {
  ...detectionEvaluate,
  forks: ['textboxes-pp'],
  reshape(layer): Shape[] {
    needWidth(layer, 0, valuesPerDetection(layer), 'ssd/deteval-det-shape');
    needWidth(layer, 1, 16, 'ssd/deteval-gt-shape');
    return [[1, 1, evaluated(layer, layer.legacy(0)[2]), 5]];
  },
};

/** gklz1982/caffe-yolov2, detection_evaluate_layer.cpp: the ground truth has one item, of any shape. */
const yoloDetectionEvaluate: LayerDefinition = {
  ...detectionEvaluate,
  forks: ['yolov2'],
  reshape(layer): Shape[] {
    needWidth(layer, 0, 7, 'ssd/deteval-det-shape');
    return [[1, 1, evaluated(layer, layer.legacy(0)[2]), 5]];
  },
};

/** zhaoweicai/cascade-rcnn, detection_evaluate_layer.cpp: a row is an item, and a third bottom has the size of the image. */
const regionEvaluate: LayerDefinition = {
  ...detectionEvaluate,
  forks: ['cascade-rcnn'],
  reshape(layer): Shape[] {
    [7, 8, 2].forEach((wanted, index) => {
      if (!differ(layer.legacy(index)[1], wanted)) return;
      layer.refuse(
        'fork/cascade-shape',
        layer.bottomAt(index),
        `${layer.type} requires ${wanted} channels in ${layer.describe(index)}.`,
      );
    });
    return [[evaluated(layer, layer.legacy(0)[0]), 5, 1, 1]];
  },
};

/** Rows of an evaluation: one for each class, then one for each detection. */
function evaluated(layer: LayerContext, detections: Dim): Dim {
  const classes = layer.params.int('num_classes');
  return add(detections, layer.params.int('background_label_id') === -1 ? classes : classes - 1);
}

function needWidth(
  layer: LayerContext,
  index: number,
  width: number,
  check: 'ssd/deteval-det-shape' | 'ssd/deteval-gt-shape',
): void {
  const [num, channels, , own] = layer.legacy(index);
  if (!differ(num, 1) && !differ(channels, 1) && !differ(own, width)) return;
  layer.refuse(
    check,
    layer.bottomAt(index),
    `${layer.type} requires the shape 1×1×rows×${width}, but ${layer.describeShape(index)}.`,
  );
}

/** MhLiao/TextBoxes_plusplus, annotated_data_layer.cpp: a row of 16 numbers for each box. */
const textData: LayerDefinition = {
  ...annotatedData,
  forks: ['textboxes-pp'],
  reshape(layer) {
    const [images, boxes] = annotatedData.reshape(layer);
    if (!images || !boxes) return images ? [images] : [];
    const isRows = Array.isArray(boxes) && boxes.length === 4 && boxes[3] === 8;
    return [images, isRows ? boxes.with(3, 16) : boxes];
  },
};

/** julimueller/tl_ssd, detection_output_layer.cpp. */
const stateDetectionOutput: LayerDefinition = {
  ...detectionOutput,
  forks: ['tl-ssd'],
  doc: `${detectionOutput.doc} With \`do_state_prediction\`, a fourth bottom has scores of \`num_states\` states per prior.`,
  reshape(layer) {
    const boxes = detectionOutput.reshape(layer);
    if (layer.params.bool('do_state_prediction')) checkStates(layer, 3);
    return boxes;
  },
};

/** julimueller/tl_ssd, multibox_loss_layer.cpp. */
const stateMultiBoxLoss: LayerDefinition = {
  ...multiBoxLoss,
  forks: ['tl-ssd'],
  doc: `${multiBoxLoss.doc} A fifth bottom has scores of \`num_states\` states per prior.`,
  bottoms: exactly(5),
  reshape(layer) {
    const tops = multiBoxLoss.reshape(layer);
    checkStates(layer, 4);
    return tops;
  },
};

function checkStates(layer: LayerContext, index: number): void {
  const priors = mapDim(layer.legacy(2)[2], (height) => divide(height, 4));
  const wanted: Dim = multiply(priors, layer.params.int('num_states'));
  const [, own] = layer.legacy(index);
  if (!differ(own, wanted)) return;
  layer.refuse(
    'fork/prior-states',
    layer.bottomAt(index),
    `${formatDim(priors)} priors require ${formatDim(wanted)} scores of states, but ${layer.describe(index)} has ${formatDim(own)}.`,
  );
}

/**
 * foss-for-synopsys-dwc-arc-processors/synopsys-caffe, detection_output_layer.cpp: the scores and locations of `nbottom`
 * feature maps may come one by one, without or with their axes in Caffe's order.
 */
const separateDetectionOutput: LayerDefinition = {
  ...detectionOutput,
  forks: ['synopsys'],
  doc: `${detectionOutput.doc} Instead of joined locations and scores, it may have the scores of each feature map, then the locations of each, then their priors.`,
  bottoms: atLeast(3),
  reshape(layer) {
    if (layer.bottoms.length < 2 * layer.params.int('nbottom') + 1) checkPriors(layer, 'detout');
    const { params } = layer;
    if (!params.bool('tflite_detection')) return [[1, 1, 1, 7]];
    return [[params.int('max_classes_per_detection') * params.int('keep_top_k'), 7]];
  },
};

/** foss-for-synopsys-dwc-arc-processors/synopsys-caffe, ssd_decoder_layer.cpp: the first half of DetectionOutput. */
const ssdDecoder: LayerDefinition = {
  ...detectionOutput,
  type: 'SSDDecoder',
  doc: 'Converts locations and priors to boxes (1 × 1 × priors × 4).',
  bottoms: exactly(2),
  reshape(layer) {
    const priors = mapDim(layer.legacy(1)[2], (height) => divide(height, 4));
    const classes = layer.params.bool('share_location') ? 1 : layer.params.int('num_classes');
    needPerPrior(layer, { bottom: 0, check: 'ssd/detout-loc', priors, values: 4 * classes });
    return [[1, 1, priors, 4]];
  },
};

/** foss-for-synopsys-dwc-arc-processors/synopsys-caffe, ssd_sort_layer.cpp: the second half of DetectionOutput. */
const ssdSort: LayerDefinition = {
  ...detectionOutput,
  type: 'SSDSort',
  doc: 'Removes overlapping boxes of SSDDecoder by their scores. One row of 7 numbers per box, so the number of rows varies.',
  bottoms: exactly(2),
  reshape(layer) {
    const values = layer.params.int('num_classes');
    needPerPrior(layer, { bottom: 1, check: 'ssd/detout-conf', priors: layer.legacy(0)[2], values });
    return [[1, 1, 1, 7]];
  },
};

interface PerPrior {
  readonly bottom: number;
  readonly check: 'ssd/detout-loc' | 'ssd/detout-conf';
  readonly priors: Dim;
  readonly values: number;
}

function needPerPrior(layer: LayerContext, { bottom, check, priors, values }: PerPrior): void {
  const [wanted, own] = [multiply(priors, values), layer.legacy(bottom)[1]];
  if (!differ(own, wanted)) return;
  layer.refuse(
    check,
    layer.bottomAt(bottom),
    `${formatDim(priors)} priors require ${formatDim(wanted)} values, but ${layer.describe(bottom)} has ${formatDim(own)}.`,
  );
}

export const boxVariantLayers: readonly LayerDefinition[] = [
  regionEvaluate,
  separateDetectionOutput,
  ssdDecoder,
  ssdSort,
  stateDetectionOutput,
  stateMultiBoxLoss,
  textData,
  textDetectionEvaluate,
  textDetectionOutput,
  textMultiBoxLoss,
  yoloDetectionEvaluate,
];
