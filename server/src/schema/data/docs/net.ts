import type { SchemaDocs } from '../facts.ts';

export const netDocs: SchemaDocs = {
  NetParameter: {
    _: 'A net: its layers in execution order, and net-wide settings.',
    name: 'Name of the net, used only in logs and drawings.',
    input:
      'Old way to name the blobs that the caller fills. Caffe converts them to one `Input` layer at the start.',
    input_shape:
      'Old way to set the shapes of the `input` blobs, one per name. If set, `input_dim` is not read.',
    input_dim: 'Old way to set the shapes of the `input` blobs: four numbers per name (N, C, H, W).',
    force_backward:
      'Runs the backward pass through every layer, even without learnable parameters, so that gradients reach the data.',
    state: 'Phase, level and stages that determine which layers are kept. Usually set by tools and solvers.',
    debug_info: 'Logs the mean absolute value of data and gradients of every layer in every pass.',
    layer: 'A layer of the net. Layers run in file order, so a blob must be produced before it is used.',
    layers: 'A layer in V1 syntax (2014), with an enum type. Cannot be mixed with `layer`.',
  },
  NetState: {
    _: 'The state that determines which layers are part of the net.',
    phase: 'Training or testing. Also changes the behavior of layers such as Dropout and BatchNorm.',
    level: 'Number that rules compare with `min_level` and `max_level`.',
    stage: 'Free-form label that rules can require. A net can have several stages at once.',
  },
  NetStateRule: {
    _: 'A condition on the state of the net. It matches if all of its fields match; an empty rule always matches.',
    phase: 'Matches only this phase. Without it, both.',
    min_level: 'Matches only if the level of the net is at least this value.',
    max_level: 'Matches only if the level of the net is at most this value.',
    stage: 'Stage that the net must have. If there are several, all are required.',
    not_stage: 'Stage that the net must not have. One of several is enough to fail.',
  },
  Phase: {
    _: 'Purpose of the net.',
    TRAIN: 'Training: dropout, batch statistics and random crops are enabled.',
    TEST: 'Testing or deployment: the result depends only on the input.',
  },
  ParamSpec: {
    _: 'Training settings of one parameter blob. The first `param` of a layer is for its first blob (usually the weights), the second for the next (the bias).',
    name: 'Blobs with the same non-empty name share their values. The first layer with that name owns them.',
    share_mode: 'How closely the shape must match the owner’s when this blob is shared.',
    lr_mult: 'Multiplier of the solver’s learning rate. 0 freezes the blob.',
    decay_mult: 'Multiplier of the solver’s weight decay. Usually 0 for biases.',
  },
  'ParamSpec.DimCheckMode': {
    _: 'How shapes of shared parameters are compared.',
    STRICT: 'Both blobs must have the same shape.',
    PERMISSIVE: 'Both blobs must have the same number of values; their shapes may differ.',
  },
  BlobShape: {
    _: 'The dimensions of a blob, outermost first; for images batch, channels, height and width.',
    dim: 'Size of one axis. Zero is valid; negative sizes are not, except -1 in a Reshape layer.',
  },
  BlobProto: {
    _: 'A stored blob: its shape and its values.',
    shape: 'Dimensions of the blob.',
    data: 'The values, innermost axis first. Their number must equal the product of the dimensions.',
    diff: 'The gradients, in the order of `data`.',
    double_data: 'The values in double precision, instead of `data`.',
    double_diff: 'The gradients in double precision, instead of `diff`.',
    num: 'Old first dimension of a blob with four axes. If one of the four is set, `shape` is not read.',
    channels: 'Old second dimension of a blob with four axes.',
    height: 'Old third dimension of a blob with four axes.',
    width: 'Old fourth dimension of a blob with four axes.',
  },
  BlobProtoVector: {
    _: 'Several stored blobs.',
    blobs: 'One stored blob.',
  },
  FillerParameter: {
    _: 'How the initial values of a parameter blob are generated. Weights loaded later replace them.',
    type: 'One of `constant`, `gaussian`, `uniform`, `xavier`, `msra`, `positive_unitball` and `bilinear`.',
    value: 'The value of a `constant` filler.',
    min: 'Lower bound of a `uniform` filler.',
    max: 'Upper bound of a `uniform` filler.',
    mean: 'Mean of a `gaussian` filler.',
    std: 'Standard deviation of a `gaussian` filler; it must be positive.',
    sparse: 'For `gaussian` only: average number of non-zero inputs per output. -1 keeps all.',
    variance_norm: 'For `xavier` and `msra`: the number of connections that divides the variance.',
  },
  'FillerParameter.VarianceNorm': {
    _: 'Scaling of the variance of `xavier` and `msra` fillers.',
    FAN_IN: 'Inputs per output; preserves the magnitude of activations.',
    FAN_OUT: 'Outputs per input; preserves the magnitude of gradients.',
    AVERAGE: 'Mean of fan-in and fan-out.',
  },
  LossParameter: {
    _: 'How a loss layer treats labels and normalizes its sum.',
    ignore_label: 'Items with this label contribute neither to the loss nor to the gradient.',
    normalization: 'Divisor of the sum over all items. SigmoidCrossEntropyLoss defaults to BATCH_SIZE.',
    normalize:
      'Old form of `normalization`: true is VALID, false is BATCH_SIZE. Not read if `normalization` is set.',
  },
  'LossParameter.NormalizationMode': {
    _: 'Divisor of a loss.',
    FULL: 'Number of items: batch size times positions, including ignored ones.',
    VALID: 'Number of items whose label is not ignored.',
    BATCH_SIZE: 'The batch size.',
    NONE: 'No normalization; the loss is the sum.',
  },
  Datum: {
    _: 'One database record: an image or feature array and its label.',
    channels: 'Number of channels.',
    height: 'Number of rows.',
    width: 'Number of columns.',
    data: 'Pixels as bytes, channel by channel, or an encoded image.',
    label: 'Class of the record.',
    float_data: 'Values as floats, instead of `data`.',
    encoded: 'Whether `data` is a compressed image such as JPEG.',
  },
};
