import { add, type Dim, isKnown, mapDim, multiply, product, Unknown } from '../../../shape/dim.ts';
import type { Shape } from '../../../shape/shape.ts';
import { lstm } from '../../bvlc/recurrent.ts';
import { type LayerContext, SetupStop } from '../../context.ts';
import { atLeast, type LayerDefinition } from '../../definition.ts';
import { checkFiller } from '../../helpers/filler.ts';

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

/** huangyangyu/SeqFace, lstm_layer_Junhyuk.cpp: time × streams × values; also in senlinuc/caffe_ocr and tianzhi0549/CTPN. */
const lstmOfSequences: LayerDefinition = {
  ...lstmOfItems,
  forks: ['seqface', 'caffe-ocr', 'ctpn'],
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

export const recurrentLayers: readonly LayerDefinition[] = [
  blstm,
  lstmOfItems,
  lstmOfMyCaffe,
  lstmOfSequences,
];
