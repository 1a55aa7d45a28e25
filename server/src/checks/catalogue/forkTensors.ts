import type { CheckTable } from '../check.ts';

/** Checks of forks for processors, volumes, octrees and cascades of detectors. */
export const forkTensorChecks = {
  'fork/pad-exclusive': [
    'fatal',
    'should be specified; not both.',
    'The padding is set by one of `pad`, `pad_type` and the fields for each side.',
  ],
  'fork/pad-sides-2d': [
    'fatal',
    'pad_l, pad_r, pad_t & pad_b can only be used for 2D convolution.',
    'The fields for the padding of each side only apply to images.',
  ],
  'fork/pad-type': ['fatal', 'padding type.', '`pad_type` must be 0 or 1.'],
  'fork/eltwise-axes': [
    'fatal',
    "eltwise blob's shape extends past bottom[0]'s shape",
    'The second bottom must not have more axes than the first has from `axis` on.',
  ],
  'fork/eltwise-shape': [
    'fatal',
    'dimension mismatch between bottom[0]->shape(',
    'The second bottom must have the lengths of the axes of the first from `axis` on.',
  ],
  'fork/eltwise-division': [
    'fatal',
    'Eltwise layer only accepts 2 inputs for division.',
    'A division requires two bottoms.',
  ],
  'fork/broadcast-shape': [
    'fatal',
    'Dimensions must be equal or 1 in the bottoms!',
    'The axes of both bottoms must have the same lengths, or length 1.',
  ],
  'fork/broadcast-to': [
    'fatal',
    'The broadcasting shape is incompatible with the input!',
    'Only axes of length 1 can be broadcast, and none can be removed.',
  ],
  'fork/squeeze-axis': [
    'fatal',
    "Can't remove axis that is not shape 1!",
    'Only axes of length 1 can be removed.',
  ],
  'fork/paddings-count': [
    'fatal',
    "Paddings' num should be 2 times of bottom dimension!",
    '`paddings` must have two values for each axis: before and after.',
  ],
  'fork/block-size': [
    'fatal',
    'output count must match input count',
    'The axes must be divisible by the block size.',
  ],
  'fork/block-shape': ['fatal', 'cannot divide bottom_shape[', 'Blocks must divide the padded axes.'],
  'fork/matrix-product': [
    'fatal',
    'have incompatible shapes!',
    'The bottoms must be matrices with the same inner length.',
  ],
  'fork/prior-states': [
    'fatal',
    'Number of priors must match number of state predictions.',
    'There must be one score for each state of each prior.',
  ],
  'fork/volume-window': ['crash', '', 'The windows and strides of a volume must be at least 1.'],
  'fork/volume-axes': ['fatal', 'Input must have 5 axes.', 'Pooling of volumes requires 5 axes.'],
  'fork/octree-depth': [
    'fatal',
    'The octree depth of bottom blob should be set coreectly.',
    'The depth of the nodes must be set.',
  ],
  'fork/octree-kernel': [
    'fatal',
    'kernel_size should be less than 4',
    'Kernels of octrees have at most 3 positions.',
  ],
  'fork/cascade-shape': [
    'fatal',
    'Check failed: bottom[0]->channels() == ',
    'Regions have 5 numbers, corrections 4 or 8, and all bottoms have the same number of items.',
  ],
  'fork/box-groups': [
    'fatal',
    'Check failed: bottom_num_ == box_group_output_param.box_group_param_size()',
    'Each group of anchors requires two bottoms.',
  ],
  'fork/time-steps': ['fatal', 'The time step should be greater than 0.', 'There must be at least one step.'],
  'fork/crop-size': ['fatal', 'Negative crop width.', 'A blob can only be cropped to a smaller size.'],
  'fork/tile-count': [
    'fatal',
    'Length must be the same as the number of dimensions in input!',
    '`multiples` must have one positive value for each axis.',
  ],
  'fork/reduce-axes': [
    'fatal',
    'the dimension of axis should be less or equal than input dimension!',
    'There must not be more axes to reduce than the bottom has.',
  ],
} as const satisfies CheckTable;
