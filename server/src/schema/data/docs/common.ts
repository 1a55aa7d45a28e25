import type { SchemaDocs } from '../facts.ts';

/** Fully connected, recurrent and shape-changing layers. */
export const commonDocs: SchemaDocs = {
  InnerProductParameter: {
    _: 'Fully connected layer. Flattens the axes from `axis` on into a vector of K values; it has num_output·K weights.',
    num_output: 'Number of outputs, the size of the last axis of the top. Required.',
    bias_term: 'Adds a learnable bias to each output.',
    weight_filler: 'Initial weights; 0 by default.',
    bias_filler: 'Initial biases; 0 by default.',
    axis: 'First axis that is flattened; the axes before it are kept. Negative values count from the end.',
    transpose: 'Stores the weights as K × num_output instead of num_output × K.',
  },
  EmbedParameter: {
    _: 'Looks up a learnable vector for each integer in the bottom.',
    num_output: 'Length of the vectors, the size of the new last axis. Required.',
    input_dim: 'Number of vectors; inputs range from 0 to input_dim - 1. Required.',
    bias_term: 'Adds a learnable bias to all vectors.',
    weight_filler: 'Initial vectors; 0 by default.',
    bias_filler: 'Initial bias; 0 by default.',
  },
  RecurrentParameter: {
    _: 'Recurrent layer. Bottoms: values of shape T × N × … (T time steps, N streams), and a T × N blob that is 0 where a sequence begins.',
    num_output: 'Size of the hidden state, the last axis of the top. Required.',
    weight_filler: 'Initial weights; 0 by default.',
    bias_filler: 'Initial biases; 0 by default.',
    debug_info: 'Logs the activations of the unrolled internal net.',
    expose_hidden:
      'Exposes the first and last hidden states as bottoms and tops: one each for RNN, two each (hidden, cell) for LSTM.',
  },
  ConcatParameter: {
    _: 'Concatenates bottoms along one axis. All other axes must match.',
    axis: 'Axis to concatenate along; 1 stacks channels. Negative values count from the end.',
    concat_dim: 'Old name of `axis`, non-negative. Mutually exclusive with it.',
  },
  SliceParameter: {
    _: 'Splits a bottom into its tops along one axis; into equal parts without `slice_point`.',
    axis: 'Axis to split along. Negative values count from the end.',
    slice_point:
      'Index at which the next top begins, in increasing order; one fewer than the number of tops.',
    slice_dim: 'Old name of `axis`, non-negative. Mutually exclusive with it.',
  },
  EltwiseParameter: {
    _: 'Combines bottoms of the same shape element by element.',
    operation: 'Sum, product or maximum.',
    coeff: 'Coefficient of a bottom for SUM, one per bottom; 1 by default. -1 subtracts.',
    stable_prod_grad:
      'Computes the gradient of PROD without division: slower, but correct where a value is 0.',
  },
  'EltwiseParameter.EltwiseOp': {
    _: 'How the elements of several blobs are combined.',
    PROD: 'Product.',
    SUM: 'Sum, weighted by `coeff`.',
    MAX: 'Maximum.',
  },
  FlattenParameter: {
    _: 'Merges consecutive axes into one.',
    axis: 'First axis to merge. Negative values count from the end.',
    end_axis: 'Last axis to merge, inclusive. -1 is the last axis of the bottom.',
  },
  ReshapeParameter: {
    _: 'Changes the shape without changing the number or order of values.',
    shape: 'The new dimensions: 0 copies the dimension of the bottom, one -1 is inferred from the others.',
    axis: 'First axis to replace. Negative values count from the end; -1 is after the last axis.',
    num_axes: 'Number of axes to replace; -1 replaces all up to the last.',
  },
  ReductionParameter: {
    _: 'Reduces all axes from `axis` on to a single value.',
    operation: 'Sum, sum of absolute values, sum of squares or mean.',
    axis: 'First axis to reduce; 0 reduces the whole blob to a scalar. Negative values count from the end.',
    coeff: 'Coefficient of the result.',
  },
  'ReductionParameter.ReductionOp': {
    _: 'The reduction to compute.',
    SUM: 'Sum of the values.',
    ASUM: 'Sum of the absolute values.',
    SUMSQ: 'Sum of the squares.',
    MEAN: 'Mean of the values.',
  },
  TileParameter: {
    _: 'Repeats a blob along one axis.',
    axis: 'Axis to repeat. Negative values count from the end.',
    tiles: 'Number of copies. Required, at least 1.',
  },
  ArgMaxParameter: {
    _: 'Computes the indices of the largest values.',
    out_max_val:
      'Also outputs the values: pairs of index and value, or with `axis` the values instead of the indices.',
    top_k: 'Number of largest values to return.',
    axis: 'Axis to search along. Without it, each item of the batch is searched as a whole and the top has different axes.',
  },
};
