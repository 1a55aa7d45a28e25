import { type Dim, divide, mapDim, multiply } from '../../../shape/dim.ts';
import type { LayerContext } from '../../context.ts';
import { anyNumber, atLeast, exactly, type LayerDefinition } from '../../definition.ts';
import { imageAxes } from '../../helpers/imageAxes.ts';

/** Layers of the Caffe that vendors of processors read. */

/** HiSilicon's NNIE: a layer that a program computes; the text states the shapes of its tops. */
const custom: LayerDefinition = {
  type: 'Custom',
  category: 'other',
  paramField: 'custom_param',
  doc: 'A layer that the program computes outside of the processor. Each `shape` is that of a top.',
  bottoms: anyNumber,
  tops: atLeast(1),
  reshape: (layer) =>
    layer.topNames.map((_, index) => layer.params.messages('shape')[index]?.ints('dim') ?? []),
};

/** HiSilicon's NNIE: Reorg by another name. */
const passThrough: LayerDefinition = {
  type: 'PassThrough',
  category: 'shape',
  forks: ['nnie'],
  paramField: 'pass_through_param',
  doc: 'Moves each block of positions to channels.',
  bottoms: exactly(1),
  tops: exactly(1),
  reshape(layer) {
    const [num, channels, height, width] = imageAxes(layer, 0);
    const [rows, columns] = ['block_height', 'block_width'].map((field) =>
      Math.max(layer.params.int(field), 1),
    );
    const parts = (length: Dim, count = 1) => mapDim(length, (size) => divide(size, count));
    const outputs = layer.params.int('num_output') || multiply(channels, (rows ?? 1) * (columns ?? 1));
    return [[num, outputs, parts(height, rows), parts(width, columns)]];
  },
};

/** sophgo/caffe, padding_layer.cpp. */
const padding: LayerDefinition = {
  type: 'Padding',
  category: 'shape',
  paramField: 'padding_param',
  doc: 'Pads the last two axes.',
  bottoms: exactly(1),
  tops: exactly(1),
  reshape(layer) {
    layer.dim(0, -2);
    const added = (first: string, last: string) => layer.params.int(first) + layer.params.int(last);
    const dims = layer.dims(0);
    return [
      dims.map((dim, axis) => {
        if (axis < dims.length - 2) return dim;
        const more = axis === dims.length - 1 ? added('pad_l', 'pad_r') : added('pad_t', 'pad_b');
        return mapDim(dim, (length) => length + more);
      }),
    ];
  },
};

/** sophgo/caffe, yolo_detection_layer.cpp and others: space for the boxes that are kept. */
function detections(type: string, paramField: string, numbers: number): LayerDefinition {
  return {
    type,
    category: 'detection',
    paramField,
    doc: `Converts the outputs of a detector to \`keep_topk\` boxes of ${numbers} numbers per image.`,
    bottoms: atLeast(1),
    tops: exactly(1),
    reshape: (layer: LayerContext) => [[layer.dim(0, 0), 1, layer.params.int('keep_topk'), numbers]],
  };
}

export const vendorLayers: readonly LayerDefinition[] = [
  custom,
  detections('FrcnDetection', 'frcn_detection_param', 6),
  detections('RetinaFaceDetection', 'retinaface_detection_param', 15),
  detections('YoloDetection', 'yolo_detection_param', 6),
  padding,
  passThrough,
];
