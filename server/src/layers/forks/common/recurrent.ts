import { add, type Dim, isKnown, mapDim, multiply, product, Unknown } from '../../../shape/dim.ts';
import type { Dims, Shape } from '../../../shape/shape.ts';
import {
  bias,
  checkHidden,
  checkSequence,
  checkSteps,
  lstm,
  lstmNet,
  lstmUnitOperations,
  matrix,
  type RecurrentUnit,
  recurrent,
  rnn,
} from '../../bvlc/recurrent.ts';
import { type LayerContext, SetupStop } from '../../context.ts';
import { atLeast, between, exactly, type LayerDefinition } from '../../definition.ts';
import { checkFiller } from '../../helpers/filler.ts';
import { times } from '../../operations.ts';

/** Recurrent layers of forks. */

/** junhyukoh/caffe-lstm, lstm_layer.cpp: time and streams are one axis. */
const lstmOfItems: LayerDefinition = {
  type: 'Lstm',
  category: 'recurrent',
  forks: ['caffe-lstm'],
  paramField: 'lstm_param',
  doc: 'Long short-term memory over consecutive steps, `batch_size` sequences at a time; an optional second bottom has markers that are 0 where a sequence begins.',
  bottoms: atLeast(1),
  tops: atLeast(1),
  setUp(layer) {
    addGates(layer, layer.count(0, 1));
  },
  reshape(layer) {
    const items = layer.dim(0, 0);
    const batch = layer.params.int('batch_size');
    if (batch < 1 || (isKnown(items) && items % batch !== 0)) {
      layer.refuse(
        'fork/lstm-batch',
        layer.at('batch_size'),
        `The number of items of ${layer.describe(0)} must be a multiple of \`batch_size: ${batch}\`.`,
      );
    }
    return [[items, layer.params.int('num_output')]];
  },
  macs: (layer) => multiply(layer.dim(0, 0), matrices(layer)),
};

/** huangyangyu/SeqFace, lstm_layer_Junhyuk.cpp: time × streams × values; also in senlinuc/caffe_ocr, tianzhi0549/CTPN and sophgo/caffe. */
const lstmOfSequences: LayerDefinition = {
  ...lstmOfItems,
  forks: ['seqface', 'caffe-ocr', 'ctpn', 'sophgo'],
  doc: 'Long short-term memory over sequences (time × streams × values); an optional second bottom has markers that are 0 where a sequence begins.',
  setUp(layer) {
    addGates(layer, layer.dim(0, 2));
  },
  reshape: (layer): Shape[] => [[layer.dim(0, 0), layer.dim(0, 1), layer.params.int('num_output')]],
  macs: (layer) => multiply(layer.count(0, 0, 2), matrices(layer)),
};

function addGates(layer: LayerContext, inputs: Dim): void {
  const gates = 4 * layer.params.int('num_output');
  if (layer.takesGivenBlobs('input weight', 'hidden weight', 'bias')) return;
  for (const [role, columns] of [
    ['input weight', inputs],
    ['hidden weight', gates / 4],
  ] as const) {
    layer.addBlob(role, [gates, columns]);
    checkFiller(layer, 'weight_filler', [gates, columns], role);
  }
  layer.addBlob('bias', [gates]);
  checkFiller(layer, 'bias_filler', [gates], 'bias');
}

/** The number of weights for one step of one sequence. */
function matrices(layer: LayerContext): Dim {
  return layer.blobs
    .filter(({ shape }) => shape.length === 2)
    .map(({ shape }) => product(shape))
    .reduce(add, 0);
}

/** MyCaffe/MyCaffe, LSTMLayer.cs: like other LSTM layers, unless it has additional features. */
const lstmOfMyCaffe: LayerDefinition = {
  ...lstm,
  type: 'Lstm',
  category: 'recurrent',
  forks: ['mycaffe'],
  bottoms: (layer) => (isPlain(layer) ? lstm.bottoms(layer) : {}),
  tops: (layer) => (isPlain(layer) ? lstm.tops(layer) : {}),
  setUp(layer) {
    if (!isPlain(layer)) throw new SetupStop(severalLayers);
    lstm.setUp?.(layer);
  },
};

function isPlain({ params }: LayerContext): boolean {
  const more = [
    'expose_hidden',
    'expose_hidden_input',
    'expose_hidden_output',
    'batch_first',
    'bidirectional',
  ];
  return (
    params.text('engine') !== 'CUDNN' &&
    params.int('num_layers') < 2 &&
    !more.some((field) => params.bool(field))
  );
}

const severalLayers = new Unknown(
  'recurrent',
  'The shapes of a MyCaffe recurrent layer with several layers are unknown.',
);

/** Yuliang-Liu/Curve-Text-Detector, BLSTM_layer.cpp: two LSTMs. */
const blstm: LayerDefinition = {
  ...lstm,
  type: 'BLSTM',
  category: 'recurrent',
  doc: 'Two LSTMs over a sequence, forward and backward, with concatenated outputs.',
  setUp(layer) {
    lstm.setUp?.(layer);
    if (layer.message.has('blobs')) return;
    for (const { role, shape, formula } of [...layer.blobs]) {
      layer.addBlob(`${role} backwards`, shape, formula);
    }
  },
  reshape: (layer) =>
    lstm.reshape(layer).map((shape) => {
      if (!Array.isArray(shape)) return shape;
      return shape.with(
        2,
        mapDim(shape[2] ?? 0, (outputs) => 2 * outputs),
      );
    }),
};

/** foss-for-synopsys-dwc-arc-processors/synopsys-caffe, gru_layer.cpp: `linear_before_reset` multiplies the hidden state before it is reset, with a bias. */
const gruNet: RecurrentUnit = {
  gates: 3,
  hidden: 1,
  weights: ({ params }, outputs) => [
    matrix('update weight', outputs, outputs),
    matrix('reset weight', outputs, outputs),
    matrix('hidden weight', outputs, outputs),
    ...(params.int('linear_before_reset') === 0 ? [] : [bias('hidden bias', outputs)]),
  ],
  operations: { additions: 4, multiplications: 2, divisions: 2, exponentials: 3 },
};

/** foss-for-synopsys-dwc-arc-processors/synopsys-caffe, simple_rnn_layer.cpp. */
const simpleRnnNet: RecurrentUnit = {
  gates: 1,
  hidden: 1,
  weights: (_layer, outputs) => [matrix('hidden weight', outputs, outputs)],
  operations: { exponentials: 1 },
};

/** foss-for-synopsys-dwc-arc-processors/synopsys-caffe, peephole_lstm_layer.cpp: the cell state is also scaled and added to three gates. */
const peepholeNet: RecurrentUnit = {
  ...lstmNet,
  weights: (layer, outputs) => [
    ...lstmNet.weights(layer, outputs),
    ...['input', 'forget', 'output'].map((gate) => ({
      role: `${gate} peephole`,
      shape: [outputs],
      filler: 'constant' as const,
    })),
  ],
  operations: { ...lstmUnitOperations, additions: 7, multiplications: 6 },
};

/** foss-for-synopsys-dwc-arc-processors/synopsys-caffe, rnn_v2_layer.cpp: an LSTM in one or both directions; the blobs of both directions are stacked. */
const rnnV2: LayerDefinition = {
  type: 'RNNv2',
  category: 'recurrent',
  paramField: 'rnn_v2_param',
  doc: 'Long short-term memory over a sequence, forwards, in reverse, or in both directions with concatenated outputs. Further tops are its last hidden and cell states.',
  bottoms({ params }) {
    const min = firstState(params.bool('continue_recur')) + (params.bool('default_initial') ? 0 : 2);
    return { min, max: min + 1 };
  },
  tops: () => ({ exact: 3 }),
  setUp(layer) {
    const continues = layer.params.bool('continue_recur');
    checkSequence(layer, !continues);
    checkDirection(layer);
    const size = layer.params.int('hidden_size');
    if (size <= 0)
      layer.refuse(
        'fork/rnn-hidden-size',
        layer.at('hidden_size'),
        `\`hidden_size\` must be positive, but is ${size}.`,
      );
    checkSteps(layer);
    checkMerge(layer);
    const stacked: Dims = isBidirectional(layer) ? [2] : [];
    layer.addBlob('input weight', [
      ...stacked,
      4 * size,
      isBidirectional(layer) ? layer.dim(0, 2) : layer.count(0, 2),
    ]);
    layer.addBlob('bias', [...stacked, 4 * size]);
    layer.addBlob('hidden weight', [...stacked, 4 * size, size]);
  },
  reshape(layer) {
    const [time = 1, streams = 1] = layer.dims(0);
    const [size, directions] = [layer.params.int('hidden_size'), directionsOf(layer)];
    const state = [directions, streams, size];
    // The layer reads `default_initial` of the other message.
    if (!layer.message.message('recurrent_param').bool('default_initial'))
      checkHidden(layer, firstState(layer.params.bool('continue_recur')), state);
    return [[time, streams, size * directions], state, state];
  },
  macs: (layer) => {
    const matrices = layer.blobs.filter(({ role }) => role !== 'bias');
    const [time = 1, streams = 1] = layer.dims(0);
    return matrices.map(({ shape }) => shape.reduce(multiply, multiply(time, streams))).reduce<Dim>(add, 0);
  },
  operations(layer) {
    const [time = 1, streams = 1] = layer.dims(0);
    const values = mapDim(multiply(time, streams), (steps) => steps * layer.params.int('hidden_size'));
    return times({ ...lstmUnitOperations, biases: 4 }, multiply(values, directionsOf(layer)));
  },
  reach: () => 'all',
};

/** The index of the first bottom with a state: after the inputs, and the sequence markers unless all steps continue. */
function firstState(continues: boolean): number {
  return continues ? 1 : 2;
}

function isBidirectional({ params }: LayerContext): boolean {
  return params.text('direction') === 'bidirectional';
}

function directionsOf(layer: LayerContext): 1 | 2 {
  return isBidirectional(layer) ? 2 : 1;
}

function checkDirection(layer: LayerContext): void {
  const { params } = layer;
  const direction = params.text('direction');
  if (!['forward', 'reverse', 'bidirectional'].includes(direction))
    layer.refuse(
      'fork/rnn-direction',
      layer.at('direction'),
      '`direction` must be "forward", "reverse" or "bidirectional".',
    );
}

function checkMerge(layer: LayerContext): void {
  if (!isBidirectional(layer) || layer.params.text('merge_mode') === 'concat') return;
  layer.refuse('fork/rnn-direction', layer.at('merge_mode'), '`merge_mode` must be "concat".');
}

/** VisionLearningGroup/Ask_Attend_and_Answer, sequence_layers.hpp: a fourth bottom is not read. */
function ofAnswer(layer: LayerDefinition): LayerDefinition {
  return { ...layer, forks: ['answer'], bottoms: between(2, 4), tops: exactly(1) };
}

export const recurrentLayers: readonly LayerDefinition[] = [
  blstm,
  lstmOfItems,
  lstmOfMyCaffe,
  lstmOfSequences,
  ofAnswer(lstm),
  ofAnswer(rnn),
  recurrent('GRU', gruNet, 'Gated recurrent units over a sequence; bottoms as for LSTM.'),
  recurrent('LSTMV2', lstmNet, 'LSTM whose `activations` can be chosen; bottoms as for LSTM.'),
  recurrent(
    'PeepholeLSTM',
    peepholeNet,
    'LSTM whose gates also depend on the cell state; bottoms as for LSTM.',
  ),
  recurrent('SimpleRNN', simpleRnnNet, 'Recurrent network without output weights; bottoms as for LSTM.'),
  rnnV2,
];
