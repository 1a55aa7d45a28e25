import type { SchemaDocs } from '../facts.ts';

export const netDocs: SchemaDocs = {
  NetParameter: {
    _: 'A net: its layers in the order in which they run, and settings for all of them.',
    name: 'Name of the net, for logs and drawings only.',
    input:
      'Old way to name the blobs that the caller fills. Caffe turns them into one `Input` layer put first.',
    input_shape:
      'Old way to give the shapes of the `input` blobs, one per name. Where it is given, `input_dim` is not read.',
    input_dim: 'Old way to give the shapes of the `input` blobs: four numbers per name (N, C, H, W).',
    force_backward:
      'Runs the backward pass through every layer, even where no parameter learns, so that gradients reach the data.',
    state:
      'Phase, level and stages under which layers are kept or dropped. Tools and solvers set them from outside.',
    debug_info: 'Logs the mean absolute value of data and gradients of every layer in every pass.',
    layer: 'A layer of the net. Layers run in the order of the file, so a blob must be made above its use.',
    layers: 'A layer in the syntax of 2014, with an enum for its type. Cannot be mixed with `layer`.',
  },
  NetState: {
    _: 'The circumstances that decide which layers belong to the net.',
    phase: 'Training or testing. Layers such as Dropout and BatchNorm also behave by it.',
    level: 'A number that `min_level` and `max_level` of the rules are compared with.',
    stage: 'A free label that rules can ask for. The net can be in several stages at once.',
  },
  NetStateRule: {
    _: 'A condition on the state of the net. It is met when everything it names fits; an empty rule is always met.',
    phase: 'Met only in this phase. Without it, in both.',
    min_level: 'Met only where the level of the net is at least this.',
    max_level: 'Met only where the level of the net is at most this.',
    stage: 'A stage that the net must be in. Where several are given, all are needed.',
    not_stage: 'A stage that the net must not be in. One of several is enough to fail.',
  },
  Phase: {
    _: 'What the net is run for.',
    TRAIN: 'Training: dropout, batch statistics and random crops are on.',
    TEST: 'Testing or deployment: the net computes the same result for the same input.',
  },
  ParamSpec: {
    _: 'Training settings of one parameter blob. The first `param` of a layer is for its first blob (mostly the weights), the second for the next (the bias).',
    name: 'Blobs of the same non-empty name share their values. The first layer of that name owns them.',
    share_mode: 'How well the shape must fit the owner’s when this blob is shared.',
    lr_mult: 'Multiplies the learning rate of the solver. 0 freezes the blob.',
    decay_mult: 'Multiplies the weight decay of the solver. 0 is customary for biases.',
  },
  'ParamSpec.DimCheckMode': {
    _: 'How shapes of shared parameters are compared.',
    STRICT: 'Both blobs must have the same shape.',
    PERMISSIVE: 'Both blobs must have the same number of values; their shapes may differ.',
  },
  BlobShape: {
    _: 'The dimensions of a blob, outermost first; for images batch, channels, height, width.',
    dim: 'The size of one axis. Zero is legal, a negative size is not, except for the -1 of a Reshape layer.',
  },
  BlobProto: {
    _: 'A stored blob: its shape and its values.',
    shape: 'Dimensions of the blob.',
    data: 'The values, innermost axis fastest. Their number must be the product of the dimensions.',
    diff: 'The gradients, in the order of `data`.',
    double_data: 'The values in double precision, instead of `data`.',
    double_diff: 'The gradients in double precision, instead of `diff`.',
    num: 'Old first dimension of a blob of four axes. Where one of the four is present, `shape` is not read.',
    channels: 'Old second dimension of a blob of four axes.',
    height: 'Old third dimension of a blob of four axes.',
    width: 'Old fourth dimension of a blob of four axes.',
  },
  BlobProtoVector: {
    _: 'Several stored blobs.',
    blobs: 'One stored blob.',
  },
  FillerParameter: {
    _: 'How the initial values of a parameter blob are drawn. Weights that are loaded later replace them.',
    type: 'One of `constant`, `gaussian`, `uniform`, `xavier`, `msra`, `positive_unitball` and `bilinear`.',
    value: 'The value of a `constant` filler.',
    min: 'Lower bound of a `uniform` filler.',
    max: 'Upper bound of a `uniform` filler.',
    mean: 'Mean of a `gaussian` filler.',
    std: 'Standard deviation of a `gaussian` filler; it must be positive.',
    sparse: 'For `gaussian` only: how many inputs of an output are non-zero on average. -1 keeps all.',
    variance_norm: 'For `xavier` and `msra`: the number of connections that the variance is divided by.',
  },
  'FillerParameter.VarianceNorm': {
    _: 'What the variance of `xavier` and `msra` fillers is scaled by.',
    FAN_IN: 'The inputs of one output; keeps the size of activations.',
    FAN_OUT: 'The outputs of one input; keeps the size of gradients.',
    AVERAGE: 'The mean of fan-in and fan-out.',
  },
  LossParameter: {
    _: 'How a loss layer treats labels and scales its sum.',
    ignore_label: 'Items with this label count neither in the loss nor in the gradient.',
    normalization:
      'What the sum over all items is divided by. SigmoidCrossEntropyLoss reads an absent one as BATCH_SIZE.',
    normalize:
      'Old form of `normalization`: true is VALID, false is BATCH_SIZE. Not read where `normalization` is given.',
  },
  'LossParameter.NormalizationMode': {
    _: 'What a loss is divided by.',
    FULL: 'The number of items: batch size times positions, ignored ones included.',
    VALID: 'The number of items whose label is not ignored.',
    BATCH_SIZE: 'The batch size alone.',
    NONE: 'Nothing; the loss is the plain sum.',
  },
  Datum: {
    _: 'One record of a database: an image or feature array and its label.',
    channels: 'Number of channels.',
    height: 'Number of rows.',
    width: 'Number of columns.',
    data: 'Pixels as bytes, channel by channel, or an encoded image.',
    label: 'Class of the record.',
    float_data: 'Values as floats, instead of `data`.',
    encoded: 'Whether `data` holds a compressed image such as JPEG.',
  },
};
