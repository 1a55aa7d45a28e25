import { valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import type { Layer } from '../../net/net.ts';
import { isKnown } from '../../shape/dim.ts';
import { countOf, hasRank } from '../../shape/shape.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { typeText } from '../helpers/layerText.ts';
import { offer } from '../helpers/offer.ts';
import { offerValue } from '../helpers/ownFields.ts';
import { outputsProducer } from '../helpers/producers.ts';
import { rewireBottom, swapBottoms } from '../helpers/rewireBottom.ts';
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
  fixes(context) {
    const { layer } = context;
    if (!layer) return [];
    const scored = asClassification(context, layer);
    const counted = isCounted(context, layer);
    const tries = [
      ...(counted ? scored : []),
      ...swapBottoms(context.document.tree, layer),
      ...topK(context, layer),
      ...outputs(context, layer),
      ...batches(context, layer, 1),
      ...rewireBottom(context, layer, [1, 0]),
      ...(counted ? [] : scored),
    ];
    return bestFirst(context, tries).slice(0, 4);
  },
};

/** Changes a regression loss to a classification loss, if there is one label for several scores. */
function asClassification(context: FixContext, layer: Layer): Fix[] {
  const { tree } = context.document;
  if (!['euclidean/dim', 'sce/count'].includes(context.check)) return [];
  const [scores, labels] = [0, 1].map((slot) => layer.context.shape(slot));
  const [type] = layer.message.list('type');
  const newText = typeText(layer, 'SoftmaxWithLoss');
  if (!type || newText === undefined || !scores || !labels || !hasRank(scores) || !hasRank(labels)) return [];
  const [many, one] = [countOf(scores.slice(1)), countOf(labels.slice(1))];
  if (one !== 1 || !isKnown(many) || many < 2) return [];
  return offer(`Set \`type: ${newText}\``, [{ range: valueRange(tree, layer, type), newText }]);
}

/** Whether an Accuracy compares the same scores with the same labels, so that the labels are classes. */
function isCounted({ document }: FixContext, layer: Layer): boolean {
  const [scores, labels] = layer.message.texts('bottom');
  return document.netInput().upgraded.layers.some(({ message }) => {
    const [own, other] = message.texts('bottom');
    return message.text('type') === 'Accuracy' && own === scores && other === labels;
  });
}

/** Limits `top_k` to the number of classes. */
function topK(context: FixContext, layer: Layer): Fix[] {
  if (!layer.context.params.has('top_k')) return [];
  const [scores, labels] = [0, 1].map((slot) => countOf(layer.context.shape(slot)));
  if (scores === undefined || labels === undefined || !isKnown(scores) || !isKnown(labels) || labels === 0)
    return [];
  const classes = Math.trunc(scores / labels);
  return classes > 0 ? offerValue(context, layer, 'top_k', classes) : [];
}

/** Sets `num_output` to the number of label values. */
function outputs(context: FixContext, layer: Layer): Fix[] {
  if (!['euclidean/dim', 'sce/count', 'contrastive/channels'].includes(context.check)) return [];
  const shape = layer.context.shape(1);
  const producer = outputsProducer(context.net, layer, 0);
  const count = hasRank(shape) ? countOf(shape.slice(1)) : undefined;
  if (!producer || count === undefined || !isKnown(count)) return [];
  return offerValue(context, producer, 'num_output', count, ` in \`${producer.name}\``);
}
