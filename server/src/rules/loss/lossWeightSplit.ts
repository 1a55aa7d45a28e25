import type { Document } from '../../document/document.ts';
import { valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { addLayerAfter } from '../../edit/layers.ts';
import { freeBlobName, freeLayerName } from '../../edit/names.ts';
import { newField, quoted } from '../../edit/newField.ts';
import { stateRules } from '../../edit/stateRules.ts';
import { isRegistered } from '../../layers/registry.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import { floatText } from '../../shape/floatText.ts';
import { isLossLayer } from '../helpers/training.ts';
import type { Rule } from '../rule.ts';

export const lossWeightSplit: Rule = {
  code: 'loss-weight-split',
  severity: 'warning',
  doc: {
    what: 'A top with a `loss_weight` is read by a layer, which changes the weight of the loss.',
    why: 'If a top with a loss weight has consumers, Caffe inserts a Split layer that copies it. The weight moves to the Split, and all weights of the original layer are dropped: a loss layer then additionally counts with its default weight of 1, and if a layer has several tops, the other weights are lost.',
    example: `layer { name: "data" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "loss" type: "EuclideanLoss" bottom: "a" bottom: "b" top: "loss" loss_weight: 0.5 }
layer { name: "shown" type: "Power" bottom: "loss" top: "shown" power_param { scale: 100 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "loss" type: "EuclideanLoss" bottom: "a" bottom: "b" top: "loss" loss_weight: 0 }
layer {
  name: "loss_weighted"
  type: "Power"
  bottom: "loss"
  top: "loss_weighted"
  loss_weight: 0.5
}
layer { name: "shown" type: "Power" bottom: "loss" top: "shown" power_param { scale: 100 } }
`,
    fix: 'Remove the consumers of the weighted top, or move the weight to a separate layer, such as a Power layer without parameters.',
  },
  *layer(layer, near, document) {
    if (!layer.message.has('loss_weight')) return;
    const weights = layer.message.floats('loss_weight');
    const read = weights.findIndex((weight, top) => weight !== 0 && near.consumers(top).length > 0);
    const [consumer] = near.consumers(read);
    const said = consumer && consequence(layer, weights, read);
    if (!said) return;
    yield {
      message: `\`${consumer.layer.name}\` reads \`${layer.message.texts('top')[read]}\`: ${said}`,
      location: layerLocation(layer, layer.message.list('loss_weight')[read]),
      layer: layer.name,
      related: [{ location: layerLocation(consumer.layer), message: 'The consumer.' }],
      needsWhole: true,
      fixes: () => weighedApart(layer, read, document),
    };
  },
};

/** How the loss weights change; undefined if the total loss does not change. */
function consequence(layer: Layer, weights: readonly number[], read: number): string | undefined {
  if (isLossLayer(layer))
    return `Caffe then counts the loss with the weight ${floatText(weights[read] ?? 0)}, and again with the default weight of 1.`;
  const lost = weights.some((weight, top) => top !== read && weight !== 0);
  return lost ? 'Caffe then drops the loss weights of the other tops.' : undefined;
}

/** Adds a copy of the top and moves the loss weight to it. */
function weighedApart(layer: Layer, top: number, document: Document): Fix[] {
  const [weight, blob] = [layer.message.list('loss_weight')[top], layer.message.texts('top')[top]];
  if (!weight || blob === undefined || layer.field.name.text !== 'layer') return [];
  if (!isRegistered('Power', document.dialect)) return [];
  const { start, end } = valueRange(document.tree, layer, weight);
  const copy = newField('layer', [
    newField('name', quoted(freeLayerName(document, `${blob}_weighted`))),
    newField('type', quoted('Power')),
    newField('bottom', quoted(blob)),
    newField('top', quoted(freeBlobName(document, `${blob}_weighted`))),
    ...stateRules(document.tree, layer),
    newField('loss_weight', document.text.slice(start, end)),
  ]);
  const edits = [{ range: { start, end }, newText: '0' }, addLayerAfter(document.tree, layer, copy)];
  return [{ title: 'Move `loss_weight` to a copy of the top', edits, preferred: true }];
}
