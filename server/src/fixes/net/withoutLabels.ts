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

/** A loss or an Accuracy without labels, left over in a deployment net. */
export const withoutLabels: Fixer = {
  checks: ['net/unknown-bottom', 'net/exact-bottoms', 'net/min-bottoms'],
  doc: 'Replaces a loss without labels with the layer that outputs its probabilities, or removes the layer.',
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

/** The layer that outputs the predictions of a loss. */
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
  return offer(`Change \`${layer.name}\` to a ${twin}, which needs no labels`, edits);
}

function leaveOut({ document: { tree } }: Place, layer: Layer): Fix[] {
  return offer(`Remove the layer \`${layer.name}\``, [removeLayer(tree, layer)]);
}
