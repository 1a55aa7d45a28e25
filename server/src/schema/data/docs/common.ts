import type { SchemaDocs } from '../facts.ts';

/** Fully connected, recurrent and shape-changing layers. */
export const commonDocs: SchemaDocs = {
  InnerProductParameter: {
    _: 'Fully connected layer. Everything from `axis` on is read as one vector of K values; it has num_output·K weights.',
    num_output: 'Number of outputs, the last axis of the top. Required.',
    bias_term: 'Adds a learnable number to every output.',
    weight_filler: 'Initial weights. Absent, they are all 0.',
    bias_filler: 'Initial biases. Absent, they are all 0.',
    axis: 'First axis that is flattened into the vector; the axes before it stay. Negative counts from the end.',
    transpose: 'Stores the weights as K × num_output instead of num_output × K.',
  },
  EmbedParameter: {
    _: 'Looks up a learnable vector for each integer of the bottom.',
    num_output: 'Length of the vectors, a new last axis. Required.',
    input_dim: 'Number of vectors; inputs run from 0 to this minus 1. Required.',
    bias_term: 'Adds a learnable vector to all of them.',
    weight_filler: 'Initial vectors. Absent, they are all 0.',
    bias_filler: 'Initial bias. Absent, it is 0.',
  },
  RecurrentParameter: {
    _: 'Recurrent layer over a bottom of T time steps × N streams × values, and a T × N bottom that is 0 where a sequence begins.',
    num_output: 'Size of the hidden state, the last axis of the top. Required.',
    weight_filler: 'Initial weights. Absent, they are all 0.',
    bias_filler: 'Initial biases. Absent, they are all 0.',
    debug_info: 'Logs activations of the net that is unrolled inside.',
    expose_hidden:
      'Makes the first and last hidden states bottoms and tops: one each for RNN, two each (hidden, cell) for LSTM.',
  },
  ConcatParameter: {
    _: 'Joins bottoms along one axis. All their other axes must agree.',
    axis: 'Axis to join along; 1 stacks channels. Negative counts from the end.',
    concat_dim: 'Old name of `axis`, never negative. Cannot stand beside it.',
  },
  SliceParameter: {
    _: 'Cuts a bottom into its tops along one axis; without `slice_point` into equal parts.',
    axis: 'Axis to cut along. Negative counts from the end.',
    slice_point: 'Index at which the next top begins, increasing; one fewer than there are tops.',
    slice_dim: 'Old name of `axis`, never negative. Cannot stand beside it.',
  },
  EltwiseParameter: {
    _: 'Combines bottoms of one shape value by value.',
    operation: 'Sum, product or maximum.',
    coeff: 'Factor of a bottom in a SUM, one per bottom. Absent: 1 each. -1 subtracts.',
    stable_prod_grad: 'Computes the gradient of PROD without dividing: slower, but right where a value is 0.',
  },
  'EltwiseParameter.EltwiseOp': {
    _: 'How values of several blobs are combined.',
    PROD: 'Product.',
    SUM: 'Sum, weighted with `coeff`.',
    MAX: 'Maximum.',
  },
  FlattenParameter: {
    _: 'Merges a run of axes into one.',
    axis: 'First axis of the run. Negative counts from the end.',
    end_axis: 'Last axis of the run, included. -1 is the last of the bottom.',
  },
  ReshapeParameter: {
    _: 'Gives the values a new shape of the same count, without moving them.',
    shape: 'The new dimensions: 0 keeps that of the bottom at the place, one -1 takes what is left over.',
    axis: 'First axis that is replaced. Negative counts from the end, -1 being after the last.',
    num_axes: 'Number of axes replaced; -1 is all up to the last.',
  },
  ReductionParameter: {
    _: 'Reduces all axes from `axis` on to one number.',
    operation: 'Sum, sum of magnitudes, sum of squares or mean.',
    axis: 'First axis that is reduced; 0 leaves a single number. Negative counts from the end.',
    coeff: 'Factor of the result.',
  },
  'ReductionParameter.ReductionOp': {
    _: 'What a reduction computes.',
    SUM: 'Sum of the values.',
    ASUM: 'Sum of their magnitudes.',
    SUMSQ: 'Sum of their squares.',
    MEAN: 'Their mean.',
  },
  TileParameter: {
    _: 'Repeats a blob along one axis.',
    axis: 'Axis that grows. Negative counts from the end.',
    tiles: 'How many copies. Required, at least 1.',
  },
  ArgMaxParameter: {
    _: 'Finds the largest values and their indices.',
    out_max_val:
      'Also gives the values: pairs of index and value, or with `axis` the values instead of indices.',
    top_k: 'How many of the largest.',
    axis: 'Axis to search along. Absent, each item of the batch is searched as a whole and the top has other axes.',
  },
};
