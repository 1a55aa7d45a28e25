import { specify } from '../../../support/layerTable.ts';

const gnina = { dialect: 'gnina' } as const;
const grid = 'source: "l" batch_size: 10 dimension: 23.5 resolution: 0.5';

specify('MolGridData', [
  {
    // 23.5 / 0.5 + 1 points on a side
    shows: 'grids and labels',
    text: `molgrid_data_param { ${grid} }`,
    tops: ['10x?x48x48x48', '10'],
    ...gnina,
  },
  {
    shows: 'affinities, deviations, weights and poses',
    text: `molgrid_data_param { ${grid} has_affinity: true has_rmsd: true affinity_reweight_stdcut: 1 peturb_ligand: true }`,
    tops: ['10x?x48x48x48', '10', '10', '10', '10', '10x?'],
    ...gnina,
  },
  {
    shows: 'each pose is an item',
    text: `molgrid_data_param { ${grid} num_poses: 3 duplicate_poses: true peturb_ligand: true }`,
    tops: ['30x?x48x48x48', '30', '10x?'],
    ...gnina,
  },
  {
    shows: 'chunks of groups, and markers',
    text: `molgrid_data_param { ${grid} max_group_size: 8 max_group_chunk_size: 4 has_affinity: true }`,
    tops: ['4x10x?x48x48x48', '4x10', '4x10', '4x10'],
    ...gnina,
  },
  {
    shows: 'whole groups by default',
    text: `molgrid_data_param { ${grid} max_group_size: 8 }`,
    tops: ['8x10x?x48x48x48', '8x10', '8x10'],
    ...gnina,
  },
  {
    shows: 'one item in memory',
    text: 'molgrid_data_param { inmemory: true batch_size: 9 dimension: 2 resolution: 1 }',
    tops: ['1x?x3x3x3', '1'],
    ...gnina,
  },
  {
    shows: 'a top for each option',
    text: `molgrid_data_param { ${grid} has_affinity: true }`,
    topNames: ['a', 'b'],
    refused: 'net/exact-tops',
    ...gnina,
  },
  {
    shows: 'whole chunks',
    text: `molgrid_data_param { ${grid} max_group_size: 8 max_group_chunk_size: 3 }`,
    topNames: ['a', 'b', 'c'],
    refused: 'fork/molgrid-chunks',
    ...gnina,
  },
  {
    // 23.7 / 0.5 = 47.4
    shows: 'the number of steps is rounded',
    text: 'molgrid_data_param { source: "l" dimension: 23.7 resolution: 0.5 }',
    tops: ['1x?x48x48x48', '1'],
    ...gnina,
  },
  {
    shows: 'requires a source',
    text: 'molgrid_data_param { dimension: 23.5 resolution: 0.5 }',
    topNames: ['a', 'b'],
    refused: 'fork/molgrid-source',
    ...gnina,
  },
  {
    shows: 'requires a batch',
    text: 'molgrid_data_param { source: "l" batch_size: 0 dimension: 23.5 resolution: 0.5 }',
    topNames: ['a', 'b'],
    refused: 'image/batch',
    ...gnina,
  },
  {
    shows: 'requires a resolution',
    text: 'molgrid_data_param { source: "l" dimension: 23.5 }',
    topNames: ['a', 'b'],
    refused: 'fork/molgrid-resolution',
    ...gnina,
  },
  {
    shows: 'rejects a huge grid',
    text: 'molgrid_data_param { source: "l" dimension: 1e30 resolution: 1e-30 }',
    topNames: ['a', 'b'],
    refused: 'blob/negative-dim',
    ...gnina,
  },
]);

specify('NDimData', [
  {
    shows: 'the stated shape, and labels',
    text: 'ndim_data_param { source: "l" batch_size: 10 shape { dim: 34 dim: 48 dim: 48 } }',
    tops: ['10x34x48x48', '10'],
    ...gnina,
  },
  {
    shows: 'a balanced batch of one item',
    text: 'ndim_data_param { source: "l" shape { dim: 3 } }',
    topNames: ['a', 'b'],
    refused: 'fork/balanced-batch',
    ...gnina,
  },
  {
    shows: 'an empty shape',
    text: 'ndim_data_param { source: "l" batch_size: 2 shape { dim: 3 dim: 0 } }',
    topNames: ['a', 'b'],
    refused: 'fork/ndim-shape',
    ...gnina,
  },
  {
    shows: 'requires a batch',
    text: 'ndim_data_param { source: "l" batch_size: 0 }',
    topNames: ['a', 'b'],
    refused: 'image/batch',
    ...gnina,
  },
]);

specify('AffinityLoss', [
  { shows: 'a loss', bottoms: ['10x1', '10'], tops: ['scalar'], ...gnina },
  {
    shows: 'weights',
    bottoms: ['10x1', '10', '10'],
    text: 'affinity_loss_param { weighted: true }',
    tops: ['scalar'],
    ...gnina,
  },
  { shows: 'weights are an option', bottoms: ['10', '10', '10'], refused: 'net/exact-bottoms', ...gnina },
  { shows: 'as many values', bottoms: ['10x2', '10'], refused: 'euclidean/dim', ...gnina },
]);

specify('BinomialNoisyABNLoss', [
  { shows: 'two classes', bottoms: ['10x2', '10x1'], tops: ['scalar'], ...gnina },
  {
    shows: 'probabilities',
    bottoms: ['10x2', '10'],
    text: 'binomial_noisy_abn_loss_param { theta1: 1 }',
    refused: 'fork/theta-range',
    ...gnina,
  },
  { shows: 'one label per item', bottoms: ['10x2', '10x2'], refused: 'fork/one-label', ...gnina },
  { shows: 'rejects one class', bottoms: ['10x1', '10'], refused: 'fork/class-count', ...gnina },
]);

specify('RankLoss', [
  { shows: 'one class', bottoms: ['10', '10'], tops: ['scalar'], ...gnina },
  { shows: 'rejects three classes', bottoms: ['10x3', '10'], refused: 'fork/class-count', ...gnina },
  { shows: 'one label per item', bottoms: ['10x2', '10x2'], refused: 'fork/one-label', ...gnina },
]);

specify('SoftmaxWithNoisyLabelLoss', [
  {
    shows: 'probabilities',
    bottoms: ['10x5', '10x3', '10'],
    tops: ['scalar', '10x5', '10x3', '10x5x3x1'],
    blobs: ['confusion matrix 1x1x5x5'],
    ...gnina,
  },
  {
    shows: 'one weight of the loss',
    bottoms: ['10x5', '10x3', '10'],
    text: 'loss_weight: [1, 0]',
    topNames: ['a', 'b'],
    refused: 'net/loss-weight-count',
    ...gnina,
  },
]);

specify('MatMul', [
  { shows: 'a product for each item', bottoms: ['2x3x4', '2x4x5'], tops: ['2x3x5'], macs: 120, ...gnina },
  {
    shows: 'transposed matrices of merged axes',
    bottoms: ['2x4x3x1', '2x5x2x2'],
    text: 'matmul_param { transpose_a: true transpose_b: true }',
    tops: ['2x3x5'],
    macs: 120,
    ...gnina,
  },
  { shows: 'the same inner length', bottoms: ['2x3x4', '2x3x5'], refused: 'fork/matrix-product', ...gnina },
  { shows: 'as many matrices', bottoms: ['2x3x4', '1x4x5'], refused: 'fork/matrix-product', ...gnina },
  { shows: 'three axes', bottoms: ['2x3', '2x3x5'], refused: 'blob/axis-range', ...gnina },
]);

specify('Trig', [{ shows: 'the shape of the bottom', bottoms: ['2x3'], tops: ['2x3'], ...gnina }]);

specify('Cos', [{ shows: 'the shape of the bottom', bottoms: ['2x3'], tops: ['2x3'], ...gnina }]);

specify('Discretize', [
  {
    shows: 'the shape of the bottom',
    bottoms: ['2x3'],
    text: 'discretize_param { bins: 4 min_value: -1 max_value: 1 }',
    tops: ['2x3'],
    ...gnina,
  },
  { shows: 'requires bins', bottoms: ['2x3'], refused: 'fork/bins', ...gnina },
  {
    shows: 'requires a range',
    bottoms: ['2x3'],
    text: 'discretize_param { bins: 4 min_value: 1 max_value: 1 }',
    refused: 'fork/bin-range',
    ...gnina,
  },
]);

specify('LSTMDataGetter', [
  {
    // 11.5 / 0.5 + 1 points on a side
    shows: 'a part of each grid',
    bottoms: ['10x28x48x48x48'],
    text: 'lstm_datagetter_param { stride: 8 subgrid_dim: 11.5 resolution: 0.5 }',
    tops: ['1x10x28x24x24x24'],
    ...gnina,
  },
  { shows: 'requires a stride', bottoms: ['10x28x48x48x48'], refused: 'fork/part-stride', ...gnina },
  {
    shows: 'only the first step shapes its top',
    bottoms: ['10x28x48x48x48'],
    text: 'lstm_datagetter_param { stride: 8 subgrid_dim: 11.5 resolution: 0.5 timestep: 1 }',
    refused: 'fork/part-step',
    ...gnina,
  },
]);
