import { addField, entryBody, fieldRange, removeField, valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField, quoted } from '../../edit/newField.ts';
import { removeParams } from '../../edit/params.ts';
import type { Layer } from '../../net/net.ts';
import { type Entry, Message } from '../../schema/message.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { offer } from '../helpers/offer.ts';

/** Parameter blobs that layers share by name. */
export const sharing: Fixer = {
  checks: [
    'net/param-lr-mismatch',
    'net/param-decay-mismatch',
    'net/param-share-count',
    'net/param-share-shape',
  ],
  doc: 'Copies the rate from the owner of the blob, removes it, or renames the blob so that it is not shared.',
  fixes(context) {
    const { layer, check } = context;
    const spec = layer && specAt(context, layer);
    if (!layer || !spec) return [];
    if (check.startsWith('net/param-share')) return bestFirst(context, ownName(context, layer, spec));
    const rate = check === 'net/param-lr-mismatch' ? 'lr_mult' : 'decay_mult';
    return bestFirst(context, [
      ...copyRate(context, layer, spec, rate),
      ...leaveOut(context, layer, spec, rate),
      ...ownName(context, layer, spec),
    ]);
  },
};

/** The `param` at the range. */
function specAt({ range, document: { tree } }: FixContext, layer: Layer): Entry | undefined {
  return layer.message.list('param').find((entry) => {
    const { start, end } = fieldRange(tree, layer, entry);
    return start <= range.start && range.start < end;
  });
}

function fieldOf({ value }: Entry, name: string): Entry | undefined {
  return value instanceof Message ? value.list(name)[0] : undefined;
}

function copyRate({ net, document: { tree } }: FixContext, layer: Layer, spec: Entry, rate: string): Fix[] {
  const name = fieldOf(spec, 'name')?.value;
  const own = fieldOf(spec, rate);
  const earlier = net?.layers
    .slice(0, net.layers.indexOf(layer) + 1)
    .flatMap(({ message }) => message.list('param'));
  const first = earlier?.find(
    (entry) => entry !== spec && fieldOf(entry, 'name')?.value === name && fieldOf(entry, rate),
  );
  const wanted = first && fieldOf(first, rate);
  if (!own || !wanted) return [];
  const newText = String(wanted.value);
  return offer(`Set \`${rate}: ${newText}\`, as in the owner of the blob`, [
    { range: valueRange(tree, layer, own), newText },
  ]);
}

function leaveOut({ document: { text, tree } }: FixContext, layer: Layer, spec: Entry, rate: string): Fix[] {
  const own = fieldOf(spec, rate);
  return own
    ? offer(`Remove \`${rate}\` to use the value of the owner`, [
        removeField(text, fieldRange(tree, layer, own)),
      ])
    : [];
}

function ownName({ document }: FixContext, layer: Layer, spec: Entry): Fix[] {
  const name = fieldOf(spec, 'name');
  if (!name) return [];
  const { layers } = document.netInput().upgraded;
  const taken = new Set(
    layers.flatMap(({ message }) => message.messages('param').map((one) => one.text('name'))),
  );
  const wanted = `${String(name.value)}_${layer.name}`;
  if (taken.has(wanted)) return [];
  return offer(`Rename it to \`${wanted}\`, so that it is not shared`, [
    { range: valueRange(document.tree, layer, name), newText: quoted(wanted) },
  ]);
}

/** More `param`s than parameter blobs. */
export const surplusParams: Fixer = {
  checks: ['net/too-many-params'],
  doc: 'Removes the `param`s without a parameter blob.',
  fixes({ document: { tree }, layer }) {
    if (!layer) return [];
    const surplus = layer.message.list('param').slice(layer.context.blobs.length);
    const edits = removeParams(tree, layer, undefined, surplus);
    return offer(`Remove the surplus \`param\`${edits.length === 1 ? '' : 's'}`, edits, {
      preferred: true,
      safe: true,
    });
  },
};

/** Rates for the statistics of a BatchNorm, which are not learned. */
export const statistics: Fixer = {
  checks: ['bn/param-lr'],
  doc: 'Sets `lr_mult: 0` for the statistics, or removes their `param`s.',
  fixes({ document: { tree }, layer }) {
    if (!layer) return [];
    const specs = layer.message.list('param');
    const learned = specs
      .slice(0, 3)
      .filter(({ value }) => value instanceof Message && value.float('lr_mult') !== 0);
    const zero = learned.map((spec) => zeroRate(tree, layer, spec));
    return [
      ...offer('Set `lr_mult: 0`', zero, { preferred: true, safe: true }),
      ...offer('Remove the `param`s', removeParams(tree, layer, undefined, specs)),
    ];
  },
};

function zeroRate(tree: SyntaxTree, layer: Layer, spec: Entry): TextEdit | undefined {
  const { text } = tree;
  const rate = fieldOf(spec, 'lr_mult');
  if (rate) return { range: valueRange(tree, layer, rate), newText: '0' };
  const body = entryBody(tree, layer, spec);
  return body && addField(text, body, newField('lr_mult', 0));
}
