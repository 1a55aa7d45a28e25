import type { Document } from '../../document/document.ts';
import { draft, quoted } from '../../edit/draft.ts';
import { valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { addLayerBehind } from '../../edit/layers.ts';
import { freeBlobName, freeLayerName } from '../../edit/names.ts';
import { layerPlace } from '../../net/fault.ts';
import type { Layer } from '../../net/net.ts';
import { isLossLayer } from '../helpers/training.ts';
import type { Rule } from '../rule.ts';

/** Loss weights that change because somebody reads the loss. */
export const lossWeightSplit: Rule = {
  code: 'loss-weight-split',
  severity: 'warning',
  doc: {
    what: 'A layer reads a top that has a `loss_weight`, which gives the loss another weight than the written one.',
    why: 'A top that is read, and weighted too, is copied by a Split layer that Caffe inserts. The weight goes to the Split, and all weights of the layer are dropped: a loss layer then counts with its default weight of 1 besides, and of a layer with several tops the other weights are lost.',
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
    fix: 'Let nobody read the weighted top, or put the weight into a layer of its own behind it, such as a Power that changes nothing.',
  },
  *layer(layer, near, document) {
    if (!layer.message.has('loss_weight')) return;
    const weights = layer.message.floats('loss_weight');
    const read = weights.findIndex((weight, top) => weight !== 0 && near.readers(top).length > 0);
    const [reader] = near.readers(read);
    const said = reader && consequence(layer, weights, read);
    if (!said) return;
    yield {
      message: `\`${reader.layer.name}\` reads \`${layer.message.texts('top')[read]}\`: ${said}`,
      place: layerPlace(layer, layer.message.list('loss_weight')[read]),
      layer: layer.name,
      related: [{ place: layerPlace(reader.layer), message: 'The layer that reads it.' }],
      needsWhole: true,
      fixes: () => weighedApart(layer, read, document),
    };
  },
};

/** What becomes of the weights; nothing where the sum stays the same. */
function consequence(layer: Layer, weights: readonly number[], read: number): string | undefined {
  if (isLossLayer(layer))
    return `Caffe then counts the loss with ${weights[read]} and once more with the default weight of 1.`;
  const lost = weights.some((weight, top) => top !== read && weight !== 0);
  return lost ? 'Caffe then drops the loss weights of the other tops.' : undefined;
}

/** A copy of the top, which counts for the loss in its place. */
function weighedApart(layer: Layer, top: number, document: Document): Fix[] {
  const [weight, blob] = [layer.message.list('loss_weight')[top], layer.message.texts('top')[top]];
  const rules = layer.message.has('include') || layer.message.has('exclude');
  if (!weight || blob === undefined || rules || layer.field.name.text !== 'layer') return [];
  const { start, end } = valueRange(document.tree, layer, weight);
  const copy = draft('layer', [
    draft('name', quoted(freeLayerName(document, `${blob}_weighted`))),
    draft('type', quoted('Power')),
    draft('bottom', quoted(blob)),
    draft('top', quoted(freeBlobName(document, `${blob}_weighted`))),
    draft('loss_weight', document.text.slice(start, end)),
  ]);
  const edits = [{ range: { start, end }, newText: '0' }, addLayerBehind(document.tree, layer, copy)];
  return [{ title: 'Weigh a copy of the top', edits, preferred: true }];
}
