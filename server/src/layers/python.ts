import { registers } from '../schema/data/forkIndex.ts';
import { type Dim, mapDim, multiply, Unknown } from '../shape/dim.ts';
import type { Dims, Shape } from '../shape/shape.ts';
import { type LayerContext, SetupStop } from './context.ts';
import { anyNumber, type LayerDefinition } from './definition.ts';
import { datum } from './imageSource.ts';
import { hasKey, integerOf, listOf } from './pythonText.ts';
import { someProposals } from './roi.ts';

/** Layers whose class is written in Python: what is known of those that many nets use. */

const python: LayerDefinition = {
  type: 'Python',
  paramField: 'python_param',
  doc: 'A layer written in Python: the class `layer` of the module `module`, which reads `param_str` as it likes.',
  bottoms: anyNumber,
  tops: anyNumber,
  setUp(layer) {
    if (!rules.has(className(layer))) throw new SetupStop(unknownClass(layer));
  },
  reshape: (layer) => rules.get(className(layer))?.(layer).slice(0, layer.topCount) ?? [],
};

function className({ params }: LayerContext): string {
  return `${params.text('module')}.${params.text('layer')}`;
}

function unknownClass(layer: LayerContext): Unknown {
  return new Unknown(
    'Python',
    `The Python class \`${className(layer)}\` is not known: state its shapes in comments, or declare it in caffe-prototxt.json.`,
  );
}

/** The shapes of the tops: what `setup` and `reshape` of the class make, or `forward` where that depends on the data. */
type PythonRule = (layer: LayerContext) => readonly Shape[];

/** rbgirshick/py-faster-rcnn, lib/rpn and lib/roi_data_layer; YuwenXiong/py-R-FCN has the same with axes behind. */
const fasterRcnn: Record<string, PythonRule> = {
  'roi_data_layer.layer.RoIDataLayer': roiData,
  'rpn.anchor_target_layer.AnchorTargetLayer': anchorTargets,
  'rpn.proposal_layer.ProposalLayer': proposals,
  'rpn.proposal_target_layer.ProposalTargetLayer': (layer) => regionTargets(layer),
  'rpn.proposal_fg_disHW_target_layer.ProposalFgDisHWTargetLayer': curveTargets,
  'transform.torch_image_transform_layer.TorchImageTransformLayer': (layer) => [layer.like(0)],
};

/** Regions, and their scores. */
function proposals(): Shape[] {
  const regions = someProposals();
  return [
    [regions, 5],
    [regions, 1],
  ];
}

/** With a region proposal network: image, its size and its objects. Without: images, regions and what to learn of them. */
function roiData(layer: LayerContext): Shape[] {
  const [, height, width] = datum(layer);
  const trainsRegions = layer.topCount > 4 || layer.topNames[1] === 'rois';
  if (trainsRegions) {
    const images = new Unknown('images', 'The configuration of the training sets the number of images.');
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
  return new Unknown('regions', 'The number of regions sampled depends on the image and the configuration.');
}

/** R-FCN can be trained with one box for all classes. */
function boxValues(layer: LayerContext): Dim {
  const why = 'The configuration of the training decides whether all classes share a box.';
  return runsRfcn(layer) ? new Unknown('boxes', why) : multiply(classes(layer), 4);
}

/** Regions, their labels, and targets and weights of the box of each class. */
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

/** Yuliang-Liu/Curve-Text-Detector: the same, the outlines of all classes but the background, and the regions of text. */
function curveTargets(layer: LayerContext): Shape[] {
  const [regions, texts] = [sampled(), sampled()];
  const outline = (rows: Dim) => [rows, mapDim(classes(layer), (count) => (count - 1) * 16), 1, 1];
  return [...regionTargets(layer, regions), ...[1, 2, 3, 4].map(() => outline(texts)), [texts, 5, 1, 1]];
}

/** R-FCN's code gives four axes to what speaks of regions; so may any fork that can run its nets. */
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
  const anchors = multiply(lengthOf(layer, 'ratios', 3), lengthOf(layer, 'scales', defaultScales(layer)));
  const boxes = [1, multiply(anchors, 4), height, width];
  return [[1, 1, multiply(anchors, height), width], boxes, boxes, boxes];
}

function defaultScales({ dialect }: LayerContext): number {
  return dialect.forks.includes('curve-text') ? 4 : 3;
}

/** The length of a list in `param_str`. */
function lengthOf(layer: LayerContext, key: string, otherwise: number): Dim {
  const text = layer.params.text('param_str');
  if (!hasKey(text, key)) return otherwise;
  return listOf(text, key)?.length ?? unread(key);
}

function classes(layer: LayerContext): Dim {
  return integerOf(layer.params.text('param_str'), 'num_classes') ?? unread('num_classes');
}

function unread(key: string): Unknown {
  return new Unknown(key, `\`param_str\` does not say \`${key}\` in a form that the tool reads.`);
}

/** shelhamer/fcn.berkeleyvision.org: one image, and maps of its size. */
const fcn: Record<string, PythonRule> = {
  'voc_layers.VOCSegDataLayer': imageAndMaps,
  'voc_layers.SBDDSegDataLayer': imageAndMaps,
  'pascalcontext_layers.PASCALContextSegDataLayer': imageAndMaps,
  'siftflow_layers.SIFTFlowSegDataLayer': imageAndMaps,
  'nyud_layers.NYUDSegDataLayer': (layer) => {
    const kinds = listOf(layer.params.text('param_str'), 'tops') ?? [];
    const [, height, width] = datum(layer);
    return layer.topNames.map((_, index) => [
      1,
      channelsOf[kinds[index] ?? ''] ?? unread('tops'),
      height,
      width,
    ]);
  },
};

/** What NYUDv2 has of an image. */
const channelsOf: Record<string, number> = { color: 3, hha: 3, depth: 1, label: 1 };

function imageAndMaps(layer: LayerContext): Shape[] {
  const [, height, width] = datum(layer);
  return layer.topNames.map((_, index) => [1, index === 0 ? 3 : 1, height, width]);
}

/** BVLC/caffe, examples/pycaffe/layers. */
const examples: Record<string, PythonRule> = {
  'pyloss.EuclideanLossLayer': () => [[1]],
  'pascal_multilabel_datalayers.PascalMultilabelDataLayerSync': (layer) => {
    const text = layer.params.text('param_str');
    const batch = integerOf(text, 'batch_size') ?? unread('batch_size');
    const [height, width] = (listOf(text, 'im_shape') ?? []).map(Number).filter(Number.isInteger);
    const size = unread('im_shape');
    return [
      [batch, 3, height ?? size, width ?? size],
      [batch, 20],
    ];
  },
};

/** NVIDIA/caffe, python/caffe/layers/detectnet: at most 50 boxes for each image. */
const detectNet: Record<string, PythonRule> = {
  'caffe.layers.detectnet.clustering.ClusterGroundtruth': boxLists,
  'caffe.layers.detectnet.clustering.ClusterDetections': boxLists,
  'caffe.layers.detectnet.mean_ap.ScoreDetections': boxLists,
  'caffe.layers.detectnet.mean_ap.mAP': () => [[1], [1], [1]],
};

/** A list of boxes for each class. */
function boxLists(layer: LayerContext): Shape[] {
  return layer.topNames.map(() => [layer.dim(0, 0), 50, 5]);
}

/** hufu6371/DORN, pylayer/ordinal_decode_layer.py: a number for every pair of channels becomes one. */
const dorn: Record<string, PythonRule> = {
  'ordinal_decode_layer.OrdinalDecodeLayer': (layer) => {
    const [num, , height, width] = layer.legacy(0);
    return [[num, 1, height, width]];
  },
};

/** intel/caffe, examples/LRCN_activity_recognition/sequence_input_layer.py: the file itself sets how many frames. */
const lrcn: Record<string, PythonRule> = Object.fromEntries(
  ['Train', 'Test'].flatMap((phase) =>
    ['RGB', 'flow'].map((kind) => [`sequence_input_layer.videoRead${phase}_${kind}`, clips]),
  ),
);

/** Frames, a label for each, and where clips begin. */
function clips(): Shape[] {
  const frames = new Unknown('frames', 'The Python file of the layer sets the number of frames.');
  return [[frames, 3, 227, 227], [frames], [frames]];
}

const rules: ReadonlyMap<string, PythonRule> = new Map(
  [fasterRcnn, fcn, examples, detectNet, dorn, lrcn].flatMap((family) => Object.entries(family)),
);

export const pythonLayers: readonly LayerDefinition[] = [python];
