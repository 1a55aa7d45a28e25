import type { CheckTable } from '../check.ts';

/** Checks of other forks. */
export const forkChecks = {
  'fork/coord2heatmap-size': ['fatal', 'must be positive.', 'The size of the heat maps must be at least 1.'],
  'fork/label-count': [
    'fatal',
    'Number of labels must match number of output',
    'The number of labels must equal the number of predictions.',
  ],
  'fork/same-count': ['fatal', 'must have the same count', 'The bottoms must have the same count.'],
  'fork/roi-pooled-size': ['fatal', 'pooled_h must be > 0', '`pooled_h` and `pooled_w` must be at least 1.'],
  'fork/psroi-size': ['fatal', 'output_dim must be > 0', '`output_dim` and `group_size` must be at least 1.'],
  'fork/psroi-channels': [
    'fatal',
    'input channel number does not match layer parameters',
    'The bottom must have `output_dim` × `group_size`² channels.',
  ],
  'fork/ohem-regions': [
    'fatal',
    'Check failed: roi_per_img_ > 0',
    'The number of regions to keep per image must be at least 1.',
  ],
  'fork/ohem-shape': [
    'fatal',
    'Check failed: bottom[1]->num() == num_',
    'Regions, losses, labels and box weights must have the same number of items.',
  ],
  'fork/reorg-stride': [
    'fatal',
    'Reorg Layer needs stride param.',
    'Height, width and channels must be divisible by the stride.',
  ],
  'fork/yolo-outputs': [
    'fatal',
    'Check failed: input_count == tmp_input_count',
    'The number of channels must be boxes × (coordinates + 1 + classes).',
  ],
  'fork/yolo-labels': [
    'fatal',
    'Check failed: label_count == tmp_label_count',
    'The labels of each image must be 7 values for each grid cell.',
  ],
  'fork/box-sides': [
    'fatal',
    'side num not equal to top size',
    'BoxData must have one label top for each `side`.',
  ],
  'fork/yolo-num-classes': ['fatal', 'Must specify num_classes', 'The number of classes must be at least 1.'],
  'fork/yolo-mask-groups': [
    'fatal',
    'Check failed: bottom.size() == mask_group_num_',
    '`mask_group_num` must equal the number of bottoms.',
  ],
  'fork/axpy-shape': [
    'fatal',
    'Check failed: bottom[0]->shape(1) == bottom[1]->shape(1)',
    'Axpy requires a scale for each channel, and two blobs of the same shape.',
  ],
  'fork/shuffle-group': [
    'fatal',
    'group must be greater than 0',
    'The number of channels must be divisible by `group`.',
  ],
  'fork/mask-shape': [
    'fatal',
    'feature map height and mask height must be the same',
    'The mask must have the shape of the blob that it masks.',
  ],
  'fork/mask-size': [
    'fatal',
    'Check failed: mask_resize_param.output_height() > 0',
    'The mask size must be at least 1, even where a factor replaces it.',
  ],
  'fork/in-place': ['fatal', 'Layer does not allow in-place computation.', 'The layer cannot work in place.'],
  'fork/depthwise-kernel': [
    'crash',
    '',
    'A depthwise convolution requires `kernel_size`, or both `kernel_h` and `kernel_w`.',
  ],
  'fork/interp-pad': [
    'fatal',
    'Only supports non-pos padding (cropping) for now',
    'Padding of Interp must be 0 or negative (cropping).',
  ],
  'fork/interp-factor': [
    'fatal',
    'Shrink factor must be positive',
    'The factors of Interp must be at least 1.',
  ],
  'fork/interp-size': ['fatal', 'height should be positive', 'The interpolated size must be at least 1.'],
  'fork/upsample-size': [
    'fatal',
    'scale OR scale_h & scale_w are required.',
    'The upsampled size must be at least 1.',
  ],
  'fork/upsample-factor': [
    'fatal',
    'Check failed: upsample_h_ > 1',
    'The factor of Upsample must be at least 1.',
  ],
  'fork/upsample-pad': [
    'fatal',
    'Output height padding compensation requires scale_h == 2',
    '`pad_out_h` and `pad_out_w` require a scale of 2.',
  ],
  'fork/upsample-axes': [
    'fatal',
    'Input must have 4 axes, corresponding to (num, channels, height, width)',
    'Upsample by a mask requires bottoms with 4 axes: number, channels, height and width.',
  ],
  'fork/dense-crop': [
    'fatal',
    'crop_height and crop_width to be set at the same time.',
    '`crop_height` and `crop_width` must be set together.',
  ],
  'fork/segdata-crop': [
    'fatal',
    'Must either specify crop_size or both crop_height and crop_width.',
    'Set `crop_size`, or both `crop_height` and `crop_width`.',
  ],
  'fork/segdata-mean': [
    'fatal',
    'ImageSegDataLayer does not support mean file',
    'ImageSegData has no mean image; use `mean_value`.',
  ],
  'fork/class-weights': [
    'fatal',
    'Number of class weight values does not match the number of classes.',
    'With `weight_by_label_freqs`, `class_weighting` must be set once for each channel.',
  ],
  'fork/bn-fraction': [
    'fatal',
    'moving_average_fraction_ >= 0 && moving_average_fraction_ <= 1',
    '`moving_average_fraction` must be from 0 to 1.',
  ],
  'fork/unique-labels': [
    'fatal',
    'At least one label more than the forced ones needs to fit',
    '`max_labels` must be greater than the number of `force_label`.',
  ],
  'fork/unique-channels': [
    'fatal',
    'Input must have one channel',
    'The label images of UniqueLabel must have one channel.',
  ],
  'fork/bias': [
    'fatal',
    'Check failed: fg_bias_ >= 0',
    'Biases and margins must not be negative, portions must be from 0 to 1, and `num_iter` must be at least 1.',
  ],
  'fork/bias-channels': [
    'fatal',
    'Check failed: channels_ > 1',
    'The scores must have at least two channels.',
  ],
  'fork/bias-labels': [
    'fatal',
    'Label height',
    'The labels must be a list for each image, or for `label_type: PIXEL` a label for each pixel.',
  ],
  'fork/domain-param': [
    'fatal',
    'Range sigma needs to be positive.',
    'The deviations and `num_iter` must be greater than 0, and `min_weight` must not be negative.',
  ],
  'fork/domain-gradient': [
    'fatal',
    'Reference gradient should have only one channel.',
    'The edges must have one channel, and the number, height and width of the scores.',
  ],
  'fork/crf-counts': [
    'fatal',
    'pos_w and pos_xy_std should have the same size.',
    'Each weight of DenseCRF requires its deviations.',
  ],
  'fork/crf-color': [
    'fatal',
    'Can Only support color images for now.',
    'Images require weights for their colors, and must have 3 channels.',
  ],
  'fork/crf-bottoms': [
    'fatal',
    'The DCNN output and data should have the same number.',
    'Scores, sizes and images must agree in number, and scores and images also in height and width.',
  ],
  'fork/spatial-axes': [
    'fatal',
    'Number of axes of bottom blob must be >=2.',
    'SpatialProduct requires a bottom with at least 2 axes.',
  ],
  'fork/spatial-map': [
    'fatal',
    'Current implementation assumes second input has only one channel.',
    'The second bottom of SpatialProduct must have one channel, and the height and width of the first.',
  ],
  'fork/upsample-mask': [
    'fatal',
    'Check failed: bottom[0]->height() == bottom[1]->height()',
    'The mask must have the shape of the first bottom.',
  ],
  'fork/unpooling-size': [
    'fatal',
    'Unpool is unpool_size OR unpool_h and unpool_w are required.',
    'The unpooled size must be at least 1.',
  ],
  'fork/resample-size': ['fatal', 'must have top_height > 0', 'The resampled size must be at least 1.'],
  'fork/tiling-dim': ['fatal', 'tile_dim must be specified.', 'The side of a tile must be at least 1.'],
  'fork/tiling-channels': [
    'fatal',
    'Check failed: 0 == input_channels_ % tile_dim_sq_',
    'The number of channels must be divisible by `tile_dim`².',
  ],
  'fork/custom-tops': [
    'fatal',
    'top blobs, but only',
    'CustomData must have one top for each slice, and optionally one for the labels.',
  ],
  'fork/matwrite-period': ['fatal', 'period must be positive', 'The period must be at least 1.'],
  'fork/distloss-margins': [
    'fatal',
    'beta must be greater than alpha.',
    '`alpha` must be greater than 0, and `beta` greater than `alpha`.',
  ],
  'fork/meanfield-iterations': [
    'fatal',
    'Number of iterations must be greater than 1.',
    'The number of mean-field iterations must be at least 1.',
  ],
  'fork/segaccuracy-label': [
    'fatal',
    'The label should have one channel.',
    'The labels must have one channel.',
  ],
  'fork/warp-flow': [
    'fatal',
    'Flow should have 2 channels: x-flow and y-flow',
    'The flow must have 2 channels, and the height and width of the image.',
  ],
  'fork/correlation-fields': [
    'fatal',
    'Filter kernel_size is not set',
    '`kernel_size` and `max_displacement` are required, and `kernel_size` must be odd.',
  ],
  'fork/correlation-shape': [
    'fatal',
    'Both bottom blobs must have same width',
    'Both images must have the same shape.',
  ],
  'fork/correlation-size': [
    'fatal',
    "Neighborhood and kernel don't fit in blob",
    'The padded input is too small for the kernel and the displacement.',
  ],
  'fork/accum-reference': [
    'fatal',
    'Need at least two bottom blobs (one as reference)',
    'With `have_reference`, a second bottom is required as size reference.',
  ],
  'fork/flow-crop': [
    'fatal',
    'Please enter crop width if you want to perform augmentation',
    'The size to crop to must be at least 1.',
  ],
  'fork/transformer-kind': [
    'fatal',
    'Transformation type only supports affine now!',
    'Only affine transformation with bilinear sampling is supported.',
  ],
  'fork/transformer-theta': [
    'fatal',
    'The dimension of theta is not six!',
    'Each image requires six values of theta, minus those set in the layer.',
  ],
  'fork/locloss-threshold': [
    'fatal',
    'threshold should be larger than zero.',
    'The threshold must be greater than 0.',
  ],
  'fork/lstm-batch': [
    'fatal',
    'should be multiple of batch size',
    'The number of items must be a multiple of `batch_size`.',
  ],
  'fork/transpose-axes': [
    'fatal',
    'the dimensions of the top blob and bottom blob must be equal.',
    'Each axis must appear exactly once in the new order.',
  ],
  'fork/batch-reduction-levels': [
    'fatal',
    'Check failed: red_dim == bottom[0]->shape(axis_)',
    'The parts of all levels must add up to the length of the axis.',
  ],
  'fork/matrix-shape': [
    'fatal',
    'Check failed: bottom[0]->shape(2) == bottom[1]->shape(1)',
    'The bottoms must be matrices with matching inner dimensions.',
  ],
} as const satisfies CheckTable;
