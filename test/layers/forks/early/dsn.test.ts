import { specifyNets } from '../../../support/netTable.ts';

const inputs = 'input: ["x", "l"] input_dim: [2, 5, 1, 1, 2, 1, 1, 1]';

const v0 = (type: string, blobs: string, text = '') =>
  `layers { ${blobs} layer { name: "test" type: "${type}" ${text} } }`;

const both = 'bottom: "x" bottom: "l"';

specifyNets('DSN', [
  ...['softmax_loss', 'multinomial_logistic_loss', 'hingeloss'].map((type) => ({
    shows: `${type} without a top`,
    dialect: 'dsn',
    net: [inputs, v0(type, both)],
  })),
  {
    shows: 'losses have no tops',
    dialect: 'dsn',
    net: [inputs, v0('softmax_loss', `${both} top: "y"`)],
    failures: ['net/exact-tops test'],
  },
  {
    shows: 'the labels of a softmax loss are not compared with its scores',
    dialect: 'dsn',
    net: ['input: ["x", "l"] input_dim: [2, 5, 3, 3, 2, 1, 1, 1]', v0('softmax_loss', both)],
  },
  {
    shows: 'the accuracy and the logarithmic loss',
    dialect: 'dsn',
    net: [inputs, v0('accuracy', `${both} top: "y"`)],
    tops: { test: '1x2x1x1' },
  },
  {
    shows: 'one label for each image',
    dialect: 'dsn',
    net: [
      'input: ["x", "l"] input_dim: [2, 5, 3, 3, 2, 1, 3, 3]',
      v0('accuracy', 'bottom: "x" bottom: "l" top: "y"'),
    ],
    failures: ['mll/label-height test'],
  },
  {
    shows: 'Concat of images or channels',
    dialect: 'dsn',
    net: [inputs, v0('concat', `${both} top: "y"`, 'concat_dim: 1')],
    tops: { test: '2x6x1x1' },
  },
  {
    shows: 'no Concat of other axes',
    dialect: 'dsn',
    net: [
      'input: ["x", "l"] input_dim: [2, 5, 1, 1, 2, 5, 1, 1]',
      v0('concat', `${both} top: "y"`, 'concat_dim: 2'),
    ],
    failures: ['concat/dim-range test'],
  },
  {
    shows: 'a convolution has one bottom and one top',
    dialect: 'dsn',
    net: [inputs, v0('conv', 'bottom: "x" bottom: "x" top: "y" top: "z"', 'num_output: 2 kernelsize: 1')],
    failures: ['net/exact-bottoms test'],
  },
  {
    shows: 'Data has images and labels',
    dialect: 'dsn',
    net: [v0('data', 'top: "x"', 'batchsize: 2')],
    failures: ['net/exact-tops test'],
  },
]);
