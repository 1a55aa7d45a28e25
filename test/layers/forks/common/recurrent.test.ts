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
