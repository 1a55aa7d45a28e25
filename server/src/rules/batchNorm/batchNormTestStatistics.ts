import type { Document } from '../../document/document.ts';
import { removeParams } from '../../edit/params.ts';
import { layerPlace } from '../../net/fault.ts';
import type { Net } from '../../net/net.ts';
import { isLossLayer } from '../helpers/training.ts';
import type { Rule } from '../rule.ts';

/** Statistics of a test batch in place of the learned ones. */
export const batchNormTestStatistics: Rule = {
  code: 'batch-norm-test-statistics',
  severity: 'warning',
  doc: {
    what: 'A BatchNorm has `use_global_stats: false` in a net for testing.',
    why: 'In the TEST phase the mean and the variance that were gathered in training should be used. With `false` the layer normalizes each batch by itself, so that the result for an image depends on the images next to it, and is poor for small batches. Without the field Caffe chooses rightly: the batch in TRAIN, the gathered statistics in TEST.',
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
    fix: 'Leave `use_global_stats` out.',
  },
  types: ['BatchNorm'],
  *layer(layer, near, document) {
    const [param] = layer.message.list('batch_norm_param');
    const [given] = layer.message.message('batch_norm_param').list('use_global_stats');
    if (!param || given?.value !== false || !isForTesting(near.whole(), document)) return;
    yield {
      message: `\`${layer.name}\` would normalize each test batch by its own mean and variance, and not by those gathered in training.`,
      place: layerPlace(layer, given),
      layer: layer.name,
      fixes: () => [
        {
          title: 'Leave `use_global_stats` out, so that the phase decides',
          edits: removeParams(document.tree, layer, param, [given]),
          preferred: true,
        },
      ],
    };
  },
};

/** Whether anybody builds the file of a net of the TEST phase for testing: it has no loss, or layers for that phase. A file for training alone has not. */
function isForTesting(net: Net, document: Document): boolean {
  if (net.state.phase !== 'TEST') return false;
  if (net.memo.filter(net.layers, isLossLayer).length === 0) return true;
  return document
    .source()
    .upgraded.filtered.some(({ message }) =>
      message.messages('include').some((rule) => rule.text('phase') === 'TEST' && rule.has('phase')),
    );
}
