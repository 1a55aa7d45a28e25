import { input, layer, specifyNets } from '../support/netTable.ts';

const x = input('x', '2x3');
const relu = (name: string, wiring: string, text = '') => layer('ReLU', name, wiring, text);

specifyNets('bottoms', [
  { shows: 'made by no layer', net: [relu('r', 'x > y')], faults: ['net/unknown-bottom r'] },
  { shows: 'made only below', net: [relu('r', 'x > y'), x], faults: ['net/unknown-bottom r'] },
  { shows: 'made by the layer itself', net: [relu('r', 'x > x')], faults: ['net/unknown-bottom r'] },
  {
    shows: 'unknown ones come before any fault of a layer',
    net: [
      layer('Input', 'x', '> x', 'input_param { shape { dim: -1 } }'),
      layer('Nonsense', 'n', 'x > y'),
      relu('r', 'z > w'),
    ],
    faults: ['net/unknown-bottom r', 'blob/negative-dim x', 'net/unknown-layer-type n'],
  },
]);

specifyNets('in place', [
  {
    shows: 'the same name at the same index',
    net: [x, relu('r', 'x > x'), relu('s', 'x > y')],
    layers: ['x', 'r', 's'],
  },
  {
    shows: 'a chain of them is one blob',
    net: [x, relu('r', 'x > x'), relu('s', 'x > x'), relu('t', 'x > y')],
    layers: ['x', 'r', 's', 't'],
    tops: { t: '2x3' },
  },
  {
    shows: 'not at another index',
    net: [x, input('z', '2x3'), layer('Eltwise', 'e', 'z x > x')],
    faults: ['net/duplicate-top e'],
  },
  {
    shows: 'not where a branch has read the blob before',
    net: [x, relu('branch', 'x > y'), relu('r', 'x > x')],
    faults: ['net/inplace-after-branch r'],
  },
  {
    shows: 'a branch that reads the changed blob is fine',
    net: [x, relu('r', 'x > x'), relu('branch', 'x > y')],
    layers: ['x', 'r', 'branch'],
  },
  {
    shows: 'a layer that changes the shape changes what the layers behind it read',
    net: [
      input('z', '2x6x4x4'),
      layer('Pooling', 'p', 'z > z', 'pooling_param { global_pooling: true }'),
      relu('r', 'z > y'),
    ],
    tops: { z: '2x6x4x4', p: '2x6x1x1', r: '2x6x1x1' },
  },
]);

specifyNets('tops', [
  { shows: 'made twice', net: [x, relu('r', 'x > y'), input('y', '2')], faults: ['net/duplicate-top y'] },
  { shows: 'twice by one layer', net: [layer('Input', 'x', '> a a')], faults: ['net/duplicate-top x'] },
  {
    shows: 'layers may have one name',
    net: [x, relu('r', 'x > y'), relu('r', 'y > z')],
    layers: ['x', 'r', 'r'],
  },
]);

specifyNets('splits', [
  {
    shows: 'a blob that is read twice is split behind its layer',
    net: [x, relu('r', 'x > y'), relu('s', 'x > z')],
    layers: ['x', 'x_x_0_split', 'r', 's'],
    bottoms: { x_x_0_split: 'x', r: 'x_x_0_split_0', s: 'x_x_0_split_1' },
    tops: { x_x_0_split: '2x3 2x3' },
  },
  {
    shows: 'also one that a single layer reads twice',
    net: [input('data', '2x3'), layer('Eltwise', 'e', 'data data > y')],
    layers: ['data', 'data_data_0_split', 'e'],
    bottoms: { e: 'data_data_0_split_0 data_data_0_split_1' },
  },
  {
    shows: 'behind the layer that changed it last',
    net: [input('data', '2x3'), relu('r', 'data > data'), relu('a', 'data > y'), relu('b', 'data > z')],
    layers: ['data', 'r', 'data_r_0_split', 'a', 'b'],
    bottoms: { r: 'data', a: 'data_r_0_split_0', b: 'data_r_0_split_1' },
  },
  {
    shows: 'named by the index of the top',
    net: [input('z', '2x4'), layer('Slice', 'cut', 'z > a b'), relu('r', 'b > c'), relu('s', 'b > d')],
    layers: ['z', 'cut', 'b_cut_1_split', 'r', 's'],
  },
  {
    shows: 'a name that Caffe needs is taken',
    net: [
      layer('Input', 'x', '> x x_x_0_split_0', 'input_param { shape { dim: 1 } }'),
      relu('r', 'x > y'),
      relu('s', 'x > z'),
    ],
    faults: ['net/split-name-collision x_x_0_split'],
  },
  {
    shows: 'a name that Caffe has given is taken',
    net: [x, relu('r', 'x > y'), relu('s', 'x > x_x_0_split_0')],
    faults: ['net/split-name-collision s'],
  },
]);

const loss = (wiring: string, text = '') => layer('EuclideanLoss', 'loss', wiring, text);
const pair = [input('a', '4x3'), input('b', '4x3')];

specifyNets('loss weights', [
  {
    shows: 'a weight is one use more, and the split takes it',
    net: [x, relu('r', 'x > y', 'loss_weight: 2'), relu('s', 'y > z')],
    layers: ['x', 'r', 'y_r_0_split', 's'],
    bottoms: { s: 'y_r_0_split_1' },
    weights: { r: [], y_r_0_split: [2, 0] },
  },
  {
    shows: 'a weighted top that nobody reads is not split',
    net: [x, relu('r', 'x > y', 'loss_weight: 2')],
    layers: ['x', 'r'],
    weights: { r: [2] },
  },
  {
    shows: 'a weight of 0 is no use',
    net: [x, relu('r', 'x > y', 'loss_weight: 0'), relu('s', 'y > z')],
    layers: ['x', 'r', 's'],
  },
  {
    shows: 'the other weights of the layer are lost',
    net: [input('z', '2x4'), layer('Slice', 'cut', 'z > a b', 'loss_weight: [1, 3]'), relu('r', 'a > c')],
    layers: ['z', 'cut', 'a_cut_0_split', 'r'],
    weights: { cut: [], a_cut_0_split: [1, 0] },
  },
  {
    shows: 'a loss that is read keeps its default weight beside that of the split',
    net: [...pair, loss('a b > l', 'loss_weight: 5'), relu('r', 'l > m')],
    weights: { loss: [], l_loss_0_split: [5, 0] },
  },
  {
    shows: 'the default weight of a loss is no use',
    net: [...pair, loss('a b > l'), relu('r', 'l > m')],
    layers: ['a', 'b', 'loss', 'r'],
    tops: { r: 'scalar' },
  },
  {
    shows: 'one for each top',
    net: [x, relu('r', 'x > y', 'loss_weight: [1, 1]')],
    faults: ['net/loss-weight-count r'],
  },
  {
    shows: 'none for a layer without tops',
    net: [x, layer('Silence', 's', 'x >', 'loss_weight: 1')],
    faults: ['net/loss-weight-count s'],
  },
  {
    shows: 'a weighted top has values',
    net: [input('z', '0x3'), relu('r', 'z > y', 'loss_weight: 1')],
    faults: ['net/loss-weight-empty-top r'],
  },
]);

specifyNets('automatic tops', [
  {
    shows: 'a loss makes the top that is not named',
    net: [...pair, loss('a b >')],
    tops: { loss: 'scalar' },
  },
  { shows: 'it has its weight', net: [...pair, loss('a b >', 'loss_weight: 3')], weights: { loss: [3] } },
  {
    shows: 'and only one',
    net: [...pair, loss('a b >', 'loss_weight: [3, 3]')],
    faults: ['net/loss-weight-count loss'],
  },
  {
    shows: 'it cannot be read',
    net: [...pair, loss('a b >'), relu('r', '(automatic) > y')],
    faults: ['net/unknown-bottom r'],
  },
  { shows: 'other layers make none', net: [x, relu('r', 'x >')], faults: ['net/exact-tops r'] },
  {
    shows: 'a scalar loss has no axis 1',
    net: [
      ...pair,
      loss('a b > l'),
      layer('InnerProduct', 'ip', 'l > y', 'inner_product_param { num_output: 2 }'),
    ],
    faults: ['ip/axis-range ip'],
  },
]);

specifyNets('propagate_down', [
  {
    shows: 'one for each bottom',
    net: [...pair, layer('Eltwise', 'e', 'a b > c', 'propagate_down: [true, false]')],
    tops: { e: '4x3' },
  },
  {
    shows: 'not fewer',
    net: [...pair, layer('Eltwise', 'e', 'a b > c', 'propagate_down: true')],
    faults: ['net/propagate-down-count e'],
  },
  {
    shows: 'none without bottoms',
    net: [layer('Input', 'x', '> x', 'propagate_down: false')],
    faults: ['net/propagate-down-count x'],
  },
]);
