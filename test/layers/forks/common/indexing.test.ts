import { specify } from '../../../support/layerTable.ts';

const synopsys = { dialect: 'synopsys' } as const;

specify('GatherND', [
  {
    shows: 'selects parts of the blob',
    bottoms: ['4x5x6'],
    text: 'gather_nd_param { indices: 0 indices: 1 indices: 2 indices: 3 indices_shape: 2 indices_shape: 2 }',
    tops: ['2x6'],
    ...synopsys,
  },
  {
    shows: 'selects single values',
    bottoms: ['4x5'],
    text: 'gather_nd_param { indices: 0 indices: 1 indices_shape: 2 }',
    tops: ['scalar'],
    ...synopsys,
  },
  {
    shows: 'has as many indices as their shape',
    bottoms: ['4x5'],
    text: 'gather_nd_param { indices: 0 indices_shape: 2 }',
    refused: 'fork/gather-indices',
    ...synopsys,
  },
  {
    shows: 'requires the shape of the indices',
    bottoms: ['4x5'],
    text: 'gather_nd_param { indices: 0 }',
    refused: 'fork/gather-indices',
    ...synopsys,
  },
  {
    shows: 'selects from axes that there are',
    bottoms: ['4'],
    text: 'gather_nd_param { indices: 0 indices: 1 indices_shape: 2 }',
    refused: 'fork/gather-axes',
    ...synopsys,
  },
]);

specify('ScatterND', [
  {
    shows: 'has the shape of the data',
    bottoms: ['4x5x6', '2x1', '2x5x6'],
    tops: ['4x5x6'],
    ...synopsys,
  },
  {
    shows: 'the data is a blob',
    bottoms: ['2x1', '2x5'],
    text: 'scatter_nd_param { is_data_param: true data_shape: 4 data_shape: 5 }',
    tops: ['4x5'],
    blobs: ['data 4x5'],
    ...synopsys,
  },
  {
    shows: 'indices and updates are blobs',
    bottoms: ['4x5'],
    text: 'scatter_nd_param { is_indices_param: true is_updates_param: true indices_shape: 3 indices_shape: 2 updates_shape: 3 }',
    tops: ['4x5'],
    blobs: ['indices 3x2', 'updates 3'],
    ...synopsys,
  },
  {
    shows: 'has three inputs',
    bottoms: ['4x5x6', '2x1', '2x5x6'],
    text: 'scatter_nd_param { is_data_param: true data_shape: 4 }',
    refused: 'fork/scatter-inputs',
    ...synopsys,
  },
  {
    shows: 'has an update for each index',
    bottoms: ['4x5x6', '2x1', '3x5x6'],
    refused: 'fork/scatter-shape',
    ...synopsys,
  },
  {
    shows: 'selects from axes that there are',
    bottoms: ['4', '2x3', '2'],
    refused: 'fork/scatter-shape',
    ...synopsys,
  },
]);

specify('EmbeddingLookup', [
  {
    shows: 'selects rows',
    bottoms: ['10x4', '7x4'],
    text: 'embedding_lookup_param { ids: 1 ids: 2 ids: 3 ids_shape: 1 ids_shape: 3 }',
    tops: ['1x3x4'],
    ...synopsys,
  },
  {
    shows: 'the parts of the table have the same rows',
    bottoms: ['10x4', '7x5'],
    text: 'embedding_lookup_param { ids: 1 ids_shape: 1 }',
    refused: 'fork/lookup-rows',
    ...synopsys,
  },
]);

specify('EmbeddingLookupSparse', [
  {
    shows: 'has a row for each sum',
    bottoms: ['10x4'],
    text: 'embedding_lookup_sparse_param { ids_indices: [0, 0, 1, 0, 1, 1] ids_values: [3, 4, 5] ids_shape: [2, 2] }',
    tops: ['2x4'],
    ...synopsys,
  },
  {
    shows: 'the number of sums is unknown without indices',
    bottoms: ['10x4'],
    tops: ['?x4'],
    ...synopsys,
  },
  {
    shows: 'has two indices for each id',
    bottoms: ['10x4'],
    text: 'embedding_lookup_sparse_param { ids_indices: [0, 0, 1] ids_values: [3] ids_shape: [2, 2] }',
    refused: 'fork/lookup-ids',
    ...synopsys,
  },
  {
    shows: 'has a weight for each id',
    bottoms: ['10x4'],
    text: 'embedding_lookup_sparse_param { ids_indices: [0, 0] ids_values: [3] ids_shape: [2, 2] weight_values: [1, 2] }',
    refused: 'fork/lookup-ids',
    ...synopsys,
  },
  {
    shows: 'has indices within their shape',
    bottoms: ['10x4'],
    text: 'embedding_lookup_sparse_param { ids_indices: [0, 2] ids_values: [3] ids_shape: [2, 2] }',
    refused: 'fork/lookup-indices',
    ...synopsys,
  },
  {
    shows: 'has sums in order',
    bottoms: ['10x4'],
    text: 'embedding_lookup_sparse_param { ids_indices: [1, 0, 0, 0] ids_values: [3, 4] ids_shape: [2, 2] }',
    refused: 'fork/lookup-indices',
    ...synopsys,
  },
]);

specify('SparseToDense', [
  {
    shows: 'has a stated shape',
    bottoms: [],
    text: 'sparse_to_dense_param { sparse_indices: [0, 1, 2, 0] sparse_indices_shape: [2, 2] sparse_values: 1 output_shape: [4, 5] }',
    tops: ['4x5'],
    ...synopsys,
  },
  {
    shows: 'takes a vector of indices',
    bottoms: [],
    text: 'sparse_to_dense_param { sparse_indices: [0, 3] sparse_indices_shape: 2 sparse_values: [1, 2] output_shape: 4 }',
    tops: ['4'],
    ...synopsys,
  },
  {
    shows: 'takes no indices',
    bottoms: [],
    text: 'sparse_to_dense_param { sparse_indices_shape: 0 sparse_values: 1 output_shape: 4 }',
    tops: ['4'],
    ...synopsys,
  },
  {
    shows: 'has as many indices as their shape',
    bottoms: [],
    text: 'sparse_to_dense_param { sparse_indices: 0 sparse_indices_shape: 2 sparse_values: 1 output_shape: 4 }',
    refused: 'fork/sparse-indices',
    ...synopsys,
  },
  {
    shows: 'has at most a matrix of indices',
    bottoms: [],
    text: 'sparse_to_dense_param { sparse_indices: 0 sparse_indices_shape: [1, 1, 1] sparse_values: 1 output_shape: 4 }',
    refused: 'fork/sparse-indices',
    ...synopsys,
  },
  {
    shows: 'has a value for each index',
    bottoms: [],
    text: 'sparse_to_dense_param { sparse_indices: [0, 1, 2] sparse_indices_shape: 3 sparse_values: [1, 2] output_shape: 4 }',
    refused: 'fork/sparse-values',
    ...synopsys,
  },
  {
    shows: 'has an axis for each number of an index',
    bottoms: [],
    text: 'sparse_to_dense_param { sparse_indices: [0, 1] sparse_indices_shape: [1, 2] sparse_values: 1 output_shape: 4 }',
    refused: 'fork/sparse-output',
    ...synopsys,
  },
  {
    shows: 'has indices within a vector',
    bottoms: [],
    text: 'sparse_to_dense_param { sparse_indices: 4 sparse_indices_shape: 1 sparse_values: 1 output_shape: 4 }',
    refused: 'fork/sparse-order',
    ...synopsys,
  },
  {
    shows: 'has increasing indices',
    bottoms: [],
    text: 'sparse_to_dense_param { sparse_indices: [1, 1] sparse_indices_shape: 2 sparse_values: 1 output_shape: 4 }',
    refused: 'fork/sparse-order',
    ...synopsys,
  },
  {
    shows: 'may have indices in any order',
    bottoms: [],
    text: 'sparse_to_dense_param { sparse_indices: [1, 1] sparse_indices_shape: 2 sparse_values: 1 output_shape: 4 validate_indices: false }',
    tops: ['4'],
    ...synopsys,
  },
]);

specify('Range', [
  {
    shows: 'counts to before the limit',
    bottoms: [],
    text: 'range_param { start: 3 limit: 18 delta: 3 }',
    tops: ['5'],
    ...synopsys,
  },
  {
    shows: 'counts backwards',
    bottoms: [],
    text: 'range_param { start: 3 limit: 1 delta: -0.5 }',
    tops: ['4'],
    ...synopsys,
  },
  {
    shows: 'is empty if the limit is reached',
    bottoms: [],
    text: 'range_param { start: 3 limit: 3 }',
    tops: ['0'],
    ...synopsys,
  },
  {
    shows: 'adds in 32-bit floats',
    bottoms: [],
    text: 'range_param { limit: 1 delta: 0.1 }',
    tops: ['10'],
    ...synopsys,
  },
  {
    shows: 'has an unknown length after many inexact steps',
    bottoms: [],
    text: 'range_param { limit: 10000 delta: 0.1 }',
    tops: ['?'],
    ...synopsys,
  },
  {
    shows: 'has an unknown length if a step changes nothing',
    bottoms: [],
    text: 'range_param { start: 1e8 limit: 1.00000100e8 }',
    tops: ['?'],
    ...synopsys,
  },
  {
    shows: 'requires a step',
    bottoms: [],
    text: 'range_param { limit: 1 delta: 0 }',
    refused: 'fork/range-delta',
    ...synopsys,
  },
]);
