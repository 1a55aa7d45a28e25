import { differ, Unknown } from '../../../shape/dim.ts';
import type { Dims, Shape } from '../../../shape/shape.ts';
import { checkFirstAxis, loss } from '../../bvlc/loss.ts';
import { type LayerContext, SetupStop } from '../../context.ts';
import { between, exactly, type LayerDefinition } from '../../definition.ts';
import { checkFiller } from '../../helpers/filler.ts';
import { imageAxes } from '../../helpers/imageAxes.ts';

/** Layers of forks that read text: sequences of scores, time × streams × classes. */

const scalar: Shape = [];

/** senlinuc/caffe_ocr, warp_ctc_loss_layer.cpp. */
const warpCtcLoss = loss(
  'WarpCTCLoss',
  'Connectionist temporal classification: the loss of sequences of scores against labels without positions.',
  { bottoms: between(2, 4), reshape: () => [scalar] },
);

/** MhLiao/TextBoxes_plusplus, ctc_loss_layer.cpp: scores, markers of sequences, and labels. */
const ctcLoss: LayerDefinition = {
  ...warpCtcLoss,
  type: 'CTCLoss',
  paramField: 'ctc_loss_param',
  bottoms: exactly(3),
  setUp(layer) {
    const [time, streams, , width] = layer.legacy(0);
    const [markers, labels] = [layer.legacy(1), layer.legacy(2)];
    refuseSequence(layer, 0, differ(width, 1), 'time × streams × classes');
    const wanted = 'time × streams, as the scores';
    refuseSequence(layer, 1, differ(markers[0], time) || differ(markers[1], streams), wanted);
    refuseSequence(layer, 2, differ(labels[1], streams), 'labels × streams, as many streams as the scores');
  },
  reshape(layer) {
    checkFirstAxis(layer);
    return [scalar];
  },
};

function refuseSequence(layer: LayerContext, index: number, isWrong: boolean, wanted: string): void {
  if (!isWrong) return;
  layer.refuse('fork/ctc-sequence', layer.bottomAt(index), `${layer.describe(index)} must be ${wanted}.`);
}

/** tianzhi0549/CTPN and jolibrain/caffe, ctc_loss_layer.cpp. */
const ctcLossOfAlphabet: LayerDefinition = {
  ...warpCtcLoss,
  type: 'CtcLoss',
  forks: ['deepdetect'],
  paramField: 'ctc_loss_param',
  bottoms: exactly(2),
};

/** senlinuc/caffe_ocr, ctc_decoder_layer.cpp. */
const ctcGreedyDecoder: LayerDefinition = {
  type: 'CTCGreedyDecoder',
  category: 'other',
  paramField: 'ctc_decoder_param',
  doc: 'The most likely label at each step, without repetitions and blanks. Further tops have scores or the accuracy.',
  bottoms: between(1, 3),
  tops: between(1, 3),
  reshape(layer) {
    const [time, streams] = [layer.dim(0, 0), layer.dim(0, 1)];
    const [sequences, scores, accuracy]: readonly Shape[] = [
      [streams, time, 1, 1],
      [streams, 1, 1, 1],
      [1, 2, 1, 1],
    ];
    const hasTruth = layer.bottoms.length === 3 || (layer.bottoms.length === 2 && layer.topCount === 2);
    const second = hasTruth && layer.topCount === 2 ? accuracy : scores;
    return [sequences, second, accuracy].slice(0, layer.topCount).map((shape) => shape ?? []);
  },
};

/** MhLiao/TextBoxes_plusplus, ctc_decoder_layer.cpp: markers of sequences, and labels for the accuracy. */
const ctcGreedyDecoderOfSequences: LayerDefinition = {
  ...ctcGreedyDecoder,
  forks: ['textboxes-pp'],
  bottoms: between(2, 3),
  tops: ({ bottoms }) => ({ min: 1, max: bottoms.length === 2 ? 2 : 3 }),
  reshape(layer) {
    const [time, streams] = [layer.dim(0, 0), layer.dim(0, 1)];
    const [sequences, scores, accuracy] = [
      [streams, time, 1, 1],
      [streams, 1, 1, 1],
      [1, 1, 1, 1],
    ];
    const hasAccuracy = layer.bottoms.length === 3 && layer.topCount === 2;
    const second = hasAccuracy ? accuracy : scores;
    return [sequences, second, accuracy].slice(0, layer.topCount).map((shape) => shape ?? []);
  },
};

/** senlinuc/caffe_ocr, DenseBlock_layer.cpp: each step adds `growthRate` channels. */
const denseBlock: LayerDefinition = {
  type: 'DenseBlock',
  category: 'convolution',
  paramField: 'denseblock_param',
  doc: 'A dense block of DenseNet in one layer: each of `numTransition` steps adds `growthRate` channels, computed from all channels before by BatchNorm, Scale, ReLU and Convolution.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    if (layer.message.has('blobs')) return;
    for (const [role, shape] of blobsOf(layer)) layer.addBlob(role, shape);
    checkFiller(layer, 'Filter_Filler', [layer.params.int('growthRate'), 1, 3, 3], 'filter');
  },
  reshape(layer) {
    const [num, channels, height, width] = imageAxes(layer, 0);
    const { params } = layer;
    const added = params.int('growthRate') * params.int('numTransition');
    const all = typeof channels === 'number' ? channels + added : channels;
    return [[num, all, height, width]];
  },
};

/** Filters, factors, shifts, means and variances of each step, in this order. With `use_BC`, those of 1×1 filters too. */
function blobsOf(layer: LayerContext): readonly (readonly [string, Dims])[] {
  const { params } = layer;
  const [steps, growth] = [stepsOf(layer), params.int('growthRate')];
  const channels = imageAxes(layer, 0)[1];
  const before = (step: number) => (typeof channels === 'number' ? channels + step * growth : channels);
  const perStep = (role: string, shape: (step: number) => Dims) =>
    steps.map((step) => [`${role} ${step + 1}`, shape(step)] as const);
  const statistics = (suffix: string, shape: (step: number) => Dims) =>
    ['scale', 'shift', 'mean', 'variance'].flatMap((role) => perStep(`${role}${suffix}`, shape));
  const own = statistics('', (step) => [1, before(step), 1, 1]);
  const last = [['count', [1]]] as const;
  if (!params.bool('use_BC'))
    return [...perStep('weight', (step) => [growth, before(step), 3, 3]), ...own, ...last];
  const inner = 4 * growth;
  return [
    ...perStep('weight', () => [growth, inner, 3, 3]),
    ...own,
    ...perStep('1×1 weight', (step) => [inner, before(step), 1, 1]),
    ...statistics(' of 1×1', () => [1, inner, 1, 1]),
    ...last,
  ];
}

/** The steps, if they are few enough to list their blobs. */
function stepsOf({ params }: LayerContext): number[] {
  const steps = params.int('numTransition');
  if (steps > mostSteps) throw new SetupStop(new Unknown('steps', 'The block has too many steps.'));
  return Array.from({ length: Math.max(steps, 0) }, (_, step) => step);
}

const mostSteps = 128;

/** senlinuc/caffe_ocr, softmax_multi_label_loss_layer.cpp. */
const multiLabelLoss = loss('SoftmaxWithLossMultiLabel', 'Softmax loss of several labels per item.', {
  tops: between(1, 2),
  reshape: (layer) => layer.topNames.map((_, index) => (index === 0 ? scalar : layer.like(0))),
});

export const textLayers: readonly LayerDefinition[] = [
  ctcGreedyDecoder,
  ctcGreedyDecoderOfSequences,
  ctcLoss,
  ctcLossOfAlphabet,
  denseBlock,
  multiLabelLoss,
  warpCtcLoss,
];
