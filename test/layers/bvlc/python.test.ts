import { specify } from '../../support/layerTable.ts';

const bvlc = { dialect: 'bvlc+python' } as const;
const rfcn = { dialect: 'r-fcn+python' } as const;
const curve = { dialect: 'curve-text+python' } as const;

function code(module: string, layer: string, param = ''): string {
  return `python_param { module: "${module}" layer: "${layer}" ${param && `param_str: ${JSON.stringify(param)}`} }`;
}

const roiData = (param = "'num_classes': 21") => code('roi_data_layer.layer', 'RoIDataLayer', param);
const proposal = code('rpn.proposal_layer', 'ProposalLayer', "'feat_stride': 16");
const anchors = (param: string) => code('rpn.anchor_target_layer', 'AnchorTargetLayer', param);
const targets = (param: string) => code('rpn.proposal_target_layer', 'ProposalTargetLayer', param);

specify('Python', [
  { shows: 'unknown code', text: code('mine', 'Mine'), tops: ['?', '?'], ...bvlc },
  { shows: 'no python_param', tops: ['?'], ...bvlc },
  {
    shows: 'known code has a fixed number of tops',
    bottoms: ['4x3', '4x3'],
    text: code('pyloss', 'EuclideanLossLayer'),
    tops: ['1'],
    ...bvlc,
  },
  {
    shows: 'known code has no parameter blobs',
    bottoms: ['4x3', '4x3'],
    text: `${code('pyloss', 'EuclideanLossLayer')} param { lr_mult: 1 }`,
    refused: 'net/too-many-params',
    ...bvlc,
  },
  {
    shows: 'the number of loss weights is checked',
    bottoms: ['4x3', '4x3'],
    text: `${code('pyloss', 'EuclideanLossLayer')} loss_weight: [1, 1]`,
    refused: 'net/loss-weight-count',
    ...bvlc,
  },
  { shows: 'an image, its size and its objects', text: roiData(), tops: ['1x3x?x?', '1x3', '?x5'], ...bvlc },
  {
    shows: 'an image of the given size',
    text: roiData(),
    tops: ['1x3x600x800', '1x3', '?x5'],
    datum: [3, 600, 800],
    ...bvlc,
  },
  {
    shows: 'images, regions, labels, and boxes of each class: 4 · 21',
    text: roiData(),
    tops: ['?x3x?x?', '?x5', '?', '?x84', '?x84', '?x84'],
    ...bvlc,
  },
  {
    shows: 'boxes per class, or for all classes',
    text: roiData(),
    tops: ['?x3x?x?', '?x5x1x1', '?x1x1x1', '?x?x1x1', '?x?x1x1', '?x?x1x1'],
    ...rfcn,
  },
  { shows: 'objects with four axes', text: roiData(), tops: ['1x3x?x?', '1x3', '?x5x1x1'], ...rfcn },
  {
    shows: 'objects and their outlines',
    text: roiData(),
    tops: ['1x3x?x?', '1x3', '?x5x1x1', '?x28x1x1'],
    ...curve,
  },
  {
    shows: 'regions and their scores',
    bottoms: ['1x18x38x50', '1x36x38x50', '1x3'],
    text: proposal,
    tops: ['?x5', '?x1'],
    ...bvlc,
  },
  {
    shows: 'only regions',
    bottoms: ['1x18x38x50', '1x36x38x50', '1x3'],
    text: proposal,
    tops: ['?x5'],
    ...bvlc,
  },
  {
    shows: 'three ratios and three scales result in nine anchors per position',
    bottoms: ['1x18x38x50', '3x5', '1x3', '1x3x600x800'],
    text: anchors("'feat_stride': 16"),
    tops: ['1x1x342x50', '1x36x38x50', '1x36x38x50', '1x36x38x50'],
    ...bvlc,
  },
  {
    shows: 'four scales in a tuple of YAML',
    bottoms: ['1x24x10x20', '3x5', '1x3', '1x3x160x320'],
    text: anchors("'feat_stride': 16 \n'scales': !!python/tuple [4, 8, 16, 32]"),
    tops: ['1x1x120x20', '1x48x10x20', '1x48x10x20', '1x48x10x20'],
    ...bvlc,
  },
  {
    shows: 'five ratios and two scales in a dictionary',
    bottoms: ['1x20x10x20', '3x5', '1x3', '1x3x160x320'],
    text: anchors("{'feat_stride': 16, 'scales': [3, 6], 'ratios': [0.5, 0.667, 1.0, 1.5, 2.0]}"),
    tops: ['1x1x100x20', '1x40x10x20', '1x40x10x20', '1x40x10x20'],
    ...bvlc,
  },
  {
    shows: 'two scores per anchor if the scales cannot be read',
    bottoms: ['1x20x10x20', '3x5', '1x3', '1x3x160x320'],
    text: anchors('feat_stride: 16\nscales: *many'),
    tops: ['1x1x100x20', '1x40x10x20', '1x40x10x20', '1x40x10x20'],
    ...bvlc,
  },
  {
    shows: 'ratios in the code: seven anchors',
    bottoms: ['1x14x10x20', '3x5', '1x3', '1x3x160x320'],
    text: anchors("'feat_stride': 16\n'scales': [8]"),
    tops: ['1x1x70x20', '1x28x10x20', '1x28x10x20', '1x28x10x20'],
    ...bvlc,
  },
  {
    shows: 'code of the same name for five feature maps',
    bottoms: ['1x12x64x64', '1x12x32x32', '1x12x16x16', '1x12x8x8', '1x12x4x4', '3x5', '1x3'],
    text: anchors("'feat_stride': 4,8,16,32,64"),
    tops: ['?', '?', '?', '?'],
    ...bvlc,
  },
  {
    shows: 'code of the same name with regions of four sizes',
    bottoms: ['1x5', '1x5'],
    text: targets("'num_classes': 21"),
    tops: ['?', '?', '?', '?', '?', '?', '?', '?'],
    ...bvlc,
  },
  {
    shows: 'code of the same name that also reads masks',
    text: roiData(),
    tops: ['?', '?', '?', '?'],
    ...bvlc,
  },
  {
    shows: 'four scales by default',
    bottoms: ['1x24x10x20', '3x5x1x1', '1x3', '1x3x160x320'],
    text: anchors("'feat_stride': 16"),
    tops: ['1x1x120x20', '1x48x10x20', '1x48x10x20', '1x48x10x20'],
    ...curve,
  },
  {
    shows: 'sampled regions with labels and boxes of two classes',
    bottoms: ['1x5', '1x5'],
    text: targets("'num_classes': 2"),
    tops: ['?x5', '?', '?x8', '?x8', '?x8'],
    ...bvlc,
  },
  {
    shows: 'sampled regions with four axes',
    bottoms: ['1x5', '1x5'],
    text: targets('{"num_classes": 2}'),
    tops: ['?x5x1x1', '?x1x1x1', '?x8x1x1', '?x8x1x1', '?x8x1x1'],
    ...rfcn,
  },
  {
    shows: 'an unknown number of classes',
    bottoms: ['1x5', '1x5'],
    text: targets("'max_num_classes': 2"),
    tops: ['?x5', '?', '?x?', '?x?', '?x?'],
    ...bvlc,
  },
  {
    shows: 'outlines of 16 numbers, and the regions of text',
    bottoms: ['1x5', '1x5x1x1', '1x28x1x1'],
    text: code('rpn.proposal_fg_disHW_target_layer', 'ProposalFgDisHWTargetLayer', "'num_classes': 3"),
    tops: [
      ...['?x5x1x1', '?x1x1x1', '?x12x1x1', '?x12x1x1', '?x12x1x1'],
      ...['?x32x1x1', '?x32x1x1', '?x32x1x1', '?x32x1x1', '?x5x1x1'],
    ],
    ...curve,
  },
  {
    shows: 'an image and its labels',
    text: code('voc_layers', 'SBDDSegDataLayer', "{'split': 'train', 'mean': (104.0, 116.6, 122.6)}"),
    tops: ['1x3x?x?', '1x1x?x?'],
    ...bvlc,
  },
  {
    shows: 'an image and two label maps of the given size',
    text: code('siftflow_layers', 'SIFTFlowSegDataLayer', "{'split': 'test'}"),
    tops: ['1x3x256x200', '1x1x256x200', '1x1x256x200'],
    datum: [3, 256, 200],
    ...bvlc,
  },
  {
    shows: 'the listed image types',
    text: code(
      'nyud_layers',
      'NYUDSegDataLayer',
      "{'tops': ['color', 'depth', 'hha', 'label'], 'seed': 1337}",
    ),
    tops: ['1x3x?x?', '1x1x?x?', '1x3x?x?', '1x1x?x?'],
    ...bvlc,
  },
  {
    shows: 'a batch of images with twenty labels each',
    text: code(
      'pascal_multilabel_datalayers',
      'PascalMultilabelDataLayerSync',
      "{'batch_size': 128, 'im_shape': [227, 200], 'split': 'train'}",
    ),
    tops: ['128x3x227x200', '128x20'],
    ...bvlc,
  },
  {
    shows: 'at most 50 boxes per class',
    bottoms: ['4x2x22x78', '4x4x22x78'],
    text: code('caffe.layers.detectnet.clustering', 'ClusterDetections', '1248,352,16,0.05,1,0.025,22,2'),
    tops: ['4x50x5', '4x50x5'],
    dialect: 'nvidia+python',
  },
  {
    shows: 'three numbers',
    bottoms: ['4x50x5'],
    text: code('caffe.layers.detectnet.mean_ap', 'mAP', '1248, 352, 16'),
    tops: ['1', '1', '1'],
    dialect: 'nvidia+python',
  },
  {
    shows: 'one map of depths',
    bottoms: ['2x142x65x81'],
    text: code('ordinal_decode_layer', 'OrdinalDecodeLayer'),
    tops: ['2x1x65x81'],
    dialect: 'dorn+python',
  },
  {
    shows: 'frames of clips, their labels, and the starts of clips',
    text: code('sequence_input_layer', 'videoReadTest_RGB'),
    tops: ['?x3x227x227', '?', '?'],
    dialect: 'intel+python',
  },
]);
