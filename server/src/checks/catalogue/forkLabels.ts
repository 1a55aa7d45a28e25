import type { CheckTable } from '../check.ts';

/** Checks of forks for labels, maps and colors, and for layers that read them. */
export const forkLabelChecks = {
  'fork/color-images': ['fatal', 'Images expected', 'Images have 4 axes.'],
  'fork/color-channels': [
    'fatal',
    'Wrong number of channels',
    'Gray images have one channel, those of other color spaces three.',
  ],
  'fork/map-size': ['fatal', 'must be larger than 0', 'Sizes must not be negative.'],
  'fork/map-db': ['fatal', 'Not Implemented Yet', 'The layer cannot read a database.'],
  'fork/map-values': [
    'fatal',
    'two map must have same number of elements',
    'Both maps must have the same number of values. In old branches the second bottom may be a box.',
  ],
  'fork/sib-num': [
    'fatal',
    'Check failed: sib_num_ >= 1',
    'There must be at least one version of each image.',
  ],
  'fork/sib-tops': [
    'fatal',
    'Number of tops is smaller than needed',
    'There must be one top for each version of an image, and one for the labels.',
  ],
  'fork/short-edge': [
    'fatal',
    'hort edge range must be',
    '`short_edge` is set twice, the smaller length first, or not at all.',
  ],
  'fork/compact-crop': ['fatal', 'crop size must be greater than 0', '`crop_size` must be at least 1.'],
  'fork/compact-mean': [
    'fatal',
    'Check failed: this->transform_param_.has_mean_file()',
    'A mean image must be set.',
  ],
  'fork/label-file': ['fatal', ' No label transform ', 'The file with the new labels must be set.'],
  'fork/drive-tops': ['fatal', 'Check failed: top.size() >= 3', 'A second top requires a third.'],
  'fork/paf-stride': ['crash', 'SIGFPE', 'The stride must be at least 1.'],
  'fork/alignment-points': ['fatal', 'Check failed: ref_', 'The reference points must be set.'],
  'fork/alignment-values': [
    'fatal',
    'Check failed: bottom[0]->',
    'Both bottoms must have the same even number of values per item.',
  ],
  'fork/iou-labels': [
    'fatal',
    'Check failed: bottom[',
    'The labels must have one channel and as many items as the predictions.',
  ],
  'fork/box-columns': [
    'fatal',
    'demension out of the input',
    'Detections and ground truth have 7 and 8 columns, or 9 and 10 with an orientation.',
  ],
  'fork/densebox-channels': [
    'fatal',
    'bottom should be the ',
    'Corners, scores and ground truth have 4, 2 and 1 channels.',
  ],
  'fork/densebox-rows': [
    'fatal',
    'The height of bb ground truth is 100!',
    'The ground truth must have more than 100 rows.',
  ],
  'fork/yolo-values': [
    'fatal',
    'Check failed: input_count == tmp_input_count',
    'The values at each position must be objects × (classes + 5).',
  ],
  'fork/resize-pair': [
    'fatal',
    'should be set at the same time',
    'Both sizes or both factors must be set together.',
  ],
  'fork/gs-tiling': [
    'fatal',
    'tiling layer must be multiples of the stride.',
    'The axes must be divisible by the stride, or the channels by its square.',
  ],
  'fork/conv-bn-bias': [
    'fatal',
    'Check failed: !this->layer_param_.convolution_param().bias_term()',
    'The convolution must not have a bias.',
  ],
  'fork/rescale-in-place': [
    'fatal',
    'Inplace is disabled when using power rescaling.',
    'With `power_on_positive`, the layer cannot work in place.',
  ],
  'fork/fixed-rate': [
    'fatal',
    'Cannot configure statistics as layer parameters.',
    'The blob is not learned: `param` must set `lr_mult: 0`.',
  ],
  'fork/resize-fields': ['fatal', 'is required ', 'Both sizes, or both factors, must be set.'],
  'fork/merge-shape': [
    'fatal',
    'Check failed: bottom[0]->shape(',
    'Both bottoms must have the same number of items, and of channels unless they are stacked.',
  ],
  'fork/node-parts': [
    'fatal',
    'Check failed: ',
    'The nodes must be divisible by the parts of the model, and the parts must change or be more than one.',
  ],
  'fork/molgrid-chunks': [
    'fatal',
    'Chunk size must evenly divide group size.',
    'Groups consist of whole chunks.',
  ],
  'fork/molgrid-resolution': [
    'fatal',
    'Resolution does not evenly divide dimension.',
    'The resolution must be greater than 0.',
  ],
  'fork/molgrid-source': [
    'fatal',
    'No data source file provided',
    'The file that lists the molecules must be set.',
  ],
  'fork/balanced-batch': [
    'fatal',
    'Batch size must be > 1 with balanced option.',
    'A balanced batch must have at least two items.',
  ],
  'fork/ndim-shape': ['fatal', 'Positive shape dimension required', 'All axes must be at least 1.'],
  'fork/theta-range': [
    'fatal',
    'must between 0 and 1',
    'The probability of a wrong label must be from 0 to less than 1.',
  ],
  'fork/one-label': ['fatal', 'Check failed: labels[i] == 1', 'There must be one label for each item.'],
  'fork/class-count': ['fatal', 'Layer requires ', 'The loss is of one or two classes.'],
  'fork/bins': ['fatal', 'bins must be positive.', 'There must be at least one bin.'],
  'fork/bin-range': [
    'fatal',
    'max_value must be greater than min_value.',
    'The greatest value must exceed the smallest one.',
  ],
  'fork/part-stride': [
    'fatal',
    'only supports a strided cube access pattern',
    'The distance of the parts must be set.',
  ],
  'fork/part-step': ['fatal', 'Check failed: 6 == top[0]->num_axes()', 'Only the first step shapes its top.'],
} as const satisfies CheckTable;
