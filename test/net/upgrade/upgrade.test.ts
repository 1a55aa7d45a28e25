import { input, layer, specifyNets } from '../../support/netTable.ts';

const relu = layer('ReLU', 'r', 'x > y');

specifyNets('inputs of the net', [
  {
    shows: 'a shape for each',
    net: ['input: "x" input: "z" input_shape { dim: [2, 3] } input_shape { dim: 4 }', relu],
    layers: ['input', 'r'],
    types: { input: 'Input' },
    tops: { input: '2x3 4', r: '2x3' },
  },
  {
    shows: 'four numbers for each',
    net: ['input: ["x", "z"] input_dim: [1, 2, 3, 4, 5, 6, 7, 8]', relu],
    tops: { input: '1x2x3x4 5x6x7x8' },
  },
  {
    shows: 'shapes go before numbers',
    net: ['input: "x" input_dim: [1, 2, 3, 4] input_shape { dim: 5 }', relu],
    tops: { input: '5' },
  },
  {
    shows: 'what is left over is ignored',
    net: ['input: "x" input_shape { dim: 5 } input_shape { dim: 6 }', relu],
    tops: { input: '5' },
  },
  {
    shows: 'numbers left over are ignored',
    net: ['input: "x" input_dim: [1, 2, 3, 4, 5]', relu],
    tops: { input: '1x2x3x4' },
  },
  {
    shows: 'their layer is the first',
    net: [input('input', '7'), relu, 'input: "x" input_shape { dim: 5 }'],
    layers: ['input', 'input', 'r'],
  },
  {
    shows: 'without a shape they are not there',
    net: ['input: "x"', relu],
    faults: ['net/unknown-bottom r'],
  },
  { shows: 'a shape without an input is nothing', net: ['input_shape { dim: 5 } input_dim: 1'], layers: [] },
  {
    shows: 'too few shapes',
    net: ['input: ["x", "z"] input_shape { dim: 5 }'],
    faults: ['upgrade/input-shape-missing'],
  },
  {
    shows: 'too few numbers',
    net: ['input: ["x", "z"] input_dim: [1, 2, 3, 4, 5, 6, 7]'],
    faults: ['upgrade/input-dim-missing'],
  },
]);
