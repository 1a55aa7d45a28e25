import { layerExtent } from '../../document/layers.ts';
import { addBlob, removeBlob, writeBlob } from '../../edit/blobs.ts';
import type { Fix } from '../../edit/fix.ts';
import type { Arity } from '../../layers/definition.ts';
import { findLayer } from '../../layers/registry.ts';
import type { Layer } from '../../net/net.ts';
import { forksWithType } from '../../schema/data/forkIndex.ts';
import { dialectOf } from '../../schema/dialect.ts';
import type { Entry } from '../../schema/message.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst, effectiveFixes } from '../helpers/effectiveFixes.ts';
import { layerIndexAt } from '../helpers/layerText.ts';
import { offer } from '../helpers/offer.ts';
import { bottomsFor, topsFor } from '../helpers/suggestBlobs.ts';

/** Too many or too few bottoms or tops. */
export const arity: Fixer = {
  checks: [
    'net/exact-bottoms',
    'net/min-bottoms',
    'net/max-bottoms',
    'net/exact-tops',
    'net/min-tops',
    'net/max-tops',
    'net/equal-tops',
    'filter/top-count',
    'softmaxloss/two-tops',
  ],
  doc: 'Removes surplus bottoms or tops, unread ones first; or adds the missing bottom, such as the label.',
  fixes(context) {
    const { layer, check } = context;
    const wanted = layer && wantedOf(layer, check);
    if (!layer || !wanted) return [];
    const written = layer.message.list(wanted.kind);
    const surplus = check === 'net/equal-tops' ? layer.inputs.length - written.length : 0;
    const fewer = drop(context, layer, 'bottom', surplus);
    if (written.length < wanted.least) return bestFirst(context, [...fewer, ...add(context, layer, wanted)]);
    const drops = drop(context, layer, wanted.kind, written.length - wanted.most);
    const mayStay = wanted.kind === 'bottom' && takenElsewhere(layer);
    return mayStay ? effectiveFixes(context, drops) : bestFirst(context, drops);
  },
};

interface Wanted {
  readonly kind: 'bottom' | 'top';
  readonly least: number;
  readonly most: number;
}

function wantedOf({ definition, context }: Layer, check: string): Wanted | undefined {
  if (check === 'softmaxloss/two-tops') return { kind: 'top', least: 0, most: 1 };
  if (!definition) return undefined;
  if (check === 'net/equal-tops') return range('top', { exact: context.bottoms.length });
  if (check === 'filter/top-count') return range('top', { exact: context.bottoms.length - 1 });
  const kind = check.endsWith('bottoms') ? 'bottom' : 'top';
  return range(kind, kind === 'bottom' ? definition.bottoms(context) : definition.tops(context));
}

function range(kind: 'bottom' | 'top', { exact, min, max }: Arity): Wanted {
  return { kind, least: exact ?? min ?? 0, most: exact ?? max ?? Number.POSITIVE_INFINITY };
}

/** Whether some fork's layer of this type takes as many bottoms, so that they may be intended. */
function takenElsewhere({ type, context }: Layer): boolean {
  return forksWithType(type).some((fork) => {
    const { exact, min = 0, max } = findLayer(type, dialectOf([fork]))?.bottoms(context) ?? { exact: -1 };
    const count = context.bottoms.length;
    return exact === undefined ? min <= count && count <= (max ?? count) : count === exact;
  });
}

/** Removes surplus blobs: unread tops or repeated bottoms, otherwise the last ones or the first ones. */
function drop({ document }: FixContext, layer: Layer, kind: 'bottom' | 'top', surplus: number): Fix[] {
  const entries = layer.message.list(kind);
  if (surplus <= 0 || surplus > entries.length) return [];
  const { layers } = document.netInput().upgraded;
  const read = new Set(layers.flatMap(({ message }) => message.texts('bottom')));
  const unread = entries.filter(({ value }) => !read.has(String(value)));
  const repeated = entries.filter(
    ({ value }, index) => entries.findIndex((one) => one.value === value) < index,
  );
  const idle = kind === 'top' ? unread : repeated;
  // A loss has its predictions first.
  const firsts = kind === 'bottom' && /Loss/u.test(layer.type) ? [] : entries.slice(0, surplus);
  const choices = [idle.slice(-surplus), entries.slice(-surplus), firsts];
  const whole = choices.filter((chosen) => chosen.length === surplus);
  const rest = (chosen: readonly Entry[]) => entries.filter((entry) => !chosen.includes(entry));
  const resultOf = (chosen: readonly Entry[]) => JSON.stringify(rest(chosen).map(({ value }) => value));
  const different = [
    ...new Map(whole.toReversed().map((chosen) => [resultOf(chosen), chosen])).values(),
  ].reverse();
  const named = new Set(different.map(namesOf));
  return different.flatMap((chosen) => {
    const which = named.size < different.length ? ordinal(entries, chosen) : '';
    return removal(document.tree, layer, `${which}${kind}`, chosen);
  });
}

function namesOf(chosen: readonly Entry[]): string {
  return chosen.map(({ value }) => `\`${String(value)}\``).join(', ');
}

/** Which one of several equal blobs is chosen; empty if it is the only one. */
function ordinal(entries: readonly Entry[], [chosen, ...others]: readonly Entry[]): string {
  const alike = entries.filter(({ value }) => value === chosen?.value);
  if (!chosen || others.length > 0 || alike.length < 2) return '';
  const index = alike.indexOf(chosen);
  return `${index === 0 ? 'first' : index === 1 ? 'second' : 'last'} `;
}

function removal(tree: SyntaxTree, layer: Layer, what: string, chosen: readonly Entry[]): Fix[] {
  const plural = chosen.length === 1 ? what : `${what}s`;
  // Removing several items of one list would give adjacent edits.
  if (chosen.length > 1 && chosen.some(({ field }) => field.value?.kind === 'list')) return [];
  return offer(
    `Remove the ${plural} ${namesOf(chosen)}`,
    chosen.map((entry) => removeBlob(tree, layer, entry)),
  );
}

/** Adds the missing bottoms or tops. */
function add({ document }: FixContext, layer: Layer, { kind, least }: Wanted): Fix[] {
  const { layers } = document.netInput().upgraded;
  const index = layerIndexAt(document.tree, layers, layerExtent(document.tree, layer).start);
  const has = layer.message.count(kind);
  const missing = least - has;
  const names = kind === 'bottom' ? bottomsFor(layers, index, has) : topsFor(layers, index);
  if (missing === 1) {
    const [first] = kind === 'bottom' ? layer.message.list('bottom') : [];
    const label = has === 1 && first && /label|target|gt/iu.test(String(first.value)) ? first : undefined;
    if (label) return beforeLabel(document, layer, label, names);
    return names.slice(0, 8).flatMap((name) => {
      const title = kind === 'bottom' ? `Add the bottom \`${name}\`` : `Add the top \`${name}\``;
      return offer(title, [addBlob(document.tree, layer, kind, name)]);
    });
  }
  const chosen = names.slice(0, missing);
  if (chosen.length < missing) return [];
  const edits = chosen
    .map((name) => addBlob(document.tree, layer, kind, name))
    .filter((edit) => edit !== undefined);
  const title = `Add the ${kind}s ${chosen.map((name) => `\`${name}\``).join(' and ')}`;
  return offer(title, merged(edits));
}

/** Predictions come before the label. */
function beforeLabel(
  document: FixContext['document'],
  layer: Layer,
  label: Entry,
  names: readonly string[],
): Fix[] {
  return names
    .slice(0, 8)
    .flatMap((name) =>
      offer(`Add the bottom \`${name}\` before \`${String(label.value)}\``, [
        writeBlob(document.tree, layer, label, name),
        addBlob(document.tree, layer, 'bottom', String(label.value)),
      ]),
    );
}

/** Merges insertions at one offset into one edit. */
function merged(edits: readonly TextEdit[]): TextEdit[] {
  const [first] = edits;
  return first ? [{ range: first.range, newText: edits.map(({ newText }) => newText).join('') }] : [];
}
