import { input, layer, specifyNets } from '../../support/netTable.ts';

const relu = layer('ReLU', 'r', 'x > y');

specifyNets('inputs of the net', [
  {
    shows: 'one input_shape for each input',
    net: ['input: "x" input: "z" input_shape { dim: [2, 3] } input_shape { dim: 4 }', relu],
    layers: ['input', 'r'],
    types: { input: 'Input' },
    tops: { input: '2x3 4', r: '2x3' },
  },
  {
    shows: 'four input_dim for each input',
    net: ['input: ["x", "z"] input_dim: [1, 2, 3, 4, 5, 6, 7, 8]', relu],
    tops: { input: '1x2x3x4 5x6x7x8' },
  },
  {
    shows: 'input_shape takes precedence over input_dim',
    net: ['input: "x" input_dim: [1, 2, 3, 4] input_shape { dim: 5 }', relu],
    tops: { input: '5' },
  },
  {
    shows: 'extra input_shape are ignored',
    net: ['input: "x" input_shape { dim: 5 } input_shape { dim: 6 }', relu],
    tops: { input: '5' },
  },
  {
    shows: 'extra input_dim are ignored',
    net: ['input: "x" input_dim: [1, 2, 3, 4, 5]', relu],
    tops: { input: '1x2x3x4' },
  },
  {
    shows: 'the Input layer becomes the first layer',
    net: [input('input', '7'), relu, 'input: "x" input_shape { dim: 5 }'],
    layers: ['input', 'input', 'r'],
  },
  {
    shows: 'an input without a shape is dropped',
    net: ['input: "x"', relu],
    failures: ['net/unknown-bottom r'],
  },
  { shows: 'a shape without an input is ignored', net: ['input_shape { dim: 5 } input_dim: 1'], layers: [] },
  {
    shows: 'too few input_shape',
    net: ['input: ["x", "z"] input_shape { dim: 5 }'],
    failures: ['upgrade/input-shape-missing'],
  },
  {
    shows: 'too few input_dim',
    net: ['input: ["x", "z"] input_dim: [1, 2, 3, 4, 5, 6, 7]'],
    failures: ['upgrade/input-dim-missing'],
  },
]);

const older = { dialect: 'segnet' } as const;

specifyNets('inputs of the net before they became a layer', [
  {
    shows: 'one input_shape for each input',
    net: ['input: "x" input: "z" input_shape { dim: [2, 3] } input_shape { dim: 4 }', relu],
    tops: { input: '2x3 4', r: '2x3' },
    ...older,
  },
  {
    shows: 'four input_dim for each input',
    net: ['input: ["x", "z"] input_dim: [1, 2, 3, 4, 5, 6, 7, 8]', relu],
    tops: { input: '1x2x3x4 5x6x7x8' },
    ...older,
  },
  {
    shows: 'input_shape and input_dim exclude each other',
    net: ['input: "x" input_dim: [1, 2, 3, 4] input_shape { dim: 5 }', relu],
    failures: ['net/input-both'],
    ...older,
  },
  {
    shows: 'extra input_shape',
    net: ['input: "x" input_shape { dim: 5 } input_shape { dim: 6 }', relu],
    failures: ['net/input-shape-count'],
    ...older,
  },
  {
    shows: 'extra input_dim',
    net: ['input: "x" input_dim: [1, 2, 3, 4, 5]', relu],
    failures: ['net/input-dim-count'],
    ...older,
  },
  {
    shows: 'too few input_shape',
    net: ['input: ["x", "z"] input_shape { dim: 5 }'],
    failures: ['net/input-shape-count'],
    ...older,
  },
  {
    shows: 'an input without a shape',
    net: ['input: "x"'],
    failures: ['net/input-shape-count'],
    ...older,
  },
  {
    shows: 'a shape without an input',
    net: ['input_dim: 1'],
    failures: ['net/input-dim-count'],
    ...older,
  },
  { shows: 'no inputs', net: ['name: "n"'], layers: [], ...older },
  {
    shows: 'a mix has the newer rules',
    net: ['input: "x" input_shape { dim: 5 } input_shape { dim: 6 }', relu],
    tops: { input: '5' },
    dialect: 'bvlc+segnet',
  },
]);
