/** What other frameworks, and older Caffes, call a field; by its name here. */
const otherNames: Readonly<Record<string, string>> = {
  base_lr: 'lr learning_rate initial_lr',
  batch_size: 'batch batch_num minibatch num_batch',
  bias_filler: 'bias_init bias_initializer',
  bias_term: 'bias use_bias has_bias with_bias',
  bottom: 'in input inputs from src',
  crop_size: 'crop input_size new_size',
  decay_mult: 'decay weight_decay wd_mult',
  dilation: 'rate hole atrous dilation_rate dilations dilate',
  dropout_ratio: 'p rate ratio prob probability drop drop_prob dropout dropout_prob dropout_rate',
  eps: 'epsilon',
  group: 'num_group num_groups',
  kernel_size: 'kernel k ksize filter_size window window_size pool_size size',
  local_size: 'size depth_radius window_size',
  lr_mult: 'lr learning_rate lr_rate blobs_lr',
  max_iter: 'iterations iters num_iter num_iterations steps train_steps',
  mirror: 'flip random_flip horizontal_flip',
  moving_average_fraction: 'momentum decay',
  negative_slope: 'alpha slope leak leakiness leaky negval',
  num_output:
    'filters num_filter num_filters n_filters nb_filter out_channels output_channels channels outputs units num_hidden hidden out_features output_dim output_size num_classes',
  operation: 'op eltwise_op mode',
  pad: 'padding pads pad_size',
  pool: 'method mode pooling pool_type pooling_type type',
  snapshot: 'snapshot_iter snapshot_interval save_interval',
  source: 'file path filename db database',
  stepsize: 'step step_size lr_step',
  stride: 'strides step steps subsample',
  top: 'out output outputs to dst',
  type: 'class kind optimizer',
  weight_filler: 'init filler weight_init weight_initializer kernel_init kernel_initializer initializer',
};

const meanings = new Map<string, string[]>();
for (const [field, words] of Object.entries(otherNames)) {
  for (const word of words.split(' ')) meanings.set(word, [...(meanings.get(word) ?? []), field]);
}

/** The fields that somebody may mean by a name from elsewhere. */
export function meantBy(word: string): readonly string[] {
  return meanings.get(word.toLowerCase()) ?? [];
}
