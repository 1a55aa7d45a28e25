import { specify } from '../../../support/layerTable.ts';

specify('Lstm', [
  {
    shows: 'the steps of all sequences are one axis',
    dialect: 'caffe-lstm',
    bottoms: ['20x3x2', '20'],
    text: 'lstm_param { num_output: 15 batch_size: 5 }',
    tops: ['20x15'],
    blobs: ['input weight 60x6', 'hidden weight 60x15', 'bias 60'],
    // 20 items of 60·6 + 60·15 products
    macs: 20 * (60 * 6 + 60 * 15),
  },
  {
    shows: 'the items must be whole steps of all sequences',
    dialect: 'caffe-lstm',
    bottoms: ['21x3'],
    text: 'lstm_param { num_output: 15 batch_size: 5 }',
    refused: 'fork/lstm-batch',
  },
  {
    shows: 'fills its weights',
    dialect: 'caffe-lstm',
    bottoms: ['20x3'],
    text: 'lstm_param { num_output: 15 weight_filler { type: "odd" } }',
    refused: 'filler/unknown',
  },
  {
    shows: 'fills its bias',
    dialect: 'caffe-lstm',
    bottoms: ['20x3'],
    text: 'lstm_param { num_output: 15 bias_filler { type: "odd" } }',
    refused: 'filler/unknown',
  },
  {
    shows: "SeqFace's requires time, streams and values",
    dialect: 'seqface',
    bottoms: ['4x5x6'],
    text: 'lstm_param { num_output: 15 }',
    tops: ['4x5x15'],
    blobs: ['input weight 60x6', 'hidden weight 60x15', 'bias 60'],
    macs: 20 * (60 * 6 + 60 * 15),
  },
  {
    shows: "MyCaffe's equals LSTM of other forks",
    dialect: 'mycaffe',
    bottoms: ['4x5x6', '4x5'],
    text: 'recurrent_param { num_output: 15 weight_filler { type: "xavier" } }',
    tops: ['4x5x15'],
    blobs: ['input weight 60x6', 'bias 60', 'hidden weight 60x15'],
    macs: 20 * (60 * 6 + 60 * 15),
  },
  {
    shows: "additional features of MyCaffe's are unknown",
    dialect: 'mycaffe',
    bottoms: ['4x5x6', '4x5', '2x5x15', '2x5x15'],
    text: 'recurrent_param { num_output: 15 num_layers: 2 expose_hidden_input: true batch_first: true engine: CUDNN }',
    tops: ['?', '?'],
  },
]);

specify('BLSTM', [
  {
    shows: 'has the blobs of two LSTMs and twice the outputs',
    dialect: 'curve-text',
    bottoms: ['4x5x6', '4x5'],
    text: 'recurrent_param { num_output: 15 }',
    tops: ['4x5x30'],
    blobs: [
      'input weight 60x6',
      'bias 60',
      'hidden weight 60x15',
      'input weight backwards 60x6',
      'bias backwards 60',
      'hidden weight backwards 60x15',
    ],
    macs: 20 * 2 * (60 * 6 + 60 * 15),
  },
  {
    shows: 'the static input is multiplied once',
    dialect: 'curve-text',
    bottoms: ['4x5x6', '4x5', '5x7'],
    text: 'recurrent_param { num_output: 15 }',
    tops: ['4x5x30'],
    blobs: [
      'input weight 60x6',
      'bias 60',
      'static weight 60x7',
      'hidden weight 60x15',
      'input weight backwards 60x6',
      'bias backwards 60',
      'static weight backwards 60x7',
      'hidden weight backwards 60x15',
    ],
    macs: 2 * (20 * (60 * 6 + 60 * 15) + 5 * 60 * 7),
  },
  {
    shows: 'requires num_output',
    dialect: 'curve-text',
    bottoms: ['4x5x6', '4x5'],
    refused: 'recurrent/num-output',
  },
]);

const synopsys = { dialect: 'synopsys' } as const;

specify('GRU', [
  {
    shows: 'has one weight for each gate of the hidden state',
    bottoms: ['4x5x6', '4x5'],
    text: 'recurrent_param { num_output: 15 }',
    tops: ['4x5x15'],
    blobs: [
      'input weight 45x6',
      'bias 45',
      'update weight 15x15',
      'reset weight 15x15',
      'hidden weight 15x15',
    ],
    macs: 20 * (45 * 6 + 3 * 15 * 15),
    ...synopsys,
  },
  {
    shows: 'the hidden state has a bias if it is multiplied before the reset',
    bottoms: ['4x5x6', '4x5', '5x7'],
    text: 'recurrent_param { num_output: 15 linear_before_reset: 1 }',
    tops: ['4x5x15'],
    blobs: [
      'input weight 45x6',
      'bias 45',
      'static weight 45x7',
      'update weight 15x15',
      'reset weight 15x15',
      'hidden weight 15x15',
      'hidden bias 15',
    ],
    ...synopsys,
  },
  {
    shows: 'outputs its last state if the first one is the default',
    bottoms: ['4x5x6', '4x5'],
    text: 'recurrent_param { num_output: 2 default_initial: true }',
    tops: ['4x5x2', '1x5x2'],
    blobs: ['input weight 6x6', 'bias 6', 'update weight 2x2', 'reset weight 2x2', 'hidden weight 2x2'],
    ...synopsys,
  },
  { shows: 'requires num_output', bottoms: ['4x5x6', '4x5'], refused: 'recurrent/num-output', ...synopsys },
]);

specify('LSTMV2', [
  {
    shows: 'has the blobs of an LSTM, and no markers if all steps continue',
    bottoms: ['4x5x6', '5x7', '1x5x15', '1x5x15'],
    text: 'recurrent_param { num_output: 15 continue_recur: true expose_hidden: true }',
    tops: ['4x5x15', '1x5x15', '1x5x15'],
    blobs: ['input weight 60x6', 'bias 60', 'static weight 60x7', 'hidden weight 60x15'],
    macs: 20 * (60 * 6 + 60 * 15) + 5 * 60 * 7,
    ...synopsys,
  },
  {
    shows: 'the static input has a value for each stream',
    bottoms: ['4x5x6', '4x7'],
    text: 'recurrent_param { num_output: 15 continue_recur: true }',
    refused: 'recurrent/static-streams',
    ...synopsys,
  },
  {
    shows: 'the static input has features',
    bottoms: ['4x5x6', '5'],
    text: 'recurrent_param { num_output: 15 continue_recur: true }',
    refused: 'recurrent/static-two-axes',
    ...synopsys,
  },
]);

specify('PeepholeLSTM', [
  {
    shows: 'scales the cell state for three gates',
    bottoms: ['4x5x6', '4x5'],
    text: 'recurrent_param { num_output: 15 }',
    tops: ['4x5x15'],
    blobs: [
      'input weight 60x6',
      'bias 60',
      'hidden weight 60x15',
      'input peephole 15',
      'forget peephole 15',
      'output peephole 15',
    ],
    macs: 20 * (60 * 6 + 60 * 15),
    ...synopsys,
  },
]);

specify('SimpleRNN', [
  {
    shows: 'has no output weights',
    bottoms: ['4x5x6', '4x5', '1x5x15'],
    text: 'recurrent_param { num_output: 15 expose_hidden: true }',
    tops: ['4x5x15', '1x5x15'],
    blobs: ['input weight 15x6', 'bias 15', 'hidden weight 15x15'],
    ...synopsys,
  },
]);

specify('RNN', [
  {
    shows: 'has no output weights with tf_rnn',
    bottoms: ['4x5x6', '4x5'],
    text: 'recurrent_param { num_output: 15 tf_rnn: true }',
    tops: ['4x5x15'],
    blobs: ['input weight 15x6', 'bias 15', 'hidden weight 15x15'],
    ...synopsys,
  },
]);

specify('RNNv2', [
  {
    shows: 'is an LSTM',
    bottoms: ['4x5x6', '4x5', '1x5x15', '1x5x15'],
    text: 'rnn_v2_param { hidden_size: 15 direction: "reverse" }',
    tops: ['4x5x15', '1x5x15', '1x5x15'],
    blobs: ['input weight 60x6', 'bias 60', 'hidden weight 60x15'],
    macs: 20 * (60 * 6 + 60 * 15),
    ...synopsys,
  },
  {
    shows: 'stacks the blobs of both directions, and concatenates their outputs',
    bottoms: ['4x5x6'],
    text: 'rnn_v2_param { hidden_size: 15 direction: "bidirectional" continue_recur: true default_initial: true }',
    tops: ['4x5x30', '2x5x15', '2x5x15'],
    blobs: ['input weight 2x60x6', 'bias 2x60', 'hidden weight 2x60x15'],
    macs: 2 * 20 * (60 * 6 + 60 * 15),
    ...synopsys,
  },
  {
    shows: 'the states have both directions',
    bottoms: ['4x5x6', '4x5', '1x5x15', '1x5x15'],
    topNames: ['a', 'b', 'c'],
    text: 'rnn_v2_param { hidden_size: 15 direction: "bidirectional" }',
    refused: 'recurrent/hidden-shape',
    ...synopsys,
  },
  {
    shows: 'the first states are required by default',
    bottoms: ['4x5x6', '4x5'],
    topNames: ['a', 'b', 'c'],
    text: 'rnn_v2_param { hidden_size: 15 }',
    refused: 'net/min-bottoms',
    ...synopsys,
  },
  {
    shows: 'knows three directions',
    bottoms: ['4x5x6', '4x5', '1x5x15', '1x5x15'],
    topNames: ['a', 'b', 'c'],
    text: 'rnn_v2_param { hidden_size: 15 direction: "backward" }',
    refused: 'fork/rnn-direction',
    ...synopsys,
  },
  {
    shows: 'only concatenates directions',
    bottoms: ['4x5x6', '4x5', '2x5x15', '2x5x15'],
    topNames: ['a', 'b', 'c'],
    text: 'rnn_v2_param { hidden_size: 15 direction: "bidirectional" merge_mode: "sum" }',
    refused: 'fork/rnn-direction',
    ...synopsys,
  },
  {
    shows: 'requires a size',
    bottoms: ['4x5x6', '4x5', '1x5x15', '1x5x15'],
    topNames: ['a', 'b', 'c'],
    text: 'rnn_v2_param { hidden_size: 0 }',
    refused: 'fork/rnn-hidden-size',
    ...synopsys,
  },
]);

specify('Lstm', [
  {
    shows: 'time and streams are axes in the fork of Sophgo',
    dialect: 'sophgo',
    bottoms: ['5x2x3'],
    text: 'lstm_param { num_output: 4 }',
    tops: ['5x2x4'],
    blobs: ['input weight 16x3', 'hidden weight 16x4', 'bias 16'],
  },
]);

for (const type of ['LSTM', 'RNN']) {
  specify(type, [
    {
      shows: 'the fourth bottom is not read in Ask_Attend_and_Answer',
      dialect: 'answer',
      bottoms: ['5x2x8', '5x2', '2x4', '2x4'],
      topNames: ['a', 'b'],
      text: 'recurrent_param { num_output: 3 }',
      refused: 'net/exact-tops',
    },
  ]);
}

specify('LSTM', [
  {
    shows: 'Ask_Attend_and_Answer reads three of four bottoms',
    dialect: 'answer',
    bottoms: ['5x2x8', '5x2', '2x4', '7'],
    text: 'recurrent_param { num_output: 3 }',
    tops: ['5x2x3'],
    blobs: ['input weight 12x8', 'bias 12', 'static weight 12x4', 'hidden weight 12x3'],
  },
]);

specify('LSTM', [
  {
    shows: 'caffe-lstm has only Lstm',
    dialect: 'caffe-lstm',
    bottoms: ['12x8'],
    text: 'lstm_param { num_output: 15 }',
    refused: 'net/unknown-layer-type',
  },
]);
