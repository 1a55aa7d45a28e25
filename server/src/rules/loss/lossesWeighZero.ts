import type { Document } from '../../document/document.ts';
import { fieldRange, removeField } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import { isLossLayer, isTrainingNet } from '../helpers/training.ts';
import type { Rule } from '../rule.ts';

export const lossesWeighZero: Rule = {
  code: 'losses-weigh-zero',
  severity: 'warning',
  doc: {
    what: 'All losses of a net have weight 0, so the net does not learn.',
    why: 'Caffe minimizes the weighted sum of the losses. If every weight is 0, there is no gradient: Caffe disables the backward pass, and training does not change any weights.',
    example: `layer { name: "data" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "loss" type: "EuclideanLoss" bottom: "a" bottom: "b" top: "loss" loss_weight: 0 }
`,
    fixed: `layer { name: "data" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "loss" type: "EuclideanLoss" bottom: "a" bottom: "b" top: "loss" }
`,
    fix: 'Set a nonzero weight for one of the losses, or remove `loss_weight`.',
  },
  *net(net, document) {
    if (net.state.phase !== 'TRAIN' || isTrainingNet(net)) return;
    const [layer] = net.memo.filter(net.layers, isWeightedLoss);
    const weight = layer?.message.list('loss_weight')[0];
    if (!layer || !weight) return;
    yield {
      message: 'Every loss of the net has the weight 0, so the net does not learn.',
      location: layerLocation(layer, weight),
      layer: layer.name,
      needsWhole: true,
      fixes: () => weighted(layer, document),
    };
  },
};

function isWeightedLoss(layer: Layer): boolean {
  return isLossLayer(layer) && layer.message.has('loss_weight');
}

function weighted(layer: Layer, { text, tree }: Document): Fix[] {
  const entries = layer.message.list('loss_weight');
  const [first] = entries;
  if (!first || entries.length > 1) return [];
  const edits = [removeField(text, fieldRange(tree, layer, first))];
  return [{ title: 'Remove `loss_weight: 0`', edits, preferred: true }];
}
