import type { Document } from '../../document/document.ts';
import { fieldRange, removeField } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { layerPlace } from '../../net/fault.ts';
import type { Layer } from '../../net/net.ts';
import { isLossLayer, trains } from '../helpers/training.ts';
import type { Rule } from '../rule.ts';

/** A training net that minimizes nothing. */
export const lossesWeighZero: Rule = {
  code: 'losses-weigh-zero',
  severity: 'warning',
  doc: {
    what: 'All losses of a net have the weight 0, so that nothing is learned.',
    why: 'Caffe minimizes the weighted sum of the losses. With a weight of 0 for each there is no gradient; Caffe switches the backward pass off, and training leaves every weight as it was.',
    example: `layer { name: "data" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "loss" type: "EuclideanLoss" bottom: "a" bottom: "b" top: "loss" loss_weight: 0 }
`,
    fixed: `layer { name: "data" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "loss" type: "EuclideanLoss" bottom: "a" bottom: "b" top: "loss" }
`,
    fix: 'Give one of the losses a weight, or leave `loss_weight` out.',
  },
  *net(net, document) {
    if (net.state.phase !== 'TRAIN' || trains(net)) return;
    const [layer] = net.memo.filter(net.layers, isWeightedLoss);
    const weight = layer?.message.list('loss_weight')[0];
    if (!layer || !weight) return;
    yield {
      message: 'Every loss of the net weighs 0: there is nothing to learn from.',
      place: layerPlace(layer, weight),
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
