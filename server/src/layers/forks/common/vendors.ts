import { castToInt, type Dim, divide, mapDim, multiply, Unknown } from '../../../shape/dim.ts';
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

/** Xilinx/Vitis-AI, deephi_resize_layer.cpp. */
const deephiResize: LayerDefinition = {
  type: 'DeephiResize',
  category: 'shape',
  paramField: 'deephi_resize_param',
  doc: 'Resizes images to `new_height` × `new_width`, or by two factors.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    checkPair(layer, 'new_height', 'new_width');
    checkPair(layer, 'scale_h', 'scale_w');
  },
  reshape(layer) {
    const { params } = layer;
    const [num, channels, height, width] = imageAxes(layer, 0);
    const scaled = (length: Dim, field: string) =>
      mapDim(length, (input) => castToInt(Math.fround(input * params.float(field))));
    const size = params.has('new_height')
      ? [params.int('new_height'), params.int('new_width')]
      : [scaled(height, 'scale_h'), scaled(width, 'scale_w')];
    const top = [num, channels, ...size];
    layer.checkShape(top, 'the resized image', layer.at('new_height', 'scale_h', 'scale_w'));
    return [top];
  },
};

function checkPair(layer: LayerContext, height: string, width: string): void {
  if (layer.params.has(height) === layer.params.has(width)) return;
  layer.refuse(
    'fork/resize-pair',
    layer.at(height, width),
    `\`${height}\` and \`${width}\` must be set together.`,
  );
}

/** Xilinx/Vitis-AI, gs_tiling_layer.cpp. */
const gsTiling: LayerDefinition = {
  type: 'GSTiling',
  category: 'shape',
  paramField: 'gs_tiling_param',
  doc: 'Moves each block of `stride` × `stride` positions to channels; with `reverse`, the other way.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    const stride = layer.params.int('stride');
    if (stride > 0) return;
    layer.refuse('fork/tiling-dim', layer.at('stride'), `\`stride\` must be 1 or more, but is ${stride}.`);
  },
  reshape(layer) {
    const stride = layer.params.int('stride');
    const [num, channels, height, width] = imageAxes(layer, 0);
    const part = (length: Dim, parts: number) => mapDim(length, (size) => partOf(layer, size, parts));
    if (layer.params.bool('reverse'))
      return [[num, part(channels, stride ** 2), multiply(height, stride), multiply(width, stride)]];
    const [rows, columns] = [part(height, stride), part(width, stride)];
    return [[num, multiply(channels, stride ** 2), rows, columns]];
  },
};

function partOf(layer: LayerContext, length: number, parts: number): number {
  if (length % parts === 0) return length / parts;
  return layer.refuse(
    'fork/gs-tiling',
    layer.bottomAt(0),
    `An axis of ${layer.describe(0)} is not divisible by ${parts}.`,
  );
}

/** Xilinx/Vitis-AI, operate_segmap_layer.cpp. */
const operateSeg: LayerDefinition = {
  type: 'OperateSeg',
  doc: 'Replaces certain classes of a label image.',
  bottoms: exactly(1),
  tops: exactly(1),
  reshape: (layer) => [imageAxes(layer, 0)],
};

/** intel/caffe, mn_activation_layer.cpp: by default, the number of nodes is that of the run. */
const mnActivation: LayerDefinition = {
  type: 'MnActivation',
  category: 'shape',
  paramField: 'mn_activation_param',
  doc: 'Distributes a batch and its channels differently over the nodes of a distributed training.',
  bottoms: atLeast(1),
  tops: exactly(1),
  setUp(layer) {
    const [before, after] = [partsOf(layer, 'in'), partsOf(layer, 'out')];
    const isWhole = [before, after].every((parts) => !parts || parts.nodes === parts.data * parts.model);
    const isSame = before && after && before.data === after.data && before.model === after.model;
    if (isWhole && !(isSame && before.model <= 1)) return;
    layer.refuse(
      'fork/node-parts',
      layer.at('num_nodes_in', 'num_nodes_out', 'model_parts_in', 'model_parts_out'),
      'The nodes must be divisible by the parts of the model, and the distribution must change or have several parts.',
    );
  },
  reshape(layer) {
    const [before, after] = [partsOf(layer, 'in'), partsOf(layer, 'out')];
    const batch = before && after ? redistributed(layer.dim(0, 0), before, after) : ofRun;
    const channels = (dim: Dim) => (before ? multiply(dim, before.model) : ofRun);
    return [layer.dims(0).map((dim, axis) => (axis === 0 ? batch : axis === 1 ? channels(dim) : dim))];
  },
};

interface Parts {
  readonly nodes: number;
  readonly data: number;
  readonly model: number;
}

/** The parts of the batch and of the model; undefined if they depend on the number of nodes of the run. */
function partsOf({ params }: LayerContext, side: 'in' | 'out'): Parts | undefined {
  const nodes = params.int(`num_nodes_${side}`);
  if (nodes <= 0) return undefined;
  const stated = params.int(`model_parts_${side}`);
  const model = stated <= 0 || stated > nodes ? nodes : stated;
  return { nodes, model, data: divide(nodes, model) };
}

function redistributed(batch: Dim, before: Parts, after: Parts): Dim {
  return mapDim(batch, (items) => divide(items * before.data, after.data));
}

const ofRun = new Unknown('nodes', 'The size depends on the number of nodes of the run.');

export const vendorLayers: readonly LayerDefinition[] = [
  deephiResize,
  gsTiling,
  mnActivation,
  operateSeg,
  custom,
  detections('FrcnDetection', 'frcn_detection_param', 6),
  detections('RetinaFaceDetection', 'retinaface_detection_param', 15),
  detections('YoloDetection', 'yolo_detection_param', 6),
  padding,
  passThrough,
];
