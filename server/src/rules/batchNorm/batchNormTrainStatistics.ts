import { removeParams } from '../../edit/params.ts';
import { layerLocation } from '../../net/failure.ts';
import { layersOf } from '../../net/layersOf.ts';
import type { Layer } from '../../net/net.ts';
import { isFineTuned, isTrainingNet, rateOf } from '../helpers/training.ts';
import type { Rule } from '../rule.ts';

const types = ['BatchNorm'];

export const batchNormTrainStatistics: Rule = {
  code: 'batch-norm-train-statistics',
  severity: 'hint',
  doc: {
    what: 'A BatchNorm layer has `use_global_stats: true` in a net that is trained.',
    why: 'The mean and the variance stay those of the loaded model; in a new net they are 0. This is correct for fine-tuning with frozen BatchNorm layers, but training from scratch fails. A net with frozen weights, or without fillers for most of its layers, is assumed to be fine-tuned. If the field is not set, Caffe uses batch statistics in TRAIN and accumulated statistics in TEST.',
    example: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 dim: 4 } } }
layer { name: "bn" type: "BatchNorm" bottom: "data" top: "bn" batch_norm_param { use_global_stats: true } }
layer { name: "scale" type: "Scale" bottom: "bn" top: "bn" scale_param { bias_term: true } }
layer { name: "loss" type: "EuclideanLoss" bottom: "bn" bottom: "label" top: "loss" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 dim: 4 } } }
layer { name: "bn" type: "BatchNorm" bottom: "data" top: "bn" }
layer { name: "scale" type: "Scale" bottom: "bn" top: "bn" scale_param { bias_term: true } }
layer { name: "loss" type: "EuclideanLoss" bottom: "bn" bottom: "label" top: "loss" }
`,
    fix: 'Remove `use_global_stats`, unless the net is fine-tuned with the statistics of a loaded model.',
  },
  types,
  *net(net, document) {
    if (!isTrainingNet(net) || isFineTuned(net)) return;
    for (const layer of layersOf(net, types)) {
      if (!layer.message.has('batch_norm_param')) continue;
      const [param] = layer.message.list('batch_norm_param');
      const [given] = layer.message.message('batch_norm_param').list('use_global_stats');
      if (given?.value !== true) continue;
      if (net.memo.filter(net.layers, isFrozenScale).length > 0) return;
      yield {
        message: `\`${layer.name}\` does not update its mean and variance in training: they stay those of a loaded model, or 0.`,
        location: layerLocation(layer, given),
        layer: layer.name,
        fixes: () => [
          {
            title: 'Remove `use_global_stats`',
            edits: removeParams(document.tree, layer, param, [given]),
          },
        ],
      };
    }
  },
};

/** A frozen Scale indicates fine-tuning with the statistics of the model. */
function isFrozenScale(layer: Layer): boolean {
  return layer.type === 'Scale' && layer.params[0]?.role === 'scale' && rateOf(layer, 0) === 0;
}
