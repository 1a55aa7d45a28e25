import { layerExtent } from '../../document/layers.ts';
import { addBlob, removeBlob } from '../../edit/blobs.ts';
import { fieldRange, valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField, printInline, quoted } from '../../edit/newField.ts';
import { blobGraphOf } from '../../net/blobGraph.ts';
import type { Layer } from '../../net/net.ts';
import { surplusOf } from '../../net/related/surplus.ts';
import type { Entry } from '../../schema/message.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { layerIndexAt, typeText } from '../helpers/layerText.ts';
import { offer } from '../helpers/offer.ts';
import { topsFor } from '../helpers/suggestBlobs.ts';

/** Surplus bottoms without a producer, and labels of a layer that compares nothing. */
export const surplusBottoms: Fixer = {
  checks: ['net/unknown-bottom', 'net/exact-bottoms', 'net/max-bottoms'],
  doc: 'Removes labels and other surplus bottoms, and adds the missing top; or changes a Softmax with labels to a loss.',
  fixes(context) {
    const { layer } = context;
    const surplus = layer ? surplusOf(layer) : 0;
    if (!layer || surplus === 0) return [];
    const entries = layer.message.list('bottom').slice(-surplus);
    const isMade = (entry: Entry) => makes(context, layer, entry);
    const isLabel = ({ value }: Entry) => /label|target|gt/iu.test(String(value));
    if (!entries.every((entry) => !isMade(entry) || isLabel(entry))) return [];
    const without = removal(context, layer, entries);
    const loss = entries.length === 1 && entries.every(isMade) ? asLoss(context.document.tree, layer) : [];
    const named = [layer.name, ...layer.message.texts('top')].some((name) => /loss/iu.test(name));
    return bestFirst(context, named ? [...loss, ...without] : [...without, ...loss]);
  },
};

function makes({ net }: FixContext, layer: Layer, entry: Entry): boolean {
  const slot = layer.message.list('bottom').indexOf(entry);
  return net !== undefined && blobGraphOf(net).producer(layer, slot) !== undefined;
}

/** Removes the bottoms, and adds a top if the layer has none. */
function removal({ document }: FixContext, layer: Layer, entries: readonly Entry[]): Fix[] {
  const { exact, min = 0 } = layer.definition?.tops(layer.context) ?? {};
  const lacks = layer.message.count('top') === 0 && (exact ?? min) === 1;
  const { layers } = document.netInput().upgraded;
  const [top] = topsFor(layers, layerIndexAt(document.tree, layers, layerExtent(document.tree, layer).start));
  const names = entries.map(({ value }) => `\`${String(value)}\``).join(', ');
  const title = `Remove the bottom${entries.length === 1 ? '' : 's'} ${names}`;
  const listed = entries.some(({ field }) => field.value?.kind === 'list');
  if (listed && entries.length > 1) return [];
  const edits = entries.map((entry) => removeBlob(document.tree, layer, entry));
  if (!lacks || top === undefined) return offer(title, edits);
  const [first] = entries;
  const added: (TextEdit | undefined)[] =
    listed || !first
      ? [...edits, addBlob(document.tree, layer, 'top', top)]
      : [
          {
            range: fieldRange(document.tree, layer, first),
            newText: printInline(newField('top', quoted(top))),
          },
          ...edits.slice(1),
        ];
  return offer(`${title} and add the top \`${top}\``, added);
}

/** The loss that computes the same function and compares it with labels. */
const losses: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Softmax: 'SoftmaxWithLoss',
    Sigmoid: 'SigmoidCrossEntropyLoss',
  }),
);

function asLoss(tree: SyntaxTree, layer: Layer): Fix[] {
  const loss = losses.get(layer.type);
  const [type] = layer.message.list('type');
  const newText = loss && typeText(layer, loss);
  if (!type || newText === undefined) return [];
  return offer(`Set \`type: ${newText}\``, [{ range: valueRange(tree, layer, type), newText }]);
}
