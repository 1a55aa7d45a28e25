import { differ } from '../../../shape/dim.ts';
import { loss } from '../../bvlc/loss.ts';
import type { LayerContext } from '../../context.ts';
import type { LayerDefinition } from '../../definition.ts';

/** Losses of YOLO detectors, of foss-for-synopsys-dwc-arc-processors/synopsys-caffe. */

/** yolo_v2_loss_layer.cpp. */
const yoloV2Loss = loss('YoloV2Loss', 'Loss of a YOLOv2 detector: predictions, then labels of each cell.', {
  paramField: 'yolo_v2_loss_param',
  setUp(layer) {
    checkSizes(layer);
    const [anchors, objects] = [layer.params.count('anchors'), layer.params.int('num_object')];
    if (anchors !== 2 * objects)
      layer.refuse(
        'fork/yolo-anchors',
        layer.at('anchors'),
        `\`num_object: ${objects}\` requires ${2 * objects} \`anchors\`, but there are ${anchors}.`,
      );
    checkCells(layer);
  },
});

/** yolo_v3_loss_layer.cpp. */
const yoloV3Loss = loss('YoloV3Loss', 'Loss of a YOLOv3 detector: predictions, then labels of each cell.', {
  paramField: 'yolo_v3_loss_param',
  setUp(layer) {
    checkSizes(layer);
    checkCells(layer);
  },
});

function checkSizes(layer: LayerContext): void {
  for (const field of ['side', 'num_classes', 'num_object']) {
    if (layer.params.int(field) >= 0) continue;
    layer.refuse('fork/yolo-sizes', layer.at(field), `\`${field}\` must not be negative.`);
  }
}

/** Each cell of the grid has predictions for each object, and one label of 7 numbers. */
function checkCells(layer: LayerContext): void {
  const { params } = layer;
  const cells = params.int('side') ** 2;
  const values = cells * (params.int('num_classes') + 5) * params.int('num_object');
  checkCount(layer, 0, 'fork/yolo-outputs', values);
  checkCount(layer, 1, 'fork/yolo-labels', cells * 7);
}

function checkCount(
  layer: LayerContext,
  index: number,
  check: 'fork/yolo-outputs' | 'fork/yolo-labels',
  wanted: number,
): void {
  if (!differ(layer.count(index, 1), wanted)) return;
  layer.refuse(
    check,
    layer.bottomAt(index),
    `A grid of ${layer.params.int('side')}² cells requires ${wanted} values per item, but ${layer.describeShape(index)}.`,
  );
}

export const yoloLossLayers: readonly LayerDefinition[] = [yoloV2Loss, yoloV3Loss];
