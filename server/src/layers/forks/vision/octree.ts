import { type Dim, multiply, Unknown } from '../../../shape/dim.ts';
import type { Shape } from '../../../shape/shape.ts';
import { loss } from '../../bvlc/loss.ts';
import type { LayerContext } from '../../context.ts';
import { type Arity, atLeast, between, type LayerDefinition } from '../../definition.ts';
import { dataLayer, topsOf } from '../../helpers/dataLayer.ts';
import { checkFiller } from '../../helpers/filler.ts';
import { refuseInPlace } from '../../helpers/imageAxes.ts';

/**
 * Layers of microsoft/O-CNN. The values of a depth of the octrees of a batch are a blob of 1 × channels × nodes × 1. The
 * number of nodes depends on the octrees.
 */

function nodes(): Unknown {
  return new Unknown('nodes', 'The number of nodes depends on the octrees.');
}

function octreeSize(): Unknown {
  return new Unknown('octree', 'The size of an octree depends on its points.');
}

interface OctreeLayer extends Omit<Partial<LayerDefinition>, 'bottoms' | 'tops'> {
  readonly bottoms?: Arity;
  readonly tops?: Arity;
}

function octreeLayer(type: string, doc: string, reshape: LayerDefinition['reshape'], more: OctreeLayer = {}) {
  const { bottoms = { min: 1, max: 2 }, tops = { exact: 1 }, ...others } = more;
  return {
    type,
    category: 'shape',
    paramField: 'octree_param',
    doc,
    setUp: needDepth,
    reshape,
    ...others,
    bottoms: () => bottoms,
    tops: () => tops,
  } satisfies LayerDefinition;
}

function needDepth(layer: LayerContext): void {
  if (layer.message.message('octree_param').has('curr_depth')) return;
  layer.refuse(
    'fork/octree-depth',
    layer.message.list('octree_param')[0],
    `${layer.type} requires \`curr_depth\`.`,
  );
}

/** The bottom with another number of nodes. */
function otherNodes(layer: LayerContext, channels: Dim = layer.dim(0, 1)): Shape {
  layer.dim(0, 2);
  return layer.dims(0).with(1, channels).with(2, nodes());
}

/** octree_base_conv_layer.cpp: kernels of up to 3 positions along each axis. */
function octreeConvolution(type: 'OctreeConv' | 'OctreeDeconv', doc: string): LayerDefinition {
  return octreeLayer(type, doc, (layer) => [[1, layer.params.int('num_output'), nodes(), 1]], {
    category: 'convolution',
    paramField: 'convolution_param',
    setUp: (layer) => setUpFilters(layer, type),
  });
}

function setUpFilters(layer: LayerContext, type: 'OctreeConv' | 'OctreeDeconv'): void {
  const kernel = kernelOf(layer);
  needDepth(layer);
  const [channels, outputs] = [layer.dim(0, 1), layer.params.int('num_output')];
  if (layer.takesGivenBlobs('weight', 'bias')) return;
  const weight = [...(type === 'OctreeConv' ? [outputs, channels] : [channels, outputs]), kernel, 1];
  layer.addBlob('weight', weight);
  checkFiller(layer, 'weight_filler', weight, 'weight');
  if (!layer.params.bool('bias_term')) return;
  layer.addBlob('bias', [outputs]);
  checkFiller(layer, 'bias_filler', [outputs], 'bias');
}

/** The number of positions of the kernel. */
function kernelOf(layer: LayerContext): number {
  const sizes = layer.params.ints('kernel_size');
  const strides = layer.params.ints('stride');
  const isValid =
    (sizes.length === 1 || sizes.length === 3) && sizes.every((size) => size < 4) && (strides[0] ?? 1) <= 2;
  if (!isValid || strides.length > 1)
    layer.refuse(
      'fork/octree-kernel',
      layer.at('kernel_size', 'stride'),
      'An octree convolution requires `kernel_size` once or three times, at most 3, and a `stride` of 1 or 2.',
    );
  const [first = 1, second = first, third = first] = sizes;
  return first * second * third;
}

/** octree_database_layer.cpp: values of the finest depth, labels, and the octrees. */
const octreeDataBase = dataLayer('OctreeDataBase', 'Reads octrees and labels from a database.', {
  paramField: 'data_param',
  opens: () => [{ param: 'data_param', field: 'source' }],
  tops: between(1, 3),
  reshape(layer) {
    const batch = layer.params.int('batch_size');
    if (batch <= 0)
      layer.refuse('data/batch-zero', layer.at('batch_size'), '`batch_size` must be 1 or more.');
    const channels = layer.message.message('octree_param').int('signal_channel');
    return topsOf(layer, [1, channels, nodes(), 1], [batch], [octreeSize()]);
  },
});

/** octree_property_layer.cpp. */
const octreeProperty = octreeLayer(
  'OctreeProperty',
  'The values of the nodes of a depth that `content_flag` names: one top for each kind.',
  (layer) => {
    const channels = layer.params.int('signal_channel');
    return layer.topNames.map(() => [1, channels, nodes(), 1]);
  },
  { bottoms: { min: 0, max: 1 }, tops: { min: 1 } },
);

/** octree_full_voxel_layer.cpp. */
const octree2FullVoxel = octreeLayer(
  'Octree2FullVoxel',
  'Converts the nodes of a full depth to a volume of 2^`curr_depth` positions along each axis.',
  (layer) => {
    const side = 1 << layer.params.int('curr_depth');
    return [[layer.params.int('batch_size'), layer.dim(0, 1), side, side, side]];
  },
);

/** octree_pooling_layer.cpp. */
const octreePooling = octreeLayer(
  'OctreePooling',
  'Maximum of the eight children of each node.',
  (layer) => {
    refuseInPlace(layer);
    return layer.topNames.map(() => otherNodes(layer));
  },
  { category: 'pooling', tops: { min: 1, max: 2 } },
);

/** octree2col_layer.cpp. */
const octree2Col = octreeLayer(
  'Octree2Col',
  'Copies the window of each node to a column of channels.',
  (layer) => [[1, multiply(layer.dim(0, 1), kernelOf(layer)), nodes(), 1]],
  { category: 'convolution', paramField: 'convolution_param' },
);

const likeBottoms = (layer: LayerContext): Shape[] => layer.topNames.map((_, index) => layer.like(index));

const noCheck = { setUp: () => undefined };

export const octreeLayers: readonly LayerDefinition[] = [
  loss('AccuracyBinary', 'Fraction of labels, 0 or 1, that are predicted.', {
    loss: false,
    category: 'loss',
    tops: atLeast(1),
    reshape: (layer) => layer.topNames.map(() => []),
  }),
  octree2Col,
  octree2FullVoxel,
  octreeConvolution('OctreeConv', 'Convolution of the nodes of a depth with learned filters.'),
  octreeConvolution('OctreeDeconv', 'Transposed convolution of the nodes of a depth.'),
  octreeDataBase,
  octreeLayer('OctreeDepadding', 'Removes the values of empty nodes.', (layer) => [otherNodes(layer)]),
  octreeLayer('OctreeGrow', 'Adds a depth to octrees.', () => [[octreeSize()]], {
    bottoms: { min: 0, max: 1 },
  }),
  octreeLayer(
    'OctreeIntersection',
    'The nodes that two octrees share.',
    () => [[octreeSize()], [octreeSize()]],
    {
      ...noCheck,
      bottoms: { exact: 4 },
      tops: { exact: 2 },
    },
  ),
  octreeLayer(
    'OctreeMask',
    'Keeps the nodes with a label: the last bottom has the labels.',
    (layer) => layer.topNames.map((_, index) => layer.dims(index).with(2, nodes())),
    { ...noCheck, bottoms: { min: 2 }, tops: { min: 1 } },
  ),
  octreeLayer('OctreePadding', 'Adds zeros for empty nodes.', (layer) => [otherNodes(layer)]),
  octreePooling,
  octreeProperty,
  octreeLayer('OctreeSetFeature', 'Stores values in octrees.', () => [[octreeSize()]], {
    ...noCheck,
    bottoms: { min: 2 },
  }),
  octreeLayer('OctreeTile', 'Copies the values of nodes to the nodes below.', (layer) => [otherNodes(layer)]),
  octreeLayer(
    'OctreeUnpooling',
    'Spreads values to the children of each node: the inverse of OctreePooling.',
    (layer) => [otherNodes(layer)],
    { category: 'pooling', bottoms: { min: 2, max: 3 } },
  ),
  octreeLayer('OctreeUpdateLabel', 'Replaces the labels of the nodes that a mask selects.', likeBottoms, {
    bottoms: { exact: 2 },
  }),
  octreeLayer('OctreeZeroize', 'Sets the values of nodes with a label to 0.', likeBottoms, {
    ...noCheck,
    bottoms: { min: 2 },
    tops: { min: 1 },
  }),
] satisfies readonly LayerDefinition[];
