import { describe } from 'node:test';
import { specify } from '../../support/layerTable.ts';

/** Failures common to LSTM and RNN: x is (time, streams, features…), cont (time, streams). */
const sequences = [
  { shows: 'x requires time and streams', bottoms: ['5', '5x2'], refused: 'recurrent/x-axes' },
  {
    shows: 'x requires features, although Caffe first checks for two axes',
    bottoms: ['5x2', '5x2'],
    text: 'recurrent_param { num_output: 3 }',
    refused: 'recurrent/x-three-axes',
  },
  { shows: 'cont must have two axes', bottoms: ['5x2x7', '5x2x1'], refused: 'recurrent/cont-axes' },
  {
    shows: 'requires the same number of time steps',
    bottoms: ['5x2x7', '4x2'],
    refused: 'recurrent/cont-time',
  },
  {
    shows: 'requires the same number of streams',
    bottoms: ['5x2x7', '5x3'],
    refused: 'recurrent/cont-streams',
  },
  {
    shows: 'the static input requires streams',
    bottoms: ['5x2x7', '5x2', 'scalar'],
    refused: 'recurrent/static-axes',
  },
  {
    shows: 'the static input has as many streams as x',
    bottoms: ['5x2x7', '5x2', '3x4'],
    refused: 'recurrent/static-streams',
  },
  {
    shows: 'the static input requires features',
    bottoms: ['5x2x7', '5x2', '2'],
    text: 'recurrent_param { num_output: 3 }',
    refused: 'recurrent/static-two-axes',
  },
  { shows: 'num_output is required', bottoms: ['5x2x7', '5x2'], refused: 'recurrent/num-output' },
  {
    shows: 'requires a time step',
    bottoms: ['0x2x7', '0x2'],
    text: 'recurrent_param { num_output: 3 }',
    refused: 'recurrent/time-zero',
  },
  {
    shows: 'unknown fillers are rejected',
    bottoms: ['5x2x7', '5x2'],
    text: 'recurrent_param { num_output: 3 weight_filler { type: "glorot" } }',
    refused: 'filler/unknown',
  },
  { shows: 'requires x and cont', bottoms: ['5x2x7'], refused: 'net/min-bottoms' },
  {
    shows: 'hidden inputs require expose_hidden',
    bottoms: ['5x2x7', '5x2', '2x4', '1x2x3'],
    refused: 'net/max-bottoms',
  },
  {
    shows: 'hidden outputs require expose_hidden',
    bottoms: ['5x2x7', '5x2'],
    topNames: ['a', 'b'],
    refused: 'net/exact-tops',
  },
] as const;

specify('LSTM', [
  {
    shows: 'four gates, each with one weight per feature and output',
    bottoms: ['5x2x7', '5x2'],
    text: 'recurrent_param { num_output: 3 }',
    tops: ['5x2x3'],
    blobs: ['input weight 12x7', 'bias 12', 'hidden weight 12x3'],
    // 12·7 and 12·3 in each of 5 steps of 2 streams
    macs: 1200,
  },
  {
    shows: 'all axes after the streams are features',
    bottoms: ['5x2x3x4', '5x2'],
    text: 'recurrent_param { num_output: 3 }',
    tops: ['5x2x3'],
    blobs: ['input weight 12x12', 'bias 12', 'hidden weight 12x3'],
  },
  {
    shows: 'the static input is third, and its weight is before the hidden one',
    bottoms: ['5x2x7', '5x2', '2x4'],
    text: 'recurrent_param { num_output: 3 }',
    tops: ['5x2x3'],
    blobs: ['input weight 12x7', 'bias 12', 'static weight 12x4', 'hidden weight 12x3'],
  },
  {
    shows: 'with expose_hidden, h and c are bottoms and tops',
    bottoms: ['5x2x7', '5x2', '1x2x3', '1x2x3'],
    text: 'recurrent_param { num_output: 3 expose_hidden: true }',
    tops: ['5x2x3', '1x2x3', '1x2x3'],
    blobs: ['input weight 12x7', 'bias 12', 'hidden weight 12x3'],
  },
  {
    shows: 'the static input is before h and c',
    bottoms: ['5x2x7', '5x2', '2x4', '1x2x3', '1x2x3'],
    text: 'recurrent_param { num_output: 3 expose_hidden: true }',
    tops: ['5x2x3', '1x2x3', '1x2x3'],
    blobs: ['input weight 12x7', 'bias 12', 'static weight 12x4', 'hidden weight 12x3'],
  },
  {
    shows: 'h and c are (1, streams, outputs)',
    bottoms: ['5x2x7', '5x2', '1x2x3', '1x2x4'],
    text: 'recurrent_param { num_output: 3 expose_hidden: true }',
    topNames: ['out', 'h', 'c'],
    refused: 'recurrent/hidden-shape',
  },
  {
    shows: 'with expose_hidden, both h and c are required',
    bottoms: ['5x2x7', '5x2', '1x2x3'],
    text: 'recurrent_param { num_output: 3 expose_hidden: true }',
    topNames: ['out', 'h', 'c'],
    refused: 'net/min-bottoms',
  },
  ...sequences,
]);

specify('RNN', [
  {
    shows: 'weights of inputs, of the hidden state and of outputs',
    bottoms: ['5x2x7', '5x2'],
    text: 'recurrent_param { num_output: 3 }',
    tops: ['5x2x3'],
    blobs: ['input weight 3x7', 'bias 3', 'hidden weight 3x3', 'output weight 3x3', 'output bias 3'],
  },
  {
    shows: 'with a static input and an exposed h',
    bottoms: ['5x2x7', '5x2', '2x4', '1x2x3'],
    text: 'recurrent_param { num_output: 3 expose_hidden: true }',
    tops: ['5x2x3', '1x2x3'],
    blobs: [
      'input weight 3x7',
      'bias 3',
      'static weight 3x4',
      'hidden weight 3x3',
      'output weight 3x3',
      'output bias 3',
    ],
  },
  {
    shows: 'h is (1, streams, outputs)',
    bottoms: ['5x2x7', '5x2', '2x3'],
    text: 'recurrent_param { num_output: 3 expose_hidden: true }',
    topNames: ['out', 'h'],
    refused: 'recurrent/hidden-shape',
  },
  ...sequences,
]);

specify('LSTMUnit', [
  { shows: 'new cell state and output', bottoms: ['1x2x3', '1x2x12', '1x2'], tops: ['1x2x3', '1x2x3'] },
  ...(
    [
      ['the cell state has three axes', ['2x3', '1x2x12', '1x2'], 'lstmunit/axes-c'],
      ['the gates have three axes', ['1x2x3', '2x12', '1x2'], 'lstmunit/axes-c'],
      ['cont has two axes', ['1x2x3', '1x2x12', '1x2x1'], 'lstmunit/axes-cont'],
      ['one time step', ['5x2x3', '1x2x12', '1x2'], 'lstmunit/time'],
      ['one time step of cont', ['1x2x3', '1x2x12', '2x2'], 'lstmunit/time'],
      ['as many streams', ['1x2x3', '1x3x12', '1x2'], 'lstmunit/streams'],
      ['four gates for each feature', ['1x2x3', '1x2x9', '1x2'], 'lstmunit/gates'],
      ['takes three bottoms', ['1x2x3', '1x2x12'], 'net/exact-bottoms'],
    ] as const
  ).map(([shows, bottoms, refused]) => ({ shows, bottoms, refused, topNames: ['c', 'h'] })),
]);

describe('costs', () => {
  specify('LSTM', [
    {
      shows: 'the static input is multiplied once, not in every step',
      bottoms: ['5x2x7', '5x2', '2x4'],
      text: 'recurrent_param { num_output: 3 }',
      tops: ['5x2x3'],
      blobs: ['input weight 12x7', 'bias 12', 'static weight 12x4', 'hidden weight 12x3'],
      // 12·7 and 12·3 in each of 5 steps of 2 streams, and 12·4 once for each stream
      macs: 1296,
    },
  ]);
});

specify('RNN', [
  {
    shows: 'each step multiplies the input, the state and the output',
    bottoms: ['2x3x4', '2x3'],
    text: 'recurrent_param { num_output: 5 }',
    tops: ['2x3x5'],
    blobs: ['input weight 5x4', 'bias 5', 'hidden weight 5x5', 'output weight 5x5', 'output bias 5'],
    // 2 steps of 3 streams, each 5·4 + 5·5 + 5·5.
    macs: 420,
  },
]);
