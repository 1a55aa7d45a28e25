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
} as const satisfies CheckTable;
