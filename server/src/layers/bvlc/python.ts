import { registers } from '../../schema/data/forkIndex.ts';
import type { ForkName } from '../../schema/data/forkNames.ts';
import { type Dim, mapDim, multiply, Unknown } from '../../shape/dim.ts';
import type { Dims, Shape } from '../../shape/shape.ts';
import { type LayerContext, SetupStop } from '../context.ts';
import { anyNumber, type LayerDefinition } from '../definition.ts';
import { someProposals } from '../forks/detection/roi.ts';
import { datum } from '../helpers/imageSource.ts';
import { integerOf, listOf } from '../helpers/pythonText.ts';

/** Layers with a Python class: the shapes of widely used ones. */

const python: LayerDefinition = {
  type: 'Python',
  paramField: 'python_param',
  doc: 'A layer with a Python implementation: class `layer` in module `module`, which interprets `param_str` freely.',
  bottoms: anyNumber,
  tops: anyNumber,
  setUp(layer) {
    const code = codes.get(className(layer));
    if (!code) throw new SetupStop(unknownClass(layer));
    if (!fits(code, layer)) throw new SetupStop(otherCode(layer));
  },
  reshape: (layer) => codes.get(className(layer))?.shapes(layer).slice(0, layer.topCount) ?? [],
};

function className({ params }: LayerContext): string {
  return `${params.text('module')}.${params.text('layer')}`;
}

function unknownClass(layer: LayerContext): Unknown {
  return new Unknown(
    'Python',
    `The Python class \`${className(layer)}\` is unknown: state its shapes in comments, or declare it in caffe-prototxt.json.`,
  );
}

/** Other projects use the same class name for different code; the numbers of bottoms and tops distinguish them. */
function otherCode(layer: LayerContext): Unknown {
  return new Unknown(
    'Python',
    `\`${className(layer)}\` with ${layer.bottoms.length} bottoms and ${layer.topCount} tops is not the known class of this name: state its shapes in comments, or declare it in caffe-prototxt.json.`,
  );
}

/** A class with published code. */
interface PythonCode {
  /** Number of bottoms. */
  readonly bottoms: readonly number[];
  /** Number of tops; any number if undefined. */
  readonly tops?: readonly number[];
  /** Forks whose nets use the class with different tops, and the number of these. */
  readonly also?: { readonly fork: ForkName; readonly tops: number };
  /** The shapes of the tops, from `setup` and `reshape`, or from `forward` if they depend on the data. */
  readonly shapes: (layer: LayerContext) => readonly Shape[];
}

function fits({ bottoms, tops, also }: PythonCode, layer: LayerContext): boolean {
  if (!bottoms.includes(layer.bottoms.length)) return false;
  if (!tops || tops.includes(layer.topCount)) return true;
  return also !== undefined && also.tops === layer.topCount && layer.dialect.forks.includes(also.fork);
}

/** rbgirshick/py-faster-rcnn, lib/rpn and lib/roi_data_layer; YuwenXiong/py-R-FCN has the same with trailing axes. */
const fasterRcnn: Record<string, PythonCode> = {
  'roi_data_layer.layer.RoIDataLayer': {
    bottoms: [0],
    tops: [3, 6],
    also: { fork: 'curve-text', tops: 4 },
    shapes: roiData,
  },
  'rpn.anchor_target_layer.AnchorTargetLayer': { bottoms: [4], tops: [4], shapes: anchorTargets },
  'rpn.proposal_layer.ProposalLayer': { bottoms: [3], tops: [1, 2], shapes: proposals },
  'rpn.proposal_target_layer.ProposalTargetLayer': {
    bottoms: [2],
    tops: [5],
    shapes: (layer) => regionTargets(layer),
  },
  'rpn.proposal_fg_disHW_target_layer.ProposalFgDisHWTargetLayer': {
    bottoms: [3],
    tops: [10],
    shapes: curveTargets,
  },
  'transform.torch_image_transform_layer.TorchImageTransformLayer': {
    bottoms: [1],
    tops: [1],
    shapes: (layer) => [layer.like(0)],
  },
};

/** Regions, and their scores. */
function proposals(): Shape[] {
  const regions = someProposals();
  return [
    [regions, 5],
    [regions, 1],
  ];
}

/** With a region proposal network: images, their sizes and objects. Otherwise: images, regions and their targets. */
function roiData(layer: LayerContext): Shape[] {
  const [, height, width] = datum(layer);
  const trainsRegions = layer.topCount > 4 || layer.topNames[1] === 'rois';
  if (trainsRegions) {
    const images = new Unknown('images', 'The training configuration sets the number of images.');
    return [[images, 3, height, width], ...regionTargets(layer, sampled(), boxValues(layer))];
  }
  const objects = new Unknown('objects', 'The number of objects depends on the image.');
  return [
    [1, 3, height, width],
    [1, 3],
    [objects, 5, ...regionAxes(layer)],
    [objects, 28, ...regionAxes(layer)],
  ];
}

function sampled(): Unknown {
  return new Unknown('regions', 'The number of sampled regions depends on the image and the configuration.');
}

/** R-FCN can be trained with one box for all classes. */
function boxValues(layer: LayerContext): Dim {
  const why = 'The training configuration determines whether all classes share a box.';
  return runsRfcn(layer) ? new Unknown('boxes', why) : multiply(classes(layer), 4);
}

/** Regions, their labels, and box targets and weights for each class. */
function regionTargets(
  layer: LayerContext,
  regions: Dim = sampled(),
  values = multiply(classes(layer), 4),
): Shape[] {
  const ones = regionAxes(layer);
  const boxes = [regions, values, ...ones];
  const labels = ones.length === 0 ? [regions] : [regions, 1, ...ones];
  return [[regions, 5, ...ones], labels, boxes, boxes, boxes];
}

/** Yuliang-Liu/Curve-Text-Detector: the same, plus outlines of all classes but the background, and text regions. */
function curveTargets(layer: LayerContext): Shape[] {
  const [regions, texts] = [sampled(), sampled()];
  const outline = (rows: Dim) => [rows, mapDim(classes(layer), (count) => (count - 1) * 16), 1, 1];
  return [...regionTargets(layer, regions), ...[1, 2, 3, 4].map(() => outline(texts)), [texts, 5, 1, 1]];
}

/** R-FCN's code gives four axes to blobs of regions; forks that can run its nets may, too. */
function regionAxes(layer: LayerContext): Dims {
  return runsRfcn(layer) ? [1, 1] : [];
}

function runsRfcn({ dialect }: LayerContext): boolean {
  return dialect.forks.some((fork) => registers(fork, 'PSROIPooling'));
}

/** A label and a box for each anchor at each position of the scores. */
function anchorTargets(layer: LayerContext): Shape[] {
  const dims = layer.dims(0);
  const [height, width] = [dims.at(-2) ?? 1, dims.at(-1) ?? 1];
  const anchors = anchorsOf(layer);
  const boxes = [1, multiply(anchors, 4), height, width];
  return [[1, 1, multiply(anchors, height), width], boxes, boxes, boxes];
}

/**
 * The number of anchors per position: from `param_str` if it has ratios and scales. Otherwise they are in the code,
 * which users change; the net has two scores per anchor.
 */
function anchorsOf(layer: LayerContext): Dim {
  const text = layer.params.text('param_str');
  const stated = ['ratios', 'scales'].map((key) => listOf(text, key)?.length);
  const [ratios, scales] = stated;
  if (ratios !== undefined && scales !== undefined) return ratios * scales;
  return mapDim(layer.dims(0).at(-3) ?? 1, (scores) => Math.trunc(scores / 2));
}

function classes(layer: LayerContext): Dim {
  return integerOf(layer.params.text('param_str'), 'num_classes') ?? unread('num_classes');
}

function unread(key: string): Unknown {
  return new Unknown(key, `\`param_str\` has no \`${key}\` in a supported form.`);
}

/** shelhamer/fcn.berkeleyvision.org: one image, and maps of its size. */
const fcn: Record<string, PythonCode> = {
  'voc_layers.VOCSegDataLayer': { bottoms: [0], tops: [2], shapes: imageAndMaps },
  'voc_layers.SBDDSegDataLayer': { bottoms: [0], tops: [2], shapes: imageAndMaps },
  'pascalcontext_layers.PASCALContextSegDataLayer': { bottoms: [0], tops: [2], shapes: imageAndMaps },
  'siftflow_layers.SIFTFlowSegDataLayer': { bottoms: [0], tops: [3], shapes: imageAndMaps },
  'nyud_layers.NYUDSegDataLayer': { bottoms: [0], shapes: imagesOfKinds },
};

/** The images that `tops` in `param_str` lists. */
function imagesOfKinds(layer: LayerContext): Shape[] {
  const kinds = listOf(layer.params.text('param_str'), 'tops') ?? [];
  const [, height, width] = datum(layer);
  return layer.topNames.map((_, index) => [
    1,
    channelsOf.get(kinds[index] ?? '') ?? unread('tops'),
    height,
    width,
  ]);
}

/** The image types of NYUDv2. */
const channelsOf: ReadonlyMap<string, number> = new Map(
  Object.entries({ color: 3, hha: 3, depth: 1, label: 1 }),
);

function imageAndMaps(layer: LayerContext): Shape[] {
  const [, height, width] = datum(layer);
  return layer.topNames.map((_, index) => [1, index === 0 ? 3 : 1, height, width]);
}

/** BVLC/caffe, examples/pycaffe/layers. */
const examples: Record<string, PythonCode> = {
  'pyloss.EuclideanLossLayer': { bottoms: [2], shapes: () => [[1]] },
  'pascal_multilabel_datalayers.PascalMultilabelDataLayerSync': {
    bottoms: [0],
    tops: [2],
    shapes: multiLabels,
  },
};

function multiLabels(layer: LayerContext): Shape[] {
  const text = layer.params.text('param_str');
  const batch = integerOf(text, 'batch_size') ?? unread('batch_size');
  const [height, width] = (listOf(text, 'im_shape') ?? []).map(Number).filter(Number.isInteger);
  const size = unread('im_shape');
  return [
    [batch, 3, height ?? size, width ?? size],
    [batch, 20],
  ];
}

/** NVIDIA/caffe, python/caffe/layers/detectnet: at most 50 boxes for each image. */
const detectNet: Record<string, PythonCode> = {
  'caffe.layers.detectnet.clustering.ClusterGroundtruth': { bottoms: [2], shapes: boxLists },
  'caffe.layers.detectnet.clustering.ClusterDetections': { bottoms: [2], shapes: boxLists },
  'caffe.layers.detectnet.mean_ap.ScoreDetections': { bottoms: [2], shapes: boxLists },
  'caffe.layers.detectnet.mean_ap.mAP': { bottoms: [1], tops: [3], shapes: () => [[1], [1], [1]] },
};

/** A list of boxes per class. */
function boxLists(layer: LayerContext): Shape[] {
  return layer.topNames.map(() => [layer.dim(0, 0), 50, 5]);
}

/** hufu6371/DORN, pylayer/ordinal_decode_layer.py: reduces each pair of channels to one number. */
const dorn: Record<string, PythonCode> = {
  'ordinal_decode_layer.OrdinalDecodeLayer': { bottoms: [1], tops: [1], shapes: mapOfDepths },
};

function mapOfDepths(layer: LayerContext): Shape[] {
  const [num, , height, width] = layer.legacy(0);
  return [[num, 1, height, width]];
}

/** intel/caffe, examples/LRCN_activity_recognition/sequence_input_layer.py: the file sets the number of frames. */
const lrcn: Record<string, PythonCode> = Object.fromEntries(
  ['Train', 'Test'].flatMap((phase) =>
    ['RGB', 'flow'].map((kind) => [
      `sequence_input_layer.videoRead${phase}_${kind}`,
      { bottoms: [0], tops: [3], shapes: clips },
    ]),
  ),
);

/** Frames, a label for each, and the starts of clips. */
function clips(): Shape[] {
  const frames = new Unknown('frames', 'The Python file of the layer sets the number of frames.');
  return [[frames, 3, 227, 227], [frames], [frames]];
}

const codes: ReadonlyMap<string, PythonCode> = new Map(
  [fasterRcnn, fcn, examples, detectNet, dorn, lrcn].flatMap((family) => Object.entries(family)),
);

export const pythonLayers: readonly LayerDefinition[] = [python];
