import { valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import type { Layer } from '../../net/net.ts';
import { isKnown } from '../../shape/dim.ts';
import { countOf, hasRank } from '../../shape/shape.ts';
import type { Fixer, Place } from '../fixer.ts';
import { typeText } from '../helpers/layerText.ts';
import { outputsMaker } from '../helpers/makers.ts';
import { offer } from '../helpers/offer.ts';
import { offerValue } from '../helpers/ownParams.ts';
import { readAnother, swapBottoms } from '../helpers/readAnother.ts';
import { bestFirst } from '../helpers/trial.ts';
import { batches } from '../shapes/batches.ts';

/** Predictions and labels that do not match. */
export const losses: Fixer = {
  checks: [
    'accuracy/label-count',
    'accuracy/label-empty',
    'accuracy/top-k',
    'contrastive/channels',
    'euclidean/dim',
    'infogain/label-count',
    'loss/first-dim',
    'mll/label-channels',
    'mll/label-height',
    'mll/label-width',
    'sce/count',
    'softmaxloss/label-count',
  ],
  doc: 'Replaces or swaps the predictions and labels, sets `num_output` to the number of labels, sets one batch size for both, or changes the loss to SoftmaxWithLoss.',
  fixes(place) {
    const { layer } = place;
    if (!layer) return [];
    const scored = asClassification(place, layer);
    const counted = isCounted(place, layer);
    const tries = [
      ...(counted ? scored : []),
      ...swapBottoms(place.document.tree, layer),
      ...topK(place, layer),
      ...outputs(place, layer),
      ...batches(place, layer, 1),
      ...readAnother(place, layer, [1, 0]),
      ...(counted ? [] : scored),
    ];
    return bestFirst(place, tries).slice(0, 4);
  },
};

/** Changes a regression loss to a classification loss, if there is one label for several scores. */
function asClassification(place: Place, layer: Layer): Fix[] {
  const { tree } = place.document;
  if (!['euclidean/dim', 'sce/count'].includes(place.check)) return [];
  const [scores, labels] = [0, 1].map((slot) => layer.context.shape(slot));
  const [type] = layer.message.list('type');
  const newText = typeText(layer, 'SoftmaxWithLoss');
  if (!type || newText === undefined || !scores || !labels || !hasRank(scores) || !hasRank(labels)) return [];
  const [many, one] = [countOf(scores.slice(1)), countOf(labels.slice(1))];
  if (one !== 1 || !isKnown(many) || many < 2) return [];
  return offer(`Set \`type: ${newText}\``, [{ range: valueRange(tree, layer, type), newText }]);
}

/** Whether an Accuracy compares the same scores with the same labels, so that the labels are classes. */
function isCounted({ document }: Place, layer: Layer): boolean {
  const [scores, labels] = layer.message.texts('bottom');
  return document.source().upgraded.layers.some(({ message }) => {
    const [own, other] = message.texts('bottom');
    return message.text('type') === 'Accuracy' && own === scores && other === labels;
  });
}

/** Limits `top_k` to the number of classes. */
function topK(place: Place, layer: Layer): Fix[] {
  if (!layer.context.params.has('top_k')) return [];
  const [scores, labels] = [0, 1].map((slot) => countOf(layer.context.shape(slot)));
  if (scores === undefined || labels === undefined || !isKnown(scores) || !isKnown(labels) || labels === 0)
    return [];
  const classes = Math.trunc(scores / labels);
  return classes > 0 ? offerValue(place, layer, 'top_k', classes) : [];
}

/** Sets `num_output` to the number of label values. */
function outputs(place: Place, layer: Layer): Fix[] {
  if (!['euclidean/dim', 'sce/count', 'contrastive/channels'].includes(place.check)) return [];
  const shape = layer.context.shape(1);
  const maker = outputsMaker(place.net, layer, 0);
  const count = hasRank(shape) ? countOf(shape.slice(1)) : undefined;
  if (!maker || count === undefined || !isKnown(count)) return [];
  return offerValue(place, maker, 'num_output', count, ` in \`${maker.name}\``);
}
