import { draft, quoted } from '../../edit/draft.ts';
import { removeField, replaceField } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { findLayer } from '../../layers/registry.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { Dialect } from '../../schema/dialect.ts';
import { readScalar } from '../../schema/scalar.ts';
import type { FieldNode, ListNode, ScalarNode } from '../../syntax/nodes.ts';
import { type Range, shift } from '../../text/range.ts';
import type { Fixer, Place } from '../fixer.ts';
import { bottomsFor, topsFor } from '../helpers/guessBlobs.ts';
import { typesFor } from '../helpers/guessType.ts';
import { valuesLike } from '../helpers/guessValue.ts';
import { layerIndexAt, syntaxOf, typeText } from '../helpers/layerText.ts';
import { firstPreferred, offer } from '../helpers/offer.ts';
import { nameOfToday } from '../helpers/ownParams.ts';
import { type Step, stepsOf } from '../helpers/steps.ts';

/** A value that is invalid for its field. */
export const wrongValues: Fixer = {
  checks: [
    'text/int-range',
    'text/expected-integer',
    'text/expected-number',
    'text/expected-string',
    'text/expected-colon',
    'text/bool-value',
    'text/enum-value',
    'text/enum-token',
  ],
  doc: 'Replaces a list with one value, sets the value of a similar layer, or removes a field that has a default.',
  fixes(place) {
    const step = stepsOf(place).at(-1);
    const { known, field } = step ?? {};
    if (!step || !known || known.type.kind === 'message' || !field?.value) return [];
    const { value } = field;
    if (value.kind === 'list' && known.label !== 'repeated')
      return [...oneOfList(place, step, value), ...leaveOut(place, step)];
    const wrong = wrongScalar(place, step);
    if (value.kind === 'message' || wrong) {
      const found = [...guesses(place, step, wrong), ...leaveOut(place, step)];
      // Removing empty braces loses nothing.
      return value.kind === 'message' && value.fields.length === 0 ? firstPreferred(found) : found;
    }
    return [];
  },
};

/** The invalid scalar at the range. */
function wrongScalar({ document, path }: Place, { known }: Step): ScalarNode | undefined {
  const node = path?.value;
  if (node?.kind !== 'scalar' || !known) return undefined;
  return readScalar(known.type, node, document.schema).ok ? undefined : node;
}

/**
 * A list for a non-repeated field: two values become height and width if such fields exist; otherwise the first stays.
 */
function oneOfList(place: Place, { field, holder }: Step, list: ListNode): Fix[] {
  const { text } = place.document;
  const start = place.path?.start ?? 0;
  const values = list.items.map(({ range }) => text.slice(start + range.start, start + range.end));
  const [first, second] = values;
  if (first === undefined) return [];
  const base = field.name.text.replace(/_size$/u, '');
  const pair = [`${base}_h`, `${base}_w`] as const;
  const different = new Set(values).size > 1;
  if (
    different &&
    values.length === 2 &&
    second !== undefined &&
    pair.every((name) => holder.fields.has(name))
  ) {
    const range = shift(field.range, start);
    const newText = `${pair[0]}: ${first} ${pair[1]}: ${second}`;
    return offer(`Replace with \`${newText}\``, [{ range, newText }], { preferred: true });
  }
  const edit = { range: shift(list.range, start), newText: first };
  return offer(`Replace with \`${first}\``, [edit], different ? {} : { preferred: true, safe: true });
}

/** Likely values. */
function guesses(place: Place, { field, known }: Step, wrong: ScalarNode | undefined): Fix[] {
  const start = place.path?.start ?? 0;
  const found = candidates(place, { field, known }, wrong);
  return found.slice(0, 3).flatMap(({ text, from }, index) => {
    const edit = wrong
      ? { range: shift(wrong.range, start), newText: text }
      : replaceField(place.document.text, shift(field.range, start), draft(known?.name ?? '', text));
    const title = `Set the value to \`${text}\`${from === undefined ? '' : `, as in \`${from}\``}`;
    return offer(title, [edit], index === 0 ? { preferred: true } : {});
  });
}

interface Candidate {
  readonly text: string;
  readonly from?: string;
}

function candidates(
  place: Place,
  { field, known }: Pick<Step, 'field' | 'known'>,
  wrong: ScalarNode | undefined,
): Candidate[] {
  const { document, path } = place;
  const { layers } = document.source().upgraded;
  const index = layerIndexAt(document.tree, layers, place.range.start);
  const layer = layers[index];
  if (!layer || !path) return [];
  const within = path.fields.slice(1).map(({ name }) => name.text);
  // The fields of a V0 layer are in an inner `layer`.
  const names = within[0] === 'layer' ? within.slice(1) : within;
  const own = siblingsOf(path.fields.at(-2), field.name.text).indexOf(field);
  if (names.length === 1) {
    const [name] = names;
    if (name === 'type')
      return typesFor(layer, document.dialect)
        .flatMap((type) => typeText(layer, type) ?? [])
        .filter((text) => text.startsWith('"') === (known?.type.kind !== 'enum'))
        .map((text) => ({ text }));
    if (name === 'bottom') return blobs(bottomsFor(layers, index, own));
    if (name === 'top') return blobs(topsFor(layers, index));
    if (name === 'name') return nameOf(layer.message.texts('top'), wrong);
  }
  const like = valuesLike(layers, index, ownPath(layer, names, document.dialect));
  return [...like, ...(like.length === 0 ? usualNumbers(names.at(-1)) : [])];
}

/** The path of a field in the current syntax; V0 parameters are among the layer's fields, some with older names. */
function ownPath(layer: LayerSyntax, names: readonly string[], dialect: Dialect): readonly string[] {
  const [name] = names;
  const param = findLayer(layer.message.text('type'), dialect)?.paramField;
  if (syntaxOf(layer) !== 'V0' || names.length > 1 || name === undefined || !param) return names;
  return [param, nameOfToday(name)];
}

/** Common values of required fields. */
function usualNumbers(name: string | undefined): Candidate[] {
  const usual = { num_output: 64, kernel_size: 3, kernelsize: 3, batch_size: 32, batchsize: 32 };
  return Object.entries(usual)
    .filter(([field]) => field === name)
    .map(([, number]) => ({ text: String(number) }));
}

function blobs(names: readonly string[]): Candidate[] {
  return names.map((name) => ({ text: quoted(name) }));
}

/** A layer usually has the name of its top. */
function nameOf([top]: readonly string[], wrong: ScalarNode | undefined): Candidate[] {
  return top === undefined || wrong ? [] : [{ text: quoted(top) }];
}

function siblingsOf(holder: FieldNode | undefined, name: string): readonly FieldNode[] {
  return holder?.value?.kind === 'message' ? holder.value.fields.filter((one) => one.name.text === name) : [];
}

/** Removes the field, so that Caffe uses its default. */
function leaveOut({ document: { text }, path }: Place, { field, known }: Step): Fix[] {
  if (known?.label === 'required') return [];
  const name = field.name.text;
  const what = known?.declaresDefault ? `; the default is \`${String(known.default)}\`` : '';
  return offer(`Remove \`${name}\`${what}`, [removeField(text, wholeRange(field, path?.start ?? 0))]);
}

function wholeRange({ range }: FieldNode, start: number): Range {
  return shift(range, start);
}
