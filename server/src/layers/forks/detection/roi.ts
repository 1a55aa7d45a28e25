import { type Dim, differ, multiply, Unknown } from '../../../shape/dim.ts';
import { formatDim, hasRank, type Shape } from '../../../shape/shape.ts';
import type { LayerContext } from '../../context.ts';
import { anyNumber, between, exactly, type LayerDefinition } from '../../definition.ts';
import { imageAxes } from '../../helpers/imageAxes.ts';

/** Layers of Fast R-CNN, Faster R-CNN and R-FCN: regions of interest, and the features in them. */

const pair = between(2, 2);
const one = between(1, 1);

/** rbgirshick/caffe-fast-rcnn, roi_pooling_layer.cpp; intel/caffe has `pooled_size`, and supports volumes. */
export const roiPooling: LayerDefinition = {
  type: 'ROIPooling',
  category: 'pooling',
  paramField: 'roi_pooling_param',
  doc: 'Divides each region of interest (second bottom: image, x1, y1, x2, y2) of a feature map into a grid and takes the maximum of each cell, so that all regions have the same size.',
  bottoms: pair,
  tops: one,
  setUp: checkPooledSize,
  reshape: (layer) => pooledRegions(layer),
};

/** XiangChenchao/DDPN, roi_align_layer.cpp. */
const roiAlign: LayerDefinition = {
  type: 'ROIAlign',
  category: 'pooling',
  paramField: 'roi_align_param',
  doc: 'Divides each region of interest into a grid, like ROIPooling, and interpolates the features at its cells instead of rounding their borders.',
  bottoms: pair,
  tops: one,
  setUp: checkPooledSize,
  reshape: (layer) => pooledRegions(layer),
};

/** nqanh/affordance-net, roi_alignment_layer.cpp, roi_alignment2_layer.cpp. */
const roiAlignments = ['ROIAlignment', 'ROIAlignment2'].map(
  (type): LayerDefinition => ({
    ...roiAlign,
    type,
    paramField: type === 'ROIAlignment' ? 'roi_alignment_param' : 'roi_alignment2_param',
  }),
);

/**
 * zhaoweicai/cascade-rcnn, roi_align_layer.cpp: interpolates at the corners of the cells, which are one more than the
 * cells.
 */
const roiAlignAtCorners: LayerDefinition = {
  ...roiAlign,
  forks: ['cascade-rcnn'],
  paramField: 'roi_pooling_param',
  doc: `${roiAlign.doc} It uses the corners of the cells: one more than \`pooled_h\` and \`pooled_w\` on each axis.`,
  bottoms: exactly(2),
  tops: exactly(1),
  reshape: (layer) => pooledRegions(layer, 1),
};

function checkPooledSize(layer: LayerContext): void {
  const sizes = pooledSize(layer);
  if (sizes.length === spatialAxes(layer) && sizes.every((size) => size > 0)) return;
  const other = sizeElsewhere(layer);
  const hint = other ? ` This dialect does not read \`${other}\`.` : '';
  layer.refuse(
    'fork/roi-pooled-size',
    other ? layer.message.list(other)[0] : layer.at(...sizeFields),
    `${layer.type} requires an output size per region, 1 or more on each axis.${hint}`,
  );
}

const sizeFields = ['pooled_size', 'pooled_h', 'pooled_w'];

/** The parameters of a related layer that set a size, if the layer's own parameters do not. */
function sizeElsewhere({ message, params }: LayerContext): string | undefined {
  if (sizeFields.some((field) => params.has(field))) return undefined;
  return ['roi_pooling_param', 'roi_align_param'].find((name) =>
    sizeFields.some((field) => message.message(name).has(field)),
  );
}

function pooledRegions(layer: LayerContext, more = 0): Shape[] {
  const channels = layer.params.has('pooled_size') ? layer.dim(0, 1) : imageAxes(layer, 0)[1];
  return [[imageAxes(layer, 1)[0], channels, ...pooledSize(layer).map((size) => size + more)]];
}

/** A single `pooled_size` applies to all axes. */
function pooledSize(layer: LayerContext): number[] {
  const { params } = layer;
  const sizes = params.ints('pooled_size');
  if (sizes.length === 0) return [params.int('pooled_h'), params.int('pooled_w')];
  return sizes.length === 1 ? Array.from({ length: spatialAxes(layer) }, () => sizes[0] ?? 0) : sizes;
}

function spatialAxes(layer: LayerContext): number {
  const takesVolumes = layer.params.has('pooled_size') && hasRank(layer.shape(0));
  return takesVolumes ? Math.max(layer.dims(0).length - 2, 0) : 2;
}

/** daijifeng001/caffe-rfcn, psroi_pooling_layer.cpp. */
export const psroiPooling: LayerDefinition = {
  type: 'PSROIPooling',
  category: 'pooling',
  paramField: 'psroi_pooling_param',
  doc: 'Position-sensitive pooling of regions of interest: each cell of a `group_size` × `group_size` grid averages its own maps, so the input has `output_dim` · `group_size`² channels.',
  bottoms: pair,
  tops: one,
  setUp(layer) {
    for (const field of ['output_dim', 'group_size']) {
      if (layer.params.int(field) > 0) continue;
      layer.refuse('fork/psroi-size', layer.at(field), `PSROIPooling requires a positive \`${field}\`.`);
    }
  },
  reshape(layer) {
    const [outputs, group] = [layer.params.int('output_dim'), layer.params.int('group_size')];
    const channels = outputs * group * group;
    if (differ(imageAxes(layer, 0)[1], channels)) {
      layer.refuse(
        'fork/psroi-channels',
        layer.bottomAt(0),
        `\`output_dim: ${outputs}\` and \`group_size: ${group}\` require ${outputs} · ${group}² = ${channels} channels, but ${layer.describeShape(0)}.`,
      );
    }
    return [[imageAxes(layer, 1)[0], outputs, group, group]];
  },
};

/**
 * happynear/caffe-windows, proposal_layer.cpp: space for the maximum number of proposals. Xilinx/Vitis-AI has other
 * parameters of unknown meaning.
 */
export const proposal: LayerDefinition = {
  type: 'Proposal',
  category: 'detection',
  paramField: 'proposal_param',
  doc: 'Converts the scores and box corrections of a region proposal network to at most `post_nms_topn` regions of interest per image: image, x1, y1, x2, y2; a second top has their scores.',
  bottoms: anyNumber,
  tops: anyNumber,
  reshape(layer) {
    const regions = layer.params.descriptor.fields.has('post_nms_topn')
      ? multiply(layer.dim(0, 0), layer.params.int('post_nms_topn'))
      : someProposals();
    return [[regions, 5], [regions]].slice(0, layer.topCount);
  },
};

/** foss-for-synopsys-dwc-arc-processors/synopsys-caffe, proposal_layer.cpp: space for one until it runs. */
const proposalOfThree: LayerDefinition = {
  ...proposal,
  forks: ['synopsys'],
  doc: 'Converts the scores and box corrections of a region proposal network to regions of interest: image, x1, y1, x2, y2; a second top has their scores.',
  bottoms: exactly(3),
  tops: between(1, 2),
  reshape(layer) {
    const regions = someProposals();
    return [
      [1, 1, regions, 5],
      [1, 1, regions, 1],
    ].slice(0, layer.topCount);
  },
};

/** A number of proposals; different for each layer. */
export function someProposals(): Unknown {
  return new Unknown('proposals', 'The number of proposals depends on the image.');
}

/** daijifeng001/caffe-rfcn, box_annotator_ohem_layer.cpp. */
const boxAnnotatorOhem: LayerDefinition = {
  type: 'BoxAnnotatorOHEM',
  category: 'detection',
  paramField: 'box_annotator_ohem_param',
  doc: 'Online hard example mining: keeps the regions with the highest losses and excludes the scores and boxes of the others. Bottoms: regions, their losses, labels, weights of the box values.',
  bottoms: exactly(4),
  tops: exactly(2),
  setUp(layer) {
    if (layer.params.int('roi_per_img') > 0) return;
    layer.refuse(
      'fork/ohem-regions',
      layer.at('roi_per_img'),
      'BoxAnnotatorOHEM requires a positive `roi_per_img`: the number of regions to keep per image.',
    );
  },
  reshape(layer) {
    const [num, , height, width] = imageAxes(layer, 0);
    const boxes = imageAxes(layer, 3)[1];
    [5, 1, 1, boxes].forEach((channels, index) => {
      checkOhemBottom(layer, index, [num, channels, height, width]);
    });
    return [
      [num, 1, height, width],
      [num, boxes, height, width],
    ];
  },
};

function checkOhemBottom(layer: LayerContext, index: number, wanted: readonly Dim[]): void {
  if (!imageAxes(layer, index).some((dim, axis) => differ(dim, wanted[axis] ?? dim))) return;
  layer.refuse(
    'fork/ohem-shape',
    layer.bottomAt(index),
    `${layer.describe(index)} must be ${wanted.map(formatDim).join('×')}: the same number of regions of 5 numbers, losses, labels and box weights.`,
  );
}

export const roiLayers: readonly LayerDefinition[] = [
  boxAnnotatorOhem,
  proposal,
  proposalOfThree,
  psroiPooling,
  roiAlign,
  roiAlignAtCorners,
  ...roiAlignments,
  roiPooling,
];
