import { convolution } from '../../bvlc/convolution.ts';
import { data } from '../../bvlc/data.ts';
import { infogainLoss } from '../../bvlc/infogainLoss.ts';
import { concat } from '../../bvlc/joining.ts';
import {
  accuracy,
  checkFirstAxis,
  checkLabelAxes,
  euclideanLoss,
  hingeLoss,
  multinomialLogisticLoss,
  scalar,
  softmaxWithLoss,
} from '../../bvlc/loss.ts';
import { atLeast, exactly, type LayerDefinition } from '../../definition.ts';

/** Layers of s9xie/DSN, a Caffe of March 2014, where they differ from BVLC's. */

const forks = ['dsn'] as const;

/** Losses have no tops that nets can name (loss_layer.cpp, softmax_loss_layer.cpp). */
const unnamedLoss = (loss: LayerDefinition): LayerDefinition => ({
  ...loss,
  forks,
  tops: ({ message }) => ({ exact: message.count('top') === 0 ? 1 : 0 }),
});

/** Labels are not compared with the scores (softmax_loss_layer.cpp, loss_layer.cpp, HingeLossLayer). */
const unchecked = (loss: LayerDefinition): LayerDefinition => ({
  ...unnamedLoss(loss),
  reshape: () => [scalar],
});

/** loss_layer.cpp, AccuracyLayer: the top has the accuracy and the logarithmic loss. */
const accuracyAndLoss: LayerDefinition = {
  ...accuracy,
  forks,
  doc: 'Fraction of predictions whose label has the highest score, and the logarithmic loss.',
  tops: exactly(1),
  reshape(layer) {
    checkFirstAxis(layer);
    checkLabelAxes(layer, 1, ['mll/label-channels', 'mll/label-height', 'mll/label-width']);
    return [[1, 2, 1, 1]];
  },
};

/** concat_layer.cpp: of images or of channels. */
const concatOfChannels: LayerDefinition = {
  ...concat,
  forks,
  bottoms: atLeast(2),
  setUp(layer) {
    const axis = layer.params.int('concat_dim');
    if (axis <= 1) return;
    layer.refuse(
      'concat/dim-range',
      layer.at('concat_dim'),
      `\`concat_dim: ${axis}\` is out of range: this Caffe concatenates images (0) or channels (1).`,
    );
  },
};

/** conv_layer.cpp: one bottom and one top. */
const convolutionOfOne: LayerDefinition = {
  ...convolution,
  forks,
  bottoms: exactly(1),
  tops: exactly(1),
};

/** data_layer.cpp: images and labels. */
const dataWithLabels: LayerDefinition = { ...data, forks, tops: exactly(2) };

export const dsnLayers: readonly LayerDefinition[] = [
  accuracyAndLoss,
  concatOfChannels,
  convolutionOfOne,
  dataWithLabels,
  unchecked(hingeLoss),
  unchecked(softmaxWithLoss),
  unnamedLoss(euclideanLoss),
  unnamedLoss(infogainLoss),
  unnamedLoss(multinomialLogisticLoss),
];
