import { input, layer, specifyNets } from '../support/netTable.ts';

const x = input('x', '2x3');
const relu = (name: string, graph: string, text = '') => layer('ReLU', name, graph, text);

specifyNets('bottoms', [
  { shows: 'produced by no layer', net: [relu('r', 'x > y')], failures: ['net/unknown-bottom r'] },
  { shows: 'produced only below', net: [relu('r', 'x > y'), x], failures: ['net/unknown-bottom r'] },
  { shows: 'produced by the layer itself', net: [relu('r', 'x > x')], failures: ['net/unknown-bottom r'] },
  {
    shows: 'unknown bottoms fail before any layer',
    net: [
      layer('Input', 'x', '> x', 'input_param { shape { dim: -1 } }'),
      layer('Nonsense', 'n', 'x > y'),
      relu('r', 'z > w'),
    ],
    failures: ['net/unknown-bottom r', 'blob/negative-dim x', 'net/unknown-layer-type n'],
  },
]);

specifyNets('in place', [
  {
    shows: 'the same name at the same index',
    net: [x, relu('r', 'x > x'), relu('s', 'x > y')],
    layers: ['x', 'r', 's'],
  },
  {
    shows: 'a chain of in-place layers has one blob',
    net: [x, relu('r', 'x > x'), relu('s', 'x > x'), relu('t', 'x > y')],
    layers: ['x', 'r', 's', 't'],
    tops: { t: '2x3' },
  },
  {
    shows: 'not at a different index',
    net: [x, input('z', '2x3'), layer('Eltwise', 'e', 'z x > x')],
    failures: ['net/duplicate-top e'],
  },
  {
    shows: 'not if another layer already reads the blob',
    net: [x, relu('branch', 'x > y'), relu('r', 'x > x')],
    failures: ['net/inplace-after-branch r'],
  },
  {
    shows: 'another layer may read the modified blob',
    net: [x, relu('r', 'x > x'), relu('branch', 'x > y')],
    layers: ['x', 'r', 'branch'],
  },
  {
    shows: 'a changed shape applies to the layers after it',
    net: [
      input('z', '2x6x4x4'),
      layer('Pooling', 'p', 'z > z', 'pooling_param { global_pooling: true }'),
      relu('r', 'z > y'),
    ],
    tops: { z: '2x6x4x4', p: '2x6x1x1', r: '2x6x1x1' },
  },
]);

specifyNets('tops', [
  {
    shows: 'produced twice',
    net: [x, relu('r', 'x > y'), input('y', '2')],
    failures: ['net/duplicate-top y'],
  },
  {
    shows: 'produced twice by one layer',
    net: [layer('Input', 'x', '> a a')],
    failures: ['net/duplicate-top x'],
  },
  {
    shows: 'layers may have the same name',
    net: [x, relu('r', 'x > y'), relu('r', 'y > z')],
    layers: ['x', 'r', 'r'],
  },
]);

specifyNets('splits', [
  {
    shows: 'a blob with two consumers is split after its producer',
    net: [x, relu('r', 'x > y'), relu('s', 'x > z')],
    layers: ['x', 'x_x_0_split', 'r', 's'],
    bottoms: { x_x_0_split: 'x', r: 'x_x_0_split_0', s: 'x_x_0_split_1' },
    tops: { x_x_0_split: '2x3 2x3' },
  },
  {
    shows: 'a blob that one layer reads twice is split',
    net: [input('data', '2x3'), layer('Eltwise', 'e', 'data data > y')],
    layers: ['data', 'data_data_0_split', 'e'],
    bottoms: { e: 'data_data_0_split_0 data_data_0_split_1' },
  },
  {
    shows: 'a blob is split after the last in-place layer',
    net: [input('data', '2x3'), relu('r', 'data > data'), relu('a', 'data > y'), relu('b', 'data > z')],
    layers: ['data', 'r', 'data_r_0_split', 'a', 'b'],
    bottoms: { r: 'data', a: 'data_r_0_split_0', b: 'data_r_0_split_1' },
  },
  {
    shows: 'the name contains the index of the top',
    net: [input('z', '2x4'), layer('Slice', 'cut', 'z > a b'), relu('r', 'b > c'), relu('s', 'b > d')],
    layers: ['z', 'cut', 'b_cut_1_split', 'r', 's'],
  },
  {
    shows: 'a top has the name of a later copy',
    net: [
      layer('Input', 'x', '> x x_x_0_split_0', 'input_param { shape { dim: 1 } }'),
      relu('r', 'x > y'),
      relu('s', 'x > z'),
    ],
    failures: ['net/split-name-collision x_x_0_split'],
  },
  {
    shows: 'a top has the name of an earlier copy',
    net: [x, relu('r', 'x > y'), relu('s', 'x > x_x_0_split_0')],
    failures: ['net/split-name-collision s'],
  },
]);

const loss = (graph: string, text = '') => layer('EuclideanLoss', 'loss', graph, text);
const pair = [input('a', '4x3'), input('b', '4x3')];

specifyNets('loss weights', [
  {
    shows: 'a weight counts as a consumer, and moves to the Split layer',
    net: [x, relu('r', 'x > y', 'loss_weight: 2'), relu('s', 'y > z')],
    layers: ['x', 'r', 'y_r_0_split', 's'],
    bottoms: { s: 'y_r_0_split_1' },
    weights: { r: [], y_r_0_split: [2, 0] },
  },
  {
    shows: 'a weighted top without consumers is not split',
    net: [x, relu('r', 'x > y', 'loss_weight: 2')],
    layers: ['x', 'r'],
    weights: { r: [2] },
  },
  {
    shows: 'a weight of 0 is not a consumer',
    net: [x, relu('r', 'x > y', 'loss_weight: 0'), relu('s', 'y > z')],
    layers: ['x', 'r', 's'],
  },
  {
    shows: 'the other weights of the layer are dropped',
    net: [input('z', '2x4'), layer('Slice', 'cut', 'z > a b', 'loss_weight: [1, 3]'), relu('r', 'a > c')],
    layers: ['z', 'cut', 'a_cut_0_split', 'r'],
    weights: { cut: [], a_cut_0_split: [1, 0] },
  },
  {
    shows: 'a loss with a consumer has its default weight in addition to that of the Split layer',
    net: [...pair, loss('a b > l', 'loss_weight: 5'), relu('r', 'l > m')],
    weights: { loss: [], l_loss_0_split: [5, 0] },
  },
  {
    shows: 'the default weight of a loss is not a consumer',
    net: [...pair, loss('a b > l'), relu('r', 'l > m')],
    layers: ['a', 'b', 'loss', 'r'],
    tops: { r: 'scalar' },
  },
  {
    shows: 'one for each top',
    net: [x, relu('r', 'x > y', 'loss_weight: [1, 1]')],
    failures: ['net/loss-weight-count r'],
  },
  {
    shows: 'none for a layer without tops',
    net: [x, layer('Silence', 's', 'x >', 'loss_weight: 1')],
    failures: ['net/loss-weight-count s'],
  },
  {
    shows: 'a weighted top must have values',
    net: [input('z', '0x3'), relu('r', 'z > y', 'loss_weight: 1')],
    failures: ['net/loss-weight-empty-top r'],
  },
]);

specifyNets('automatic tops', [
  {
    shows: 'a loss without tops produces one',
    net: [...pair, loss('a b >')],
    tops: { loss: 'scalar' },
  },
  {
    shows: 'it has the loss weight of the layer',
    net: [...pair, loss('a b >', 'loss_weight: 3')],
    weights: { loss: [3] },
  },
  {
    shows: 'only one is produced',
    net: [...pair, loss('a b >', 'loss_weight: [3, 3]')],
    failures: ['net/loss-weight-count loss'],
  },
  {
    shows: 'other layers cannot read it',
    net: [...pair, loss('a b >'), relu('r', '(automatic) > y')],
    failures: ['net/unknown-bottom r'],
  },
  { shows: 'other layers have none', net: [x, relu('r', 'x >')], failures: ['net/exact-tops r'] },
  {
    shows: 'a scalar loss has no axis 1',
    net: [
      ...pair,
      loss('a b > l'),
      layer('InnerProduct', 'ip', 'l > y', 'inner_product_param { num_output: 2 }'),
    ],
    failures: ['ip/axis-range ip'],
  },
]);

specifyNets('propagate_down', [
  {
    shows: 'one for each bottom',
    net: [...pair, layer('Eltwise', 'e', 'a b > c', 'propagate_down: [true, false]')],
    tops: { e: '4x3' },
  },
  {
    shows: 'fewer than bottoms fail',
    net: [...pair, layer('Eltwise', 'e', 'a b > c', 'propagate_down: true')],
    failures: ['net/propagate-down-count e'],
  },
  {
    shows: 'a layer without bottoms has none',
    net: [layer('Input', 'x', '> x', 'propagate_down: false')],
    failures: ['net/propagate-down-count x'],
  },
]);
