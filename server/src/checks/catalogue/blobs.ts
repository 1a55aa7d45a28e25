import type { CheckTable } from '../check.ts';

/** Checks of blobs and fillers. */
export const blobChecks = {
  'blob/max-axes': [
    'fatal',
    'Check failed: shape.dim_size() <= kMaxBlobAxes',
    'A blob can have at most 32 axes.',
  ],
  'blob/negative-dim': [
    'fatal',
    'Check failed: shape[i] >= 0',
    'An axis of a blob would have a negative length.',
  ],
  'blob/int-max': [
    'fatal',
    'blob size exceeds INT_MAX',
    'A blob would have more values than a 32-bit integer can count, 2147483647.',
  ],
  'blob/zero-axis': [
    'crash',
    'SIGFPE',
    'Before May 2016, only the last axis of a blob could be 0; otherwise Caffe crashes with a division by zero.',
  ],
  'blob/axis-range': [
    'fatal',
    'out of range for',
    'The axis index is out of range. Negative indices count from the last axis.',
  ],
  'blob/legacy-axes': [
    'fatal',
    'Cannot use legacy accessors on Blobs with > 4 axes.',
    'The layer reads number, channels, height and width; its blobs can have at most 4 axes.',
  ],
  'blob/count-order': [
    'fatal',
    'Check failed: start_axis <= end_axis',
    'The first axis of a range is after its last axis.',
  ],
  'blob/count-end': [
    'fatal',
    'Check failed: start_axis <= end_axis',
    'The layer requires more axes than the blob has.',
  ],
  'blob/no-data': ['fatal', 'Check failed: data_', 'The layer requires the values of a blob without data.'],
  'blob/proto-count': [
    'fatal',
    'Check failed: count_ == proto.data_size()',
    'The number of values set for a blob differs from the count of its shape.',
  ],
  'filler/unknown': [
    'fatal',
    'Unknown filler name:',
    'Unknown filler type. Valid types: constant, gaussian, positive_unitball, uniform, xavier, msra, bilinear.',
  ],
  'filler/empty-blob': [
    'fatal',
    'Check failed: blob->count() (or data_)',
    'The parameter blob is empty; the filler requires at least one value.',
  ],
  'filler/sparse-unsupported': [
    'fatal',
    'Sparsity not supported by this Filler.',
    'Only the gaussian filler supports `sparse`.',
  ],
  'filler/sparse-range': [
    'fatal',
    'Check failed: sparse >= -1',
    '`sparse` must be a number of values, or −1 to disable it.',
  ],
  'filler/sparse-too-big': ['fatal', 'Check failed: p <= 1', '`sparse` exceeds the number of outputs.'],
  'filler/gaussian-std': [
    'fatal',
    'Check failed: sigma > 0',
    'The standard deviation of a gaussian filler must be greater than 0.',
  ],
  'filler/uniform-range': [
    'fatal',
    'Check failed: a <= b',
    'The `min` of a uniform filler exceeds its `max`.',
  ],
  'filler/bilinear-axes': [
    'fatal',
    'Blob must be 4 dim.',
    'The bilinear filler requires a blob with 4 axes: the weights of a 2-D convolution.',
  ],
  'filler/bilinear-square': [
    'fatal',
    'Filter must be square',
    'The bilinear filler requires a square kernel.',
  ],
  'filler/scalar-blob': ['fatal', 'out of range for', 'The filler requires a blob with at least one axis.'],
  'filler/legacy-axes-ssd': [
    'fatal',
    'Cannot use legacy accessors',
    'In SSD, the filler requires a blob with at most 4 axes.',
  ],
} as const satisfies CheckTable;
