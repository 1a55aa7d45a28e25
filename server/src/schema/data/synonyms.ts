/** Names that other frameworks and older Caffes use for a field, by its name in Caffe. */
const otherNames: Readonly<Record<string, string>> = {
  axis: 'dim concat_axis softmax_axis slice_axis channel_axis',
  base_lr: 'lr learning_rate initial_lr',
  batch_size: 'batch batch_num minibatch minibatch_size num_batch',
  bias_filler: 'bias_init bias_initializer',
  bias_term: 'bias use_bias has_bias with_bias',
  bottom: 'in input inputs from src',
  clip_gradients: 'gradient_clip grad_clip max_grad_norm clip_norm',
  coeff: 'coef coeffs coefficient coefficients',
  crop_size: 'crop input_size new_size',
  decay_mult: 'decay weight_decay wd_mult',
  device_id: 'gpu gpu_id device',
  dilation: 'rate hole atrous dilation_rate dilations dilate',
  display: 'display_iter display_interval print_interval log_interval',
  dropout_ratio: 'p rate ratio prob probability drop drop_prob dropout dropout_prob dropout_rate',
  eps: 'epsilon',
  gamma: 'lr_decay lr_gamma lr_mult_gamma',
  global_pooling: 'global_pool global',
  group: 'groups num_group num_groups',
  ignore_label: 'ignore_index ignore_class',
  iter_size:
    'iter_step accum_iter accum_steps accumulate_steps accumulation_steps gradient_accumulation update_freq',
  kernel_h: 'kernel_height kernel_y kernelh',
  kernel_size: 'kernel k ksize filter_size window window_size pool_size size',
  kernel_w: 'kernel_width kernel_x kernelw',
  local_size: 'size depth_radius window_size',
  lr_mult: 'lr learning_rate lr_rate blobs_lr',
  lr_policy: 'learning_policy lr_schedule scheduler',
  max: 'high upper maximum',
  max_iter: 'iterations iters num_iter num_iterations steps train_steps max_steps',
  mean_file: 'mean_image image_mean mean_binaryproto',
  mean_value: 'mean mean_pixel mean_values pixel_mean',
  min: 'low lower minimum',
  mirror: 'flip random_flip horizontal_flip',
  moving_average_fraction: 'momentum decay',
  negative_slope: 'alpha slope leak leakiness leaky negval',
  num_output:
    'num_out filters num_filter num_filters n_filters nb_filter out_channels output_channels channels outputs units num_hidden hidden hidden_size out_features output_dim output_size num_classes',
  operation: 'op eltwise_op mode',
  pad: 'padding pads pad_size',
  pad_h: 'pad_height pad_y padding_h',
  pad_w: 'pad_width pad_x padding_w',
  pool: 'method mode pooling pool_type pooling_type pool_method type',
  regularization_type: 'regularizer regularization reg_type',
  rms_decay: 'rms_rho rho',
  snapshot: 'snapshot_iter snapshot_interval save_interval',
  snapshot_prefix: 'save_prefix checkpoint_prefix',
  source: 'file path filename db database',
  std: 'stddev stdev sigma',
  stepsize: 'step step_size lr_step',
  stepvalue: 'step_value step_values steps milestones lr_steps',
  stride: 'strides step steps subsample',
  stride_h: 'stride_height stride_y',
  stride_w: 'stride_width stride_x',
  test_interval: 'eval_interval val_interval',
  top: 'out output outputs to dst',
  type: 'class kind optimizer',
  use_global_stats: 'use_running_stats use_global_statistics',
  value: 'constant const val',
  weight_decay: 'wd l2 l2_reg',
  weight_filler: 'init filler weight_init weight_initializer kernel_init kernel_initializer initializer',
};

const meanings = new Map<string, string[]>();
for (const [field, words] of Object.entries(otherNames)) {
  for (const word of words.split(' ')) meanings.set(word, [...(meanings.get(word) ?? []), field]);
}

/** The fields that a name from another framework may refer to. */
export function synonymOf(word: string): readonly string[] {
  return meanings.get(word.toLowerCase()) ?? [];
}
