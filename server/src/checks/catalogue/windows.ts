import type { CheckTable } from '../check.ts';

/** Checks of layers that slide a window: convolution, pooling, LRN, SPP. */
export const windowChecks = {
  'conv/axis-range': [
    'fatal',
    'out of range for',
    'The axis index is out of range for the bottom: there is no channel axis.',
  ],
  'im2col/spatial-axes': [
    'fatal',
    'Check failed: num_spatial_axes_ >= 1',
    'The bottom has no spatial axes after the channel axis.',
  ],
  'conv/four-axes': [
    'fatal',
    'Input must have 4 axes, corresponding to (num, channels, height, width)',
    'Before September 2015, convolution required a bottom with 4 axes: number, channels, height and width.',
  ],
  'conv/kernel-pair': [
    'fatal',
    'Filter size is kernel_size OR kernel_h and kernel_w; not both',
    'Before September 2015, convolution required either `kernel_size`, or both `kernel_h` and `kernel_w`.',
  ],
  'conv/pad-pair': [
    'fatal',
    'pad is pad OR pad_h and pad_w are required.',
    'Before September 2015, convolution required either `pad`, or both `pad_h` and `pad_w`.',
  ],
  'conv/stride-pair': [
    'fatal',
    'Stride is stride OR stride_h and stride_w are required.',
    'Before September 2015, convolution required either `stride`, or both `stride_h` and `stride_w`.',
  ],
  'conv/kernel-hw-2d': [
    'fatal',
    'kernel_h & kernel_w can only be used for 2D convolution.',
    '`kernel_h` and `kernel_w` only apply to 2-D convolution; use `kernel_size` for other numbers of spatial axes.',
  ],
  'conv/kernel-exclusive': [
    'fatal',
    'Either kernel_size or kernel_h/w should be specified; not both.',
    'Set `kernel_size`, or `kernel_h` and `kernel_w`, not both.',
  ],
  'conv/kernel-count': [
    'fatal',
    'kernel_size must be specified once, or once per spatial dimension',
    '`kernel_size` must be set once, or once for each spatial axis.',
  ],
  'conv/kernel-positive': [
    'fatal',
    'Filter dimensions must be nonzero.',
    'Each kernel size must be at least 1. `kernel_h` and `kernel_w` must be set together.',
  ],
  'conv/stride-hw-2d': [
    'fatal',
    'stride_h & stride_w can only be used for 2D convolution.',
    '`stride_h` and `stride_w` only apply to 2-D convolution; use `stride` for other numbers of spatial axes.',
  ],
  'conv/stride-exclusive': [
    'fatal',
    'Either stride or stride_h/w should be specified; not both.',
    'Set `stride`, or `stride_h` and `stride_w`, not both.',
  ],
  'conv/stride-count': [
    'fatal',
    'stride must be specified once, or once per spatial dimension',
    '`stride` must be set once, or once for each spatial axis.',
  ],
  'conv/stride-positive': ['fatal', 'Stride dimensions must be nonzero.', 'A stride must be at least 1.'],
  'conv/stride-hw-zero': [
    'crash',
    'SIGFPE',
    '`stride_h` and `stride_w` must be set together, and each must be at least 1; otherwise Caffe crashes with a division by zero.',
  ],
  'conv/pad-hw-2d': [
    'fatal',
    'pad_h & pad_w can only be used for 2D convolution.',
    '`pad_h` and `pad_w` only apply to 2-D convolution; use `pad` for other numbers of spatial axes.',
  ],
  'conv/pad-exclusive': [
    'fatal',
    'Either pad or pad_h/w should be specified; not both.',
    'Set `pad`, or `pad_h` and `pad_w`, not both.',
  ],
  'conv/pad-count': [
    'fatal',
    'pad must be specified once, or once per spatial dimension',
    '`pad` must be set once, or once for each spatial axis.',
  ],
  'conv/dilation-count': [
    'fatal',
    'dilation must be specified once, or once per spatial dimension',
    '`dilation` must be set once, or once for each spatial axis.',
  ],
  'conv/dilation-zero': ['silent', ''],
  'conv/num-output': [
    'fatal',
    'Check failed: num_output_ > 0',
    '`num_output`, the number of filters, must be at least 1.',
  ],
  'conv/group-zero': [
    'crash',
    'SIGFPE',
    '`group` must be at least 1; otherwise Caffe crashes with a division by zero.',
  ],
  'conv/group-channels': [
    'fatal',
    'Check failed: channels_ % group_ == 0',
    'The number of input channels must be divisible by `group`.',
  ],
  'conv/group-output': [
    'fatal',
    'Number of output should be multiples of group.',
    '`num_output` must be divisible by `group`.',
  ],
  'conv/blobs-count': [
    'fatal',
    'Incorrect number of weight blobs.',
    'The number of `blobs` in the file differs from the number of parameter blobs.',
  ],
  'conv/blobs-weight-shape': [
    'fatal',
    'Incorrect weight shape: expected shape',
    'The weight blob in the file has a different shape.',
  ],
  'conv/blobs-bias-shape': [
    'fatal',
    'Incorrect bias shape: expected shape',
    'The bias blob in the file has a different shape.',
  ],
  'conv/bottom-shapes': [
    'fatal',
    'shape mismatch - bottom[0]: (SSD: All inputs must have the same shape.)',
    'All bottoms of a convolution must have the same shape.',
  ],
  'conv/axes-changed': [
    'fatal',
    'bottom num_axes may not change.',
    'The number of axes differs from the one at set-up.',
  ],
  'conv/channels-changed': [
    'fatal',
    'Input size incompatible with convolution kernel.',
    'The number of channels differs from the one at set-up.',
  ],
  'conv/output-negative': [
    'fatal',
    'Check failed: shape[i] >= 0',
    'The kernel exceeds the padded input so far that the output size would be negative.',
  ],
  'conv/output-zero-bias': [
    'fatal',
    'Check failed: data_',
    'The kernel exceeds the padded input, so the output is empty and the bias cannot be added.',
  ],
  'conv/output-zero': ['silent', ''],
  'conv/col-buffer-overflow': [
    'fatal',
    'blob size exceeds INT_MAX',
    'The im2col buffer of the convolution would have more than 2147483647 values.',
  ],
  'conv/nd-gpu-limit': ['runtime', 'does not support computation with'],
  'pool/global-kernel': [
    'fatal',
    'With Global_pooling: true Filter size cannot specified',
    'Global pooling uses the input size as window; a kernel size cannot be set.',
  ],
  'pool/kernel-exclusive': [
    'fatal',
    'Filter size is kernel_size OR kernel_h and kernel_w; not both',
    'Set `kernel_size`, or both `kernel_h` and `kernel_w`, not all of them.',
  ],
  'pool/kernel-hw-pair': [
    'fatal',
    'For non-square filters both kernel_h and kernel_w are required.',
    '`kernel_h` and `kernel_w` must be set together.',
  ],
  'pool/kernel-partial-ignored': ['silent', ''],
  'pool/pad-exclusive': [
    'fatal',
    'pad is pad OR pad_h and pad_w are required.',
    'Set `pad`, or both `pad_h` and `pad_w`, not all of them.',
  ],
  'pool/stride-exclusive': [
    'fatal',
    'Stride is stride OR stride_h and stride_w are required.',
    'Set `stride`, or both `stride_h` and `stride_w`, not all of them.',
  ],
  'pool/kernel-positive-h': [
    'fatal',
    'Filter dimensions cannot be zero.',
    'The window height must be at least 1.',
  ],
  'pool/kernel-positive-w': [
    'fatal',
    'Filter dimensions cannot be zero.',
    'The window width must be at least 1.',
  ],
  'pool/global-pad-stride': [
    'fatal',
    'With Global_pooling: true; only pad = 0 and stride = 1',
    'Global pooling requires padding 0 and stride 1.',
  ],
  'pool/pad-method': [
    'fatal',
    'Padding implemented only for average and max pooling.',
    'Stochastic pooling does not support padding.',
  ],
  'pool/pad-lt-kernel-h': [
    'fatal',
    'Check failed: pad_h_ < kernel_h_',
    'Padding must be smaller than the kernel; otherwise a window could cover only padding.',
  ],
  'pool/pad-lt-kernel-w': [
    'fatal',
    'Check failed: pad_w_ < kernel_w_',
    'Padding must be smaller than the kernel; otherwise a window could cover only padding.',
  ],
  'pool/four-axes': [
    'fatal',
    'Input must have 4 axes, corresponding to (num, channels, height, width)',
    'Pooling requires a bottom with 4 axes: number, channels, height and width.',
  ],
  'pool/stride-zero': ['fatal', 'Check failed: shape[i] >= 0', 'A stride must be at least 1.'],
  'pool/clip-h': [
    'fatal',
    'Check failed: (pooled_height_ - 1) * stride_h_ < height_ + pad_h_',
    'The last window starts after the end of the padded input, even after clipping.',
  ],
  'pool/clip-w': [
    'fatal',
    'Check failed: (pooled_width_ - 1) * stride_w_ < width_ + pad_w_',
    'The last window starts after the end of the padded input, even after clipping.',
  ],
  'pool/output-negative': [
    'fatal',
    'Check failed: shape[i] >= 0',
    'The window exceeds the padded input so far that the output size would be negative.',
  ],
  'pool/output-zero': ['silent', ''],
  'pool/mask-top': [
    'fatal',
    'Pooling Layer produces at most',
    'Only MAX pooling produces a second top, the mask of the maxima.',
  ],
  'pool/stochastic-cpu': ['runtime', 'Not Implemented Yet'],
  'lrn/odd-size': ['fatal', 'LRN only supports odd values for local_size', '`local_size` must be odd.'],
  'lrn/four-axes': [
    'fatal',
    'Input must have 4 axes',
    'LRN requires a bottom with 4 axes: number, channels, height and width.',
  ],
  'spp/empty-h': ['fatal', 'Input dimensions cannot be zero.', 'The bottom has height 0.'],
  'spp/empty-w': ['fatal', 'Input dimensions cannot be zero.', 'The bottom has width 0.'],
  'spp/one-level': [
    'fatal',
    'Concat Layer takes at least 2 bottom blob(s) as input.',
    'Before August 2015, `pyramid_height` had to be at least 2.',
  ],
  'spp/pyramid-zero': [
    'fatal',
    'Split Layer produces at least',
    '`pyramid_height`, the number of levels, must be at least 1.',
  ],
  'spp/pad-kernel': [
    'fatal',
    'Check failed: pad_h_ < kernel_h_',
    'The bottom is too small for a pyramid level: its padding would be as large as its window.',
  ],
  'spp/stochastic-pad': [
    'fatal',
    'Padding implemented only for average and max pooling.',
    'Stochastic pooling does not support padding, and a pyramid level requires padding.',
  ],
  'spp/four-axes': [
    'fatal',
    'Input must have 4 axes',
    'SPP requires a bottom with 4 axes: number, channels, height and width.',
  ],
} as const satisfies CheckTable;
