import { removeBlob } from '../../edit/blobs.ts';
import { valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { removeLayer } from '../../edit/layers.ts';
import { quoted } from '../../edit/newField.ts';
import type { Layer } from '../../net/net.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { slotAt, syntaxOf } from '../helpers/layerText.ts';
import { offer } from '../helpers/offer.ts';

/** A loss or an Accuracy without labels, left over in a deployment net. */
export const withoutLabels: Fixer = {
  checks: ['net/unknown-bottom', 'net/exact-bottoms', 'net/min-bottoms'],
  doc: 'Replaces a loss without labels with the layer that outputs its probabilities, or removes the layer.',
  fixes(context) {
    const { layer } = context;
    if (!layer || !/Loss$|^Accuracy$/u.test(layer.type)) return [];
    const bottoms = layer.message.list('bottom');
    const lacks =
      context.check === 'net/unknown-bottom'
        ? slotAt(context.document.tree, layer, context.range.start) === 1
        : bottoms.length === 1;
    return lacks ? bestFirst(context, [...probabilities(context, layer), ...leaveOut(context, layer)]) : [];
  },
};

/** The layer that outputs the predictions of a loss. */
const duplicates: ReadonlyMap<string, string> = new Map(
  Object.entries({
    SoftmaxWithLoss: 'Softmax',
    SigmoidCrossEntropyLoss: 'Sigmoid',
  }),
);

function probabilities({ document: { tree } }: FixContext, layer: Layer): Fix[] {
  const duplicate = duplicates.get(layer.type);
  const [type] = layer.message.list('type');
  const label = layer.message.list('bottom')[1];
  if (!duplicate || !type || syntaxOf(layer) !== 'current' || layer.message.has('loss_weight')) return [];
  const edits = [
    { range: valueRange(tree, layer, type), newText: quoted(duplicate) },
    ...(label ? [removeBlob(tree, layer, label)] : []),
  ];
  return offer(`Change \`${layer.name}\` to a ${duplicate}, which needs no labels`, edits);
}

function leaveOut({ document: { tree } }: FixContext, layer: Layer): Fix[] {
  return offer(`Remove the layer \`${layer.name}\``, [removeLayer(tree, layer)]);
}
