import { moveLayer } from '../../edit/arrange/moveLayer.ts';
import { addBlob, removeBlob, writeBlob } from '../../edit/blobs.ts';
import { addField, fieldRange, layerBody, removeFields, valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { addLayerBefore } from '../../edit/layers.ts';
import { newField, quoted } from '../../edit/newField.ts';
import { inputFormFor, newInputs } from '../../edit/newInput.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import { surplusOf } from '../../net/related/surplus.ts';
import { phases } from '../../net/states/state.ts';
import { type Entry, Message } from '../../schema/message.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { layerIndexAt, slotAt } from '../helpers/layerText.ts';
import { offer } from '../helpers/offer.ts';
import { bottomsFor } from '../helpers/suggestBlobs.ts';

/** A bottom that no layer above produces. */
export const unknownBottom: Fixer = {
  checks: ['net/unknown-bottom', 'upgrade/v0-unknown-blob'],
  doc: 'Moves the layer after the producer, adds the missing top to a layer above, restricts the layer to the phase of the blob, includes the producer in both phases, replaces the bottom, or inserts the input of a net without inputs.',
  fixes(context) {
    const bottom = bottomAt(context);
    const { layer } = context;
    // Replacing a surplus bottom does not help.
    if (!bottom || (layer && bottom.slot >= layer.inputs.length - surplusOf(layer))) return [];
    const ways = [severalNames, move, nameTop, keepToPhase, giveToBothPhases, readAnother, addInput, remove];
    return bestFirst(context, ways.flatMap((way) => way(context, bottom)).slice(0, 12)).slice(0, 5);
  },
};

interface Bottom {
  readonly layers: readonly LayerSyntax[];
  readonly index: number;
  readonly layer: LayerSyntax;
  readonly entry: Entry;
  readonly slot: number;
  readonly blob: string;
}

function bottomAt({ document, range }: FixContext): Bottom | undefined {
  const { layers } = document.netInput().upgraded;
  const index = layerIndexAt(document.tree, layers, range.start);
  const layer = layers[index];
  const slot = layer ? slotAt(document.tree, layer, range.start) : -1;
  const entry = layer?.message.list('bottom')[slot];
  return layer && entry && { layers, index, layer, entry, slot, blob: String(entry.value) };
}

/** Several blobs in one string, or in adjacent strings without a comma or a field name. */
function severalNames(
  { document: { text, tree } }: FixContext,
  { layers, index, layer, entry, blob }: Bottom,
): Fix[] {
  const range = valueRange(tree, layer, entry);
  const strings = text.slice(range.start, range.end).match(/"[^"]*"|'[^']*'/gu) ?? [];
  const names = strings.length > 1 ? strings.map((one) => one.slice(1, -1)) : blob.split(/[\s,;]+/u);
  const above = new Set(layers.slice(0, index).flatMap(({ message }) => message.texts('top')));
  if (names.length < 2 || !names.every((name) => above.has(name))) return [];
  const between = entry.field.value?.kind === 'list' ? ', ' : ' bottom: ';
  const newText = names.map(quoted).join(between);
  return offer(`Use separate bottoms ${names.map((name) => `\`${name}\``).join(' and ')}`, [
    { range, newText },
  ]);
}

/** The producer is below. */
function move({ document }: FixContext, { layers, index, layer, blob }: Bottom): Fix[] {
  const producer = layers.slice(index + 1).find(({ message }) => message.texts('top').includes(blob));
  if (!producer) return [];
  const [own, other] = [layer.message.text('name'), producer.message.text('name')];
  return [
    ...offer(`Move \`${other}\` above \`${own}\``, moveLayer(document.tree, producer, layer, 'before')),
    ...offer(`Move \`${own}\` below \`${other}\``, moveLayer(document.tree, layer, producer, 'after')),
  ];
}

/** A layer above has the name of the blob but a different top, or no top. */
function nameTop({ document }: FixContext, { layers, index, blob }: Bottom): Fix[] {
  const above = layers.slice(0, index).toReversed();
  const named = above.filter(({ message }) => message.text('name') === blob);
  const bare = above.filter(({ message }) => message.count('top') === 0);
  const last = above.slice(0, 1);
  const data = above.filter(({ message }) => message.count('bottom') === 0 && message.count('top') === 1);
  // Labels come from data layers, not from computed blobs.
  const likely = isLabel(blob) ? [...named, ...bare, ...data] : [...named, ...bare, ...last];
  const producers = [...new Set(likely)].slice(0, 3);
  return producers.flatMap((producer) => {
    const name = producer.message.text('name');
    const [top] = producer.message.list('top');
    const added = offer(`Add the top \`${blob}\` to \`${name}\``, [
      addBlob(document.tree, producer, 'top', blob),
    ]);
    const isData = producer.message.count('bottom') === 0;
    // A label follows its data.
    if (top && isData && isLabel(String(top.value)) && !isLabel(blob)) {
      const label = String(top.value);
      const edits = [
        writeBlob(document.tree, producer, top, blob),
        addBlob(document.tree, producer, 'top', label),
      ];
      return offer(`Add the top \`${blob}\` to \`${name}\` before \`${label}\``, edits);
    }
    if (!top || isData) return added;
    return offer(`Rename the top of \`${name}\` to \`${blob}\``, [
      writeBlob(document.tree, producer, top, blob),
    ]);
  });
}

function isLabel(blob: string): boolean {
  return /label|target|(?:^|[_\W])gt(?:$|[_\W])/iu.test(blob);
}

/** The blob exists only in the other phase: restricts the layer to that phase. */
function keepToPhase({ document, states }: FixContext, { layers, layer, blob }: Bottom): Fix[] {
  const [state] = states;
  const other = phases.find((phase) => phase !== state?.phase);
  const body = layerBody(document.tree, layer);
  const producers = layers.filter(
    ({ message }) => message !== layer.message && message.texts('top').includes(blob),
  );
  if (!state || states.length > 1 || !other || !body || producers.length === 0) return [];
  if (layer.message.has('include') || layer.message.has('exclude')) return [];
  const [last] = [...layer.message.list('bottom'), ...layer.message.list('top')].slice(-1);
  const rule = newField('include', [newField('phase', other)]);
  const edit = addField(document.text, body, rule, last && fieldRange(document.tree, layer, last));
  return offer(`Restrict \`${layer.message.text('name')}\` to the ${other} phase`, [edit]);
}

/** The only producer is restricted to the other phase. */
function giveToBothPhases({ document: { text, tree } }: FixContext, { layers, blob }: Bottom): Fix[] {
  const [producer, ...others] = layers.filter(({ message }) => message.texts('top').includes(blob));
  if (!producer || others.length > 0) return [];
  const tops = new Set(producer.message.texts('top'));
  const isDouble = layers.some(
    ({ message }) =>
      message !== producer.message &&
      message.texts('top').some((top) => tops.has(top) && !message.texts('bottom').includes(top)),
  );
  if (isDouble) return [];
  const rules = [...producer.message.list('include'), ...producer.message.list('exclude')];
  const ofPhase = rules.every(
    ({ value }) => value instanceof Message && [...value.entries.keys()].join() === 'phase',
  );
  if (!ofPhase) return [];
  const edits = removeFields(
    text,
    rules.map((rule) => fieldRange(tree, producer, rule)),
  );
  return offer(`Include \`${producer.message.text('name')}\` in both phases`, edits);
}

function readAnother({ document }: FixContext, { layers, index, layer, entry, slot, blob }: Bottom): Fix[] {
  const all = bottomsFor(layers, index, slot).filter((name) => !isLabel(blob) || isLabel(name));
  const plain = (name: string) => name.replaceAll(/\d+/gu, '');
  const alike = all.filter((name) => plain(name) === plain(blob));
  return [...new Set([...alike.slice(0, 2), ...all.slice(0, 4)])].flatMap((name) =>
    offer(`Replace the bottom with \`${name}\``, [writeBlob(document.tree, layer, entry, name)]),
  );
}

/** The size of images for which most published nets are made. */
const usualImage = [1, 3, 224, 224];

/** The net has no inputs. */
function addInput({ document }: FixContext, { layers, index, blob }: Bottom): Fix[] {
  const [first] = layers;
  const above = layers.slice(0, index);
  if (!first || isLabel(blob) || above.some(({ message }) => message.has('top'))) return [];
  const form = inputFormFor(document, first);
  const edits = newInputs([[blob, usualImage]], form).map((field) =>
    addLayerBefore(document.tree, first, field),
  );
  return offer(
    `Insert ${form === 'layer' ? 'an Input layer for' : 'the net-level input'} \`${blob}\``,
    edits,
  );
}

function remove({ document: { tree } }: FixContext, { layer, entry }: Bottom): Fix[] {
  return offer(`Remove the bottom ${quoted(String(entry.value))}`, [removeBlob(tree, layer, entry)]);
}
