import type { CheckTable } from '../check.ts';

/** Checks of forks in layers of BVLC and SSD that they have changed. */
export const forkVariantChecks = {
  'fork/pool-count': [
    'fatal',
    'must be specified once, or once per spatial dimension',
    'Each field of a pooling window must be set once, or once for each axis of the image or volume.',
  ],
  'fork/pool-sides': [
    'fatal',
    'kernel_h & kernel_w can only be used for 2D pooling.',
    'Fields for height and width cannot be set for volumes.',
  ],
  'fork/shape-offset': [
    'fatal',
    'shape_offset_size == this->num_spatial_axes_',
    '`shape_offset` must be set once for each axis after the channels.',
  ],
  'fork/bn-parts': [
    'fatal',
    'Check failed: bottom[0]->shape(0) % param.stats_batch_size() == 0',
    '`stats_batch_size` must divide the batch in training.',
  ],
  'fork/priorbox-offset': [
    'fatal',
    'prior offset should be',
    '`offset_w` and `offset_h` must be from 0 to 1.',
  ],
  'fork/ctc-sequence': [
    'fatal',
    'Check failed: T_ == seq_ind->num()',
    'The markers of sequences and the labels must fit the steps and the streams of the scores.',
  ],
} as const satisfies CheckTable;
