import { quoted } from '../../edit/draft.ts';
import { valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { removeLayer } from '../../edit/layers.ts';
import { removeBlob } from '../../edit/wires.ts';
import type { Layer } from '../../net/net.ts';
import type { Fixer, Place } from '../fixer.ts';
import { slotAt, syntaxOf } from '../helpers/layerText.ts';
import { offer } from '../helpers/offer.ts';
import { bestFirst } from '../helpers/trial.ts';

/** A loss or an Accuracy in a net without labels, as it stays behind in a net for deployment. */
export const withoutLabels: Fixer = {
  checks: ['net/unknown-bottom', 'net/exact-bottoms', 'net/min-bottoms'],
  doc: 'Makes probabilities in place of a loss that has no labels, or takes the layer away.',
  fixes(place) {
    const { layer } = place;
    if (!layer || !/Loss$|^Accuracy$/u.test(layer.type)) return [];
    const bottoms = layer.message.list('bottom');
    const lacks =
      place.check === 'net/unknown-bottom'
        ? slotAt(place.document.tree, layer, place.range.start) === 1
        : bottoms.length === 1;
    return lacks ? bestFirst(place, [...probabilities(place, layer), ...leaveOut(place, layer)]) : [];
  },
};

/** What the program that runs the net reads in place of the loss. */
const twins: Readonly<Record<string, string>> = {
  SoftmaxWithLoss: 'Softmax',
  SigmoidCrossEntropyLoss: 'Sigmoid',
};

function probabilities({ document: { tree } }: Place, layer: Layer): Fix[] {
  const twin = twins[layer.type];
  const [type] = layer.message.list('type');
  const label = layer.message.list('bottom')[1];
  if (!twin || !type || syntaxOf(layer) !== 'today' || layer.message.has('loss_weight')) return [];
  const edits = [
    { range: valueRange(tree, layer, type), newText: quoted(twin) },
    ...(label ? [removeBlob(tree, layer, label)] : []),
  ];
  return offer(`Make a ${twin} of \`${layer.name}\`, which needs no labels`, edits);
}

function leaveOut({ document: { tree } }: Place, layer: Layer): Fix[] {
  return offer(`Remove the layer \`${layer.name}\``, [removeLayer(tree, layer)]);
}
