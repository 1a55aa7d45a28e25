import { removeParams } from '../../edit/params.ts';
import { layerPlace } from '../../net/fault.ts';
import { layersOf } from '../../net/layersOf.ts';
import type { Layer } from '../../net/net.ts';
import { loadsModel, rateOf, trains } from '../helpers/training.ts';
import type { Rule } from '../rule.ts';

const types = ['BatchNorm'];

/** Statistics that stay as they are while the net learns. */
export const batchNormTrainStatistics: Rule = {
  code: 'batch-norm-train-statistics',
  severity: 'hint',
  doc: {
    what: 'A BatchNorm has `use_global_stats: true` in a net that is trained.',
    why: 'The mean and the variance stay those of the loaded model, and are zeros in a new net. That is right for fine-tuning with a frozen BatchNorm, and makes training from scratch fail. A net with frozen weights, or without fillers for most of them, is taken to be fine-tuned. Without the field Caffe chooses by the phase: the batch in TRAIN, the gathered statistics in TEST.',
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
    fix: 'Leave `use_global_stats` out, unless the statistics of a loaded model are to be kept.',
  },
  types,
  *net(net, document) {
    if (!trains(net) || loadsModel(net)) return;
    for (const layer of layersOf(net, types)) {
      if (!layer.message.has('batch_norm_param')) continue;
      const [param] = layer.message.list('batch_norm_param');
      const [given] = layer.message.message('batch_norm_param').list('use_global_stats');
      if (given?.value !== true) continue;
      if (net.memo.filter(net.layers, isFrozenScale).length > 0) return;
      yield {
        message: `\`${layer.name}\` keeps its mean and variance in training: those of a loaded model, or zeros.`,
        place: layerPlace(layer, given),
        layer: layer.name,
        fixes: () => [
          {
            title: 'Leave `use_global_stats` out, so that the phase decides',
            edits: removeParams(document.tree, layer, param, [given]),
          },
        ],
      };
    }
  },
};

/** Who freezes the factors of a Scale fine-tunes a model, and wants its statistics. */
function isFrozenScale(layer: Layer): boolean {
  return layer.type === 'Scale' && layer.params[0]?.role === 'scale' && rateOf(layer, 0) === 0;
}
