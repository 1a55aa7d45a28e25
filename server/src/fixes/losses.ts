import type { Fix } from '../edit/fix.ts';
import type { Layer } from '../net/net.ts';
import { isKnown } from '../shape/dim.ts';
import { countOf, hasRank } from '../shape/shape.ts';
import { batches } from './batches.ts';
import type { Fixer, Place } from './fixer.ts';
import { outputsMaker } from './makers.ts';
import { offerValue } from './ownParams.ts';
import { readAnother, swapBottoms } from './readAnother.ts';
import { bestFirst } from './trial.ts';

/** Predictions and labels that do not go together. */
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
  doc: 'Reads the labels or the predictions that fit, swaps them, makes as many predictions as there are labels, or states one batch for both.',
  fixes(place) {
    const { layer } = place;
    if (!layer) return [];
    const tries = [
      ...swapBottoms(layer),
      ...topK(place, layer),
      ...outputs(place, layer),
      ...batches(place, layer, 1),
      ...readAnother(place, layer, [1, 0]),
    ];
    return bestFirst(place, tries).slice(0, 4);
  },
};

/** No more guesses than there are classes. */
function topK(place: Place, layer: Layer): Fix[] {
  if (!layer.context.params.has('top_k')) return [];
  const [scores, labels] = [0, 1].map((slot) => countOf(layer.context.shape(slot)));
  if (scores === undefined || labels === undefined || !isKnown(scores) || !isKnown(labels) || labels === 0)
    return [];
  const classes = Math.trunc(scores / labels);
  return classes > 0 ? offerValue(place, layer, 'top_k', classes) : [];
}

/** A layer that makes one number for each number of the labels. */
function outputs(place: Place, layer: Layer): Fix[] {
  if (!['euclidean/dim', 'sce/count', 'contrastive/channels'].includes(place.check)) return [];
  const shape = layer.context.shape(1);
  const maker = outputsMaker(place.net, layer, 0);
  const count = hasRank(shape) ? countOf(shape.slice(1)) : undefined;
  if (!maker || count === undefined || !isKnown(count)) return [];
  return offerValue(place, maker, 'num_output', count, ` in \`${maker.name}\``);
}
