import { type Dim, differ } from '../../../shape/dim.ts';
import type { LayerContext } from '../../context.ts';
import { exactly, type LayerDefinition } from '../../definition.ts';
import { needAxes } from '../../helpers/imageAxes.ts';

/** Layers of Mask R-CNN, of foss-for-synopsys-dwc-arc-processors/synopsys-caffe. */

/** crop_and_resize_layer.cpp. */
const cropAndResize: LayerDefinition = {
  type: 'CropAndResize',
  category: 'pooling',
  paramField: 'crop_and_resize_param',
  doc: 'Crops a feature map to each box and resizes the result. Bottoms: features, the image of each box, boxes.',
  bottoms: exactly(3),
  tops: exactly(1),
  setUp: (layer) => checkCropSize(layer, 'crop_h', 'crop_w'),
  reshape(layer) {
    needAxes(layer, 0, 4);
    needAxes(layer, 2, 2);
    if (differ(layer.dim(2, 1), 4))
      layer.refuse(
        'fork/box-coordinates',
        layer.bottomAt(2),
        `Boxes have 4 coordinates, but ${layer.describeShape(2)}.`,
      );
    needAxes(layer, 1, 1);
    if (differ(layer.dim(1, 0), layer.dim(2, 0)))
      layer.refuse(
        'fork/box-scores',
        layer.bottomAt(1),
        `${layer.describe(1)} must have one value for each box of ${layer.describe(2)}.`,
      );
    return [[layer.dim(2, 0), ...cropped(layer, 'crop_h', 'crop_w')]];
  },
};

/** pyramid_roi_align_layer.cpp: the third bottom has the channels. */
const pyramidRoiAlign: LayerDefinition = {
  type: 'PyramidROIAlign',
  category: 'pooling',
  paramField: 'pyramid_roi_align_param',
  doc: 'The features in regions (images × regions × 4), each from the level of a pyramid that suits its size. Bottoms: regions, facts of the images, four feature maps.',
  bottoms: exactly(6),
  tops: exactly(1),
  setUp: (layer) => checkCropSize(layer, 'crop_height', 'crop_width'),
  reshape: (layer) => [
    [layer.dim(0, 0), layer.dim(0, 1), ...cropped(layer, 'crop_height', 'crop_width', layer.dim(2, -1))],
  ],
};

/** Height, width and channels of a crop in the stated order. */
function cropped(layer: LayerContext, height: string, width: string, channels?: Dim): Dim[] {
  const isLast = layer.params.text('data_format') === 'NHWC';
  const size = [layer.params.int(height), layer.params.int(width)];
  const depth = channels ?? layer.dim(0, isLast ? 3 : 1);
  return isLast ? [...size, depth] : [depth, ...size];
}

/** Rejects sizes below 1. */
export function checkCropSize(layer: LayerContext, ...fields: readonly string[]): void {
  for (const field of fields) {
    if (layer.params.int(field) > 0) continue;
    layer.refuse('fork/crop-resize-size', layer.at(field), `\`${field}\` must be 1 or more.`);
  }
}

/** maskrcnn_proposal_layer.cpp. */
const maskRcnnProposal: LayerDefinition = {
  type: 'MaskRCNNProposal',
  category: 'detection',
  paramField: 'maskrcnn_proposal_param',
  doc: 'The `post_nms_rois_inference` best regions of each image. Bottoms: scores, box corrections, anchors.',
  bottoms: exactly(3),
  tops: exactly(1),
  setUp(layer) {
    layer.dim(0, 1);
  },
  reshape: ({ params }) => [[params.int('batch_size'), params.int('post_nms_rois_inference'), 4]],
};

/** maskrcnn_detection_layer.cpp. */
const maskRcnnDetection: LayerDefinition = {
  type: 'MaskRCNNDetection',
  category: 'detection',
  paramField: 'maskrcnn_detection_param',
  doc: 'The `detection_max_instances` best detections of each image: box, class and score. Bottoms: regions, scores of the classes, box corrections, facts of the images.',
  bottoms: exactly(4),
  tops: exactly(1),
  setUp(layer) {
    layer.dim(0, 1);
    layer.dim(1, 2);
    [3, 3, 4, 2].forEach((axes, index) => {
      needAxes(layer, index, axes, 'fork/mask-axes');
    });
    checkRegions(layer, 0, [layer.dim(0, 0), layer.dim(0, 1), 4]);
    checkRegions(layer, 2, [layer.dim(2, 0), layer.dim(1, 1), layer.dim(1, 2), 4]);
    checkRegions(layer, 1, [layer.dim(1, 0), layer.dim(0, 1), layer.dim(1, 2)]);
  },
  reshape: ({ params }) => [[params.int('batch_size'), params.int('detection_max_instances'), 6]],
};

/** Regions, scores and corrections agree in the numbers of regions and classes. */
function checkRegions(layer: LayerContext, index: number, wanted: readonly Dim[]): void {
  if (!layer.dims(index).some((dim, axis) => differ(dim, wanted[axis] ?? dim))) return;
  layer.refuse(
    'fork/mask-regions',
    layer.bottomAt(index),
    `${layer.describe(index)} must have 4 values for each box, and the regions and classes of the other bottoms.`,
  );
}

export const maskRcnnLayers: readonly LayerDefinition[] = [
  cropAndResize,
  maskRcnnDetection,
  maskRcnnProposal,
  pyramidRoiAlign,
];
