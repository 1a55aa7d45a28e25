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
  'fork/crop-disconnected': [
    'fatal',
    'Cannot align apparently disconnected blobs.',
    'The bottoms of Crop must depend on the same blob, by the first bottoms of the layers between them.',
  ],
  'fork/crop-positions': [
    'fatal',
    'Not Implemented Yet',
    'Positions of a blob can only be followed through layers that keep images, such as Convolution, Pooling and ReLU.',
  ],
  'fork/crop-scale': [
    'fatal',
    'Check failed: crop_map.coefs()[i].first == 1',
    'The bottoms of Crop must have the same resolution.',
  ],
  'fork/crop-negative': [
    'fatal',
    'Negative crop width.',
    'The first bottom of Crop must begin at or before the second.',
  ],
  'fork/crop-fraction': [
    'fatal',
    'Check failed: crop_map.coefs()[i].second == round(crop_map.coefs()[i].second)',
    'The bottoms of Crop must be a whole number of positions apart.',
  ],
} as const satisfies CheckTable;
