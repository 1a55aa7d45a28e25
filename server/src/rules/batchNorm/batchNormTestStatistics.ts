import type { Document } from '../../document/document.ts';
import { removeParams } from '../../edit/params.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Net } from '../../net/net.ts';
import { isLossLayer } from '../helpers/training.ts';
import type { Rule } from '../rule.ts';

export const batchNormTestStatistics: Rule = {
  code: 'batch-norm-test-statistics',
  severity: 'warning',
  doc: {
    what: 'A BatchNorm layer has `use_global_stats: false` in a net for testing.',
    why: 'In the TEST phase, BatchNorm should use the mean and the variance accumulated in training. With `false` it normalizes by the statistics of the current batch, so the result for an image depends on the other images of the batch, and is poor for small batches. If the field is not set, Caffe uses batch statistics in TRAIN and accumulated statistics in TEST.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer {
  name: "bn" type: "BatchNorm" bottom: "data" top: "bn"
  batch_norm_param { use_global_stats: false eps: 0.001 }
}
layer { name: "scale" type: "Scale" bottom: "bn" top: "bn" scale_param { bias_term: true } }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer {
  name: "bn" type: "BatchNorm" bottom: "data" top: "bn"
  batch_norm_param { eps: 0.001 }
}
layer { name: "scale" type: "Scale" bottom: "bn" top: "bn" scale_param { bias_term: true } }
`,
    fix: 'Remove `use_global_stats`.',
  },
  types: ['BatchNorm'],
  *layer(layer, near, document) {
    const [param] = layer.message.list('batch_norm_param');
    const [given] = layer.message.message('batch_norm_param').list('use_global_stats');
    if (!param || given?.value !== false || !isForTesting(near.whole(), document)) return;
    yield {
      message: `\`${layer.name}\` normalizes each test batch by the statistics of that batch, not by those accumulated in training.`,
      location: layerLocation(layer, given),
      layer: layer.name,
      fixes: () => [
        {
          title: 'Remove `use_global_stats`',
          edits: removeParams(document.tree, layer, param, [given]),
          preferred: true,
        },
      ],
    };
  },
};

/**
 * Whether the file is also meant for testing: the net of the TEST phase has no loss layer, or a layer has an `include` rule
 * for that phase.
 */
function isForTesting(net: Net, document: Document): boolean {
  if (net.state.phase !== 'TEST') return false;
  if (net.memo.filter(net.layers, isLossLayer).length === 0) return true;
  return document
    .netInput()
    .upgraded.filtered.some(({ message }) =>
      message.messages('include').some((rule) => rule.text('phase') === 'TEST' && rule.has('phase')),
    );
}
