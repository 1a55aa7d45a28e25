import { type Dim, differ, multiply } from '../../../shape/dim.ts';
import { formatDim } from '../../../shape/shape.ts';
import type { LayerContext } from '../../context.ts';
import { atLeast, exactly, type LayerDefinition } from '../../definition.ts';
import { checkFiller } from '../../helpers/filler.ts';

/** Layers of forks that rearrange, join or reduce the axes of blobs. */

/** Yuliang-Liu/Curve-Text-Detector, transpose_layer.cpp; also in senlinuc/caffe_ocr and tianzhi0549/CTPN. */
const transpose: LayerDefinition = {
  type: 'Transpose',
  category: 'shape',
  forks: ['curve-text', 'caffe-ocr', 'ctpn'],
  paramField: 'transpose_param',
  doc: 'Permutes the axes: axis i of the top is the axis of the bottom that the i-th `dim` names.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    if (!layer.isInPlace()) return;
    layer.refuse(
      'fork/in-place',
      layer.topAt(0),
      'Transpose does not support in-place computation; give the top a different name.',
    );
  },
  reshape(layer) {
    const dims = layer.dims(0);
    const order = layer.params.ints('dim');
    if (order.length !== dims.length) {
      layer.refuse(
        'fork/transpose-axes',
        layer.at('dim'),
        `Transpose requires one \`dim\` for each of the ${dims.length} axes of ${layer.describe(0)}, not ${order.length}.`,
      );
    }
    const wrong = order.findIndex((axis) => axis < 0 || axis >= dims.length);
    if (wrong >= 0) {
      layer.refuse(
        'blob/axis-range',
        layer.params.list('dim')[wrong],
        `\`dim: ${order[wrong]}\` is out of range: ${layer.describe(0)} has ${dims.length} axes.`,
      );
    }
    return [order.map((axis) => dims[axis] ?? 1)];
  },
};

/** Yuliang-Liu/Curve-Text-Detector, convert_layer.cpp. */
const convert: LayerDefinition = {
  type: 'Convert',
  category: 'shape',
  doc: 'Converts the columns of images of height 1 to a sequence: num × channels × … × width becomes width × num × channels. A second top has markers that are 0 where a sequence begins.',
  bottoms: atLeast(1),
  tops: atLeast(1),
  reshape(layer) {
    const [num, channels, width] = [layer.dim(0, 0), layer.dim(0, 1), layer.dim(0, -1)];
    return [
      [width, num, channels],
      [width, num],
    ].slice(0, layer.topCount);
  },
};

/** yjxiong/caffe, batch_reduction_layer.cpp: levels of 1×1, 2×2, … parts, as in a pyramid. */
const batchReduction: LayerDefinition = {
  type: 'BatchReduction',
  category: 'shape',
  paramField: 'batch_reduction_param',
  doc: 'Reduces one axis, the segments of a video, to one value per level, or removes it if there is only one level.',
  bottoms: exactly(1),
  tops: exactly(1),
  reshape(layer) {
    const dims = layer.dims(0);
    const axis = layer.canonicalAxis(0, layer.params.message('reduction_param').int('axis'), layer.at());
    const levels = layer.params.has('level') ? layer.params.ints('level') : [1];
    const whole = levels.length === 1 && levels[0] === 1;
    const parts = levels.reduce((sum, level) => sum + level * level, 0);
    if (!whole && differ(dims[axis] ?? 1, parts)) {
      layer.refuse(
        'fork/batch-reduction-levels',
        layer.at('level'),
        `The levels have ${parts} parts, but axis ${axis} of ${layer.describe(0)} has length ${formatDim(dims[axis] ?? 1)}.`,
      );
    }
    const rest = dims.slice(axis + (layer.params.bool('pos') ? 2 : 1));
    return [[...dims.slice(0, axis), ...(whole ? [] : [levels.length]), ...rest]];
  },
};

/** XiangChenchao/DDPN, my_tile_layer.cpp. */
const myTile: LayerDefinition = {
  type: 'MyTile',
  category: 'shape',
  paramField: 'tile_param',
  doc: 'Repeats its first bottom along one axis; the length of that axis in the second bottom is the number of copies.',
  bottoms: exactly(2),
  tops: exactly(1),
  reshape(layer) {
    const axis = layer.params.int('axis');
    const at = layer.canonicalAxis(0, axis, layer.at('axis'));
    const tiles = layer.dim(1, layer.canonicalAxis(1, axis, layer.at('axis')));
    const dims = layer.dims(0);
    return [dims.with(at, multiply(dims[at] ?? 1, tiles))];
  },
};

/** VisionLearningGroup/Ask_Attend_and_Answer, word_sum_layer.cpp. */
const wordSum: LayerDefinition = {
  type: 'WordSum',
  paramField: 'word_sum_param',
  doc: 'Multiplies the second axis, the words of a question, by a learned matrix.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    const outputs = layer.params.int('num_output');
    const [words, values] = [layer.dim(0, 1), layer.dim(0, 2)];
    if (layer.takesGivenBlobs('weight', 'bias')) return;
    layer.addBlob('weight', [outputs, words], 'num_output × words');
    checkFiller(layer, 'weight_filler', [outputs, words], 'weight');
    if (!layer.params.bool('bias_term')) return;
    const bias = [multiply(values, outputs)];
    layer.addBlob('bias', bias, 'num_output · values');
    checkFiller(layer, 'bias_filler', bias, 'bias');
  },
  reshape: (layer) => [layer.dims(0).with(1, layer.params.int('num_output'))],
  macs: (layer) => multiply(layer.count(0), layer.params.int('num_output')),
};

/** VisionLearningGroup/Ask_Attend_and_Answer, matrix_prod_layer.cpp. */
const matrixProd: LayerDefinition = {
  type: 'MatrixProd',
  category: 'innerProduct',
  doc: 'Matrix product of the first bottom and the second, one per item.',
  bottoms: exactly(2),
  tops: exactly(1),
  reshape(layer) {
    const shared = firstAxis(layer);
    if (differ(layer.dim(0, 2), layer.dim(1, 1)) || differ(shared, layer.dim(1, 0))) {
      layer.refuse(
        'fork/matrix-shape',
        layer.bottomAt(1),
        `${layer.describe(0)} and ${layer.describe(1)} cannot be multiplied: the last axis of the first must equal the second axis of the second, for the same number of matrices.`,
      );
    }
    return [layer.dims(0).with(2, layer.dim(1, 2))];
  },
};

/** A single item counts as as many items as it has rows. */
function firstAxis(layer: LayerContext): Dim {
  return layer.dim(0, layer.dim(0, 0) === 1 ? 1 : 0);
}

export const rearrangingLayers: readonly LayerDefinition[] = [
  batchReduction,
  convert,
  matrixProd,
  myTile,
  transpose,
  wordSum,
];
