import type { CheckTable } from '../check.ts';

/** Checks of activations, normalization and elementwise arithmetic. */
export const elementwiseChecks = {
  'absval/in-place': [
    'fatal',
    'AbsVal Layer does not allow in-place computation.',
    'AbsVal cannot work in place: its backward pass needs its input.',
  ],
  'dropout/ratio': ['debug', 'Check failed: threshold_'],
  'exp/base-positive': [
    'fatal',
    'base must be strictly positive.',
    'The base must be greater than 0, or −1 for e.',
  ],
  'exp/base-log-nan': ['fatal', 'NaN result: log(base)', 'The base has no logarithm.'],
  'exp/base-log-inf': ['fatal', 'Inf result: log(base)', 'The logarithm of the base is infinite.'],
  'log/base-positive': [
    'fatal',
    'base must be strictly positive.',
    'The base must be greater than 0, or −1 for e.',
  ],
  'log/base-log-nan': ['fatal', 'NaN result: log(base)', 'The base has no logarithm.'],
  'log/base-log-inf': ['fatal', 'Inf result: log(base)', 'The logarithm of the base is infinite.'],
  'log/base-inv-nan': ['fatal', 'NaN result: 1/log(base)', 'The logarithm of the base has no inverse.'],
  'log/base-one': ['fatal', 'Inf result: 1/log(base)', 'The base of a logarithm cannot be 1.'],
  'clip/no-param': ['silent', ''],
  'prelu/axes': [
    'fatal',
    'Number of axes of bottom blob must be >=2.',
    'PReLU has a slope for each channel, so its bottom must have at least 2 axes.',
  ],
  'prelu/slope-count': [
    'fatal',
    'Negative slope size is inconsistent with prototxt config',
    'The number of slopes in the file differs from the number of channels.',
  ],
  'bn/param-lr': [
    'fatal',
    'Cannot configure batch normalization statistics as layer parameters.',
    'The three blobs of BatchNorm are running statistics, not learned by gradients: each `param` must set `lr_mult: 0`.',
  ],
  'bn/one-axis': [
    'fatal',
    'out of range for',
    'BatchNorm has a mean for each channel, so its bottom must have at least 2 axes.',
  ],
  'bn/channels-changed': [
    'fatal',
    'Check failed: bottom[0]->shape(1) == channels_',
    'The number of channels differs from the one at set-up.',
  ],
  'scale/num-axes': ['fatal', 'num_axes must be non-negative, or -1', '`num_axes` must be −1 or greater.'],
  'scale/extends-setup': [
    'fatal',
    "scale blob's shape extends past bottom[0]'s shape",
    '`axis` plus `num_axes` exceeds the number of axes of the bottom.',
  ],
  'scale/extends': [
    'fatal',
    "scale blob's shape extends past bottom[0]'s shape",
    '`axis` plus the number of axes of the second bottom exceeds that of the first.',
  ],
  'scale/dim-mismatch': [
    'fatal',
    'dimension mismatch between bottom[0]->shape(',
    'The axes of the second bottom must match the axes of the first that it scales.',
  ],
  'bias/num-axes': ['fatal', 'num_axes must be non-negative, or -1', '`num_axes` must be −1 or greater.'],
  'bias/extends-setup': [
    'fatal',
    "bias blob's shape extends past bottom[0]'s shape",
    '`axis` plus `num_axes` exceeds the number of axes of the bottom.',
  ],
  'bias/extends': [
    'fatal',
    "bias blob's shape extends past bottom[0]'s shape",
    '`axis` plus the number of axes of the second bottom exceeds that of the first.',
  ],
  'bias/dim-mismatch': [
    'fatal',
    'dimension mismatch between bottom[0]->shape(',
    'The axes of the second bottom must match the axes of the first to which it is added.',
  ],
  'eltwise/coeff-count': [
    'fatal',
    'Eltwise Layer takes one coefficient per bottom blob.',
    '`coeff` must be set once for each bottom, or not at all.',
  ],
  'eltwise/coeff-prod': [
    'fatal',
    'Eltwise layer only takes coefficients for summation.',
    'PROD does not support coefficients.',
  ],
  'eltwise/coeff-max': ['silent', ''],
  'eltwise/shape': [
    'fatal',
    'Check failed: bottom[0]->shape() == bottom[i]->shape()',
    'All bottoms must have the same shape.',
  ],
  'mvn/legacy': ['fatal', 'Cannot use legacy accessors', 'MVN supports at most 4 axes.'],
  'mvn/four-d-output': ['silent', ''],
} as const satisfies CheckTable;
