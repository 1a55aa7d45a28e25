import type { CheckTable } from '../check.ts';

/** Checks of layers that reshape, join, cut or reorder blobs. */
export const reshapingChecks = {
  'split/in-place': [
    'fatal',
    'Split Layer does not allow in-place computation.',
    'Split cannot work in place.',
  ],
  'split/count': [
    'fatal',
    'Check failed: count_ == top[i]->count()',
    'The tops of Split must have the same count as its bottom.',
  ],
  'flatten/in-place': [
    'fatal',
    'Flatten Layer does not allow in-place computation.',
    'Flatten cannot work in place: its top has another shape.',
  ],
  'reshape/in-place': [
    'fatal',
    'Reshape Layer does not allow in-place computation.',
    'Reshape cannot work in place: its top has another shape.',
  ],
  'reshape/multiple-infer': [
    'fatal',
    'at most a single (1) value of -1 may be specified',
    'At most one axis can be −1 (inferred from the others).',
  ],
  'reshape/axis-low': ['fatal', 'axis K out of range', '`axis` is before the first axis.'],
  'reshape/axis-high': ['fatal', 'out of range for N-D input blob', '`axis` is after the last axis.'],
  'reshape/num-axes': ['fatal', 'num_axes must be >= 0, or -1 for all', '`num_axes` must be −1 or greater.'],
  'reshape/end-axis': [
    'fatal',
    'end_axis = axis + num_axes is out of range',
    '`axis` plus `num_axes` exceeds the number of axes of the bottom.',
  ],
  'reshape/copy-axis': [
    'fatal',
    'new shape contains a 0, but there was no corresponding bottom axis to copy',
    'A 0 copies the length of the same axis of the bottom, but the bottom has no such axis.',
  ],
  'reshape/infer-divisible': [
    'fatal',
    'must be divisible by the product of the specified dimensions',
    'The count of the bottom is not divisible by the given axes, so the axis with −1 cannot be inferred.',
  ],
  'reshape/infer-zero': [
    'crash',
    'SIGFPE',
    'An axis has length 0, so the axis with −1 cannot be inferred; Caffe crashes.',
  ],
  'reshape/dim-negative': ['fatal', 'Check failed: shape[i] >= 0', 'A `dim` must be −1 or greater.'],
  'reshape/count': [
    'fatal',
    'output count must match input count',
    'The new shape has a different count than the bottom.',
  ],
  'flatten/start-after-end': [
    'fatal',
    'Check failed: start_axis <= end_axis',
    'The first axis to flatten is after the last.',
  ],
  'flatten/count': [
    'fatal',
    'Check failed: top[0]->count() == bottom[0]->count()',
    'Flatten preserves the count of its bottom.',
  ],
  'concat/axis-exclusive': [
    'fatal',
    'Either axis or concat_dim should be specified; not both.',
    'Set `axis` or the deprecated `concat_dim`, not both.',
  ],
  'concat/dim-negative': [
    'fatal',
    'casting concat_dim from uint32 to int32 produced negative result',
    '`concat_dim` is out of range; use `axis` for negative axes.',
  ],
  'concat/dim-range': [
    'fatal',
    'concat_dim out of range.',
    'The axis index is out of range for the bottoms.',
  ],
  'concat/axes': [
    'fatal',
    'All inputs must have the same #axes.',
    'All bottoms must have the same number of axes.',
  ],
  'concat/shape': [
    'fatal',
    'All inputs must have the same shape, except at concat_axis.',
    'All bottoms must have the same shape, except along the concatenation axis.',
  ],
  'concat/count': [
    'fatal',
    'Check failed: bottom_count_sum == top[0]->count()',
    'The concatenated blob would have more values than can be counted.',
  ],
  'slice/axis-exclusive': [
    'fatal',
    'Either axis or slice_dim should be specified; not both.',
    'Set `axis` or the deprecated `slice_dim`, not both.',
  ],
  'slice/dim-negative': [
    'fatal',
    'casting slice_dim from uint32 to int32 produced negative result',
    '`slice_dim` is out of range; use `axis` for negative axes.',
  ],
  'slice/dim-range': ['fatal', 'slice_dim out of range.', 'The axis index is out of range for the bottom.'],
  'slice/point-count': [
    'fatal',
    'Check failed: slice_point_.size() == top.size() - 1',
    'The number of slice points must be one less than the number of tops.',
  ],
  'slice/too-many-tops': ['fatal', 'slice axis:', 'There are more tops than entries along the axis.'],
  'slice/point-order': [
    'fatal',
    'Check failed: slice_point_[i] > prev',
    'Slice points must be greater than 0 and strictly increasing.',
  ],
  'slice/point-beyond': [
    'fatal',
    'Check failed: shape[i] >= 0',
    'The last slice point is after the end of the axis.',
  ],
  'slice/point-at-end': ['silent', ''],
  'slice/even': [
    'fatal',
    'should evenly divide input slice axis',
    'Without slice points, the length of the axis must be divisible by the number of tops.',
  ],
  'slice/count': [
    'fatal',
    'Check failed: count == bottom[0]->count()',
    'The tops do not add up to the bottom.',
  ],
  'crop/bottoms': [
    'fatal',
    'Wrong number of bottom blobs.',
    'Crop requires two bottoms: the blob to crop, and the reference for the size.',
  ],
  'crop/axis-range': [
    'fatal',
    'out of range for',
    'The axis index is out of range for the bottom: there is no axis to crop from.',
  ],
  'crop/axis-big': [
    'fatal',
    'crop axis bigger than input dim',
    'The axis index is out of range for the bottom: there is no axis to crop from.',
  ],
  'crop/offset-count': [
    'fatal',
    'number of offset values specified must be equal to the number of dimensions following axis.',
    '`offset` must be set once, or once for each cropped axis.',
  ],
  'crop/reference-axes': ['fatal', 'out of range for', 'The second bottom has fewer axes than the first.'],
  'crop/bounds': [
    'fatal',
    'the crop for dimension',
    'The cropped region exceeds the first bottom: offset plus size is larger than the axis.',
  ],
  'argmax/top-k-min': ['fatal', 'top k must not be less than 1.', '`top_k` must be at least 1.'],
  'argmax/axis-range': ['fatal', 'out of range for', 'The axis index is out of range for the bottom.'],
  'argmax/axis-min': [
    'fatal',
    'axis must not be less than 0.',
    'The axis index is out of range for the bottom.',
  ],
  'argmax/axis-max': [
    'fatal',
    'axis must be less than or equal to the number of axis.',
    'The axis index is out of range for the bottom.',
  ],
  'argmax/top-k-axis': [
    'fatal',
    'top_k must be less than or equal to the dimension of the axis.',
    '`top_k` exceeds the length of the axis.',
  ],
  'argmax/top-k-flat': [
    'fatal',
    'the dimension of the flattened bottom blob per instance.',
    '`top_k` exceeds the number of values per image.',
  ],
  'reduction/axis-range': ['fatal', 'out of range for', 'The axis index is out of range for the bottom.'],
  'reduction/count': [
    'fatal',
    'Check failed: num_ == top[0]->count()',
    'The top consists of the axes that are not reduced.',
  ],
  'tile/axis-range': ['fatal', 'out of range for', 'The axis index is out of range for the bottom.'],
  'tile/tiles-missing': [
    'fatal',
    'Number of tiles must be specified',
    '`tiles`, the number of repetitions, is missing.',
  ],
  'tile/tiles-positive': ['fatal', 'Number of tiles must be positive.', '`tiles` must be at least 1.'],
  'tile/tiles-negative': ['fatal', 'Check failed: shape[i] >= 0', '`tiles` must be at least 1.'],
  'softmax/axis-range': ['fatal', 'out of range for', 'The axis index is out of range for the bottom.'],
  'filter/top-count': [
    'fatal',
    'Check failed: top.size() == bottom.size() - 1',
    'Filter must have one top for each bottom except the last, the selector.',
  ],
  'filter/selector-shape': [
    'fatal',
    'Selector blob dimensions must be singletons (1), except the first',
    'The last bottom, the selector, must have one value for each item.',
  ],
  'filter/batch': [
    'fatal',
    'Each bottom should have the same 0th dimension as the selector blob',
    'All bottoms must have as many items as the last one, the selector.',
  ],
  'filter/selector-backward': ['runtime', 'Layer cannot backpropagate to filter index inputs'],
  'batchreindex/index-axes': [
    'fatal',
    'Check failed: 1 == bottom[1]->num_axes()',
    'The second bottom must be a list of indices, with one axis.',
  ],
  'batchreindex/index-negative': ['runtime', 'Index specified for reindex layer was negative.'],
  'batchreindex/index-large': ['runtime', 'Index specified for reindex layer was greater than batch size.'],
} as const satisfies CheckTable;
