import type { CheckTable } from '../check.ts';

/** Checks of forks for parts and indices of arrays, selections of boxes, point clouds, and compressed layers. */
export const forkArrayChecks = {
  'fork/piece-lengths': [
    'fatal',
    'should be the same!',
    '`begin` and `size` must have one value for each axis of the bottom.',
  ],
  'fork/piece-range': ['fatal', 'the element in ', 'The selected positions must be within the axis.'],
  'fork/slice-lengths': [
    'fatal',
    'should have the same length',
    '`begin`, `end`, `strides` and `axes` must have the same number of values.',
  ],
  'fork/slice-stride': ['fatal', 'strides should be non-zero!', 'A stride must not be 0.'],
  'fork/slice-ellipsis': [
    'fatal',
    'Only one non-zero bit is allowed in ellipsis_mask!',
    'Only one value can mean all axes that are not selected.',
  ],
  'fork/gather-indices': [
    'fatal',
    'the size and shape of indices do not match',
    'There must be as many indices as their shape states.',
  ],
  'fork/gather-axes': [
    'fatal',
    'indices.shape[-1] must be <= params.rank',
    'An index cannot select from more axes than the bottom has.',
  ],
  'fork/scatter-inputs': [
    'fatal',
    'Check failed: bottom_idx == bottom.size()',
    'Data, indices and updates must each be a bottom or a blob of the layer.',
  ],
  'fork/scatter-shape': [
    'fatal',
    'Check failed: updates_shape',
    'There must be one update for each index, with the axes that the indices leave.',
  ],
  'fork/lookup-rows': [
    'fatal',
    'All inputs must have the same #axes.',
    'The parts of a table must have the same axes after the first.',
  ],
  'fork/lookup-ids': ['fatal', 'sp_ids ', 'Each id must have two indices, and either none or one weight.'],
  'fork/lookup-indices': [
    'fatal',
    "sp_ids's indices is out of bounds",
    'The indices must be within `ids_shape`, with the sums in increasing order.',
  ],
  'fork/sparse-indices': [
    'fatal',
    'sparse_indices and sparse_indices_shape do not match!',
    'There must be as many indices as their shape states.',
  ],
  'fork/sparse-values': [
    'fatal',
    'sparse_values ',
    'There must be one value for each index, or one for all.',
  ],
  'fork/sparse-output': ['fatal', 'output', 'The output must have one axis for each number of an index.'],
  'fork/sparse-order': [
    'fatal',
    'sparse_indices',
    'The indices must be within the output, in increasing order without repetitions.',
  ],
  'fork/range-delta': ['fatal', 'requires delta != 0', 'The step must not be 0.'],
  'fork/not-equal-shape': [
    'fatal',
    'Broadcasting is not supported now!!!',
    'Both bottoms must have the same shape.',
  ],
  'fork/sequence-axes': [
    'fatal',
    '_axis',
    'Sequence and batch must be two different axes of the first bottom.',
  ],
  'fork/bottom-axes': ['fatal', '] must have ', 'The bottom must have a certain number of axes.'],
  'fork/box-coordinates': ['fatal', 'must have shape 4.', 'A box has 4 coordinates.'],
  'fork/box-scores': [
    'fatal',
    'should have ',
    'There must be a score, or the index of an image, for each box.',
  ],
  'fork/iou-threshold': ['fatal', 'The iou_threshold must not be ', 'The overlap must be from 0 to 1.'],
  'fork/selected-none': ['fatal', 'must not be less than 1.', 'At least one position must be selected.'],
  'fork/selected-count': [
    'fatal',
    'must be less than or equal to the dimension of the axis.',
    'No more positions can be selected than the axis has.',
  ],
  'fork/crop-resize-size': ['fatal', 'must be > 0', 'Height and width of a crop must be at least 1.'],
  'fork/crop-channels': [
    'fatal',
    'Input images should have equal channel count.',
    'All feature maps must have the same number of channels.',
  ],
  'fork/mask-axes': [
    'fatal',
    'which has dimension:',
    'The bottoms have 3, 3, 4 and 2 axes: regions, scores, corrections, facts of the images.',
  ],
  'fork/mask-regions': [
    'fatal',
    'should have s',
    'Regions, scores and corrections must agree in the numbers of regions and classes.',
  ],
  'fork/anchor-count': [
    'fatal',
    'anchor_x and anchor_y should have the same length.',
    'There must be as many widths as heights of anchors.',
  ],
  'fork/box-values': [
    'fatal',
    'Check failed: count == top[0]->count()',
    'The values of an item must be whole boxes: 4 coordinates, a score, and the scores of the classes.',
  ],
  'fork/point-samples': ['fatal', 'Check failed: n_sample_point_ >= 0', 'The number of points must be set.'],
  'fork/point-radius': [
    'fatal',
    'radius should be set to be greater than zero',
    'The radius must be greater than 0.',
  ],
  'fork/point-axes': [
    'fatal',
    'Check failed: bottom_shape.size() == 3',
    'Clouds of points have 3 axes: clouds, points, values.',
  ],
  'fork/point-indices': ['fatal', 'Check failed: num_axes_ ', 'Indices of points have 2 or 3 axes.'],
  'fork/corr1d-axes': ['fatal', 'must have 4 axes', 'Both bottoms must have 4 axes.'],
  'fork/corr1d-shape': ['fatal', 'Check failed: bottom[0]->', 'Both bottoms must have the same shape.'],
  'fork/corr1d-stride': ['crash', '', 'The stride must be at least 1.'],
  'fork/pool-rescaling': [
    'fatal',
    'We only support no rescaling case for this layer now!',
    'Scale and zero point of the input and the output must be the same.',
  ],
  'fork/rnn-hidden-size': ['fatal', 'hidden_size must be positive', 'The hidden size must be at least 1.'],
  'fork/rnn-direction': [
    'fatal',
    'RNNv2 layer',
    'The direction must be forward, reverse or bidirectional, and both directions are concatenated.',
  ],
  'fork/gan-shape': [
    'fatal',
    'Check failed: bottom[',
    'Real and generated images must have the same number of scores, or the shape of their reconstructions.',
  ],
  'fork/yolo-anchors': [
    'fatal',
    "biases size and num_boxes doesn't match",
    'There must be a width and a height for each object of a cell.',
  ],
  'fork/ascend-yolo': [
    'fatal',
    'equal with boxes*(1+coords+classes)',
    'The channels must be boxes × (coordinates + 1 + classes), with 4 coordinates.',
  ],
  'fork/yolo-sizes': ['fatal', 'must bigger then 0', 'The numbers must not be negative.'],
  'fork/lrn-precision': [
    'fatal',
    'LRN layer only supports minifloat',
    'Local response normalization requires minifloat numbers.',
  ],
  'fork/accuracy-labels': [
    'fatal',
    'The data and label should have the same',
    'Predictions and labels must have the same axes.',
  ],
  'fork/accuracy-label-channel': [
    'fatal',
    'Label data should have channel 1.',
    'Labels must have one channel.',
  ],
  'fork/mean-file': ['fatal', 'does not support mean file', 'The layer cannot subtract a mean image.'],
} as const satisfies CheckTable;
