import { removeField, replaceField } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField, quoted } from '../../edit/newField.ts';
import { findLayer } from '../../layers/registry.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import { v1TypesIn } from '../../net/upgrade/upgradeV1.ts';
import type { Dialect } from '../../schema/dialect.ts';
import { readScalar } from '../../schema/scalar.ts';
import type { FieldNode, ListNode, ScalarNode } from '../../syntax/nodes.ts';
import { type Range, shift } from '../../text/range.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { fieldPathOf, type PathSegment } from '../helpers/fieldPath.ts';
import { layerIndexAt, syntaxOf, typeText } from '../helpers/layerText.ts';
import { firstPreferred, offer } from '../helpers/offer.ts';
import { currentName } from '../helpers/ownFields.ts';
import { bottomsFor, topsFor } from '../helpers/suggestBlobs.ts';
import { typesFor } from '../helpers/suggestType.ts';
import { valuesLike } from '../helpers/suggestValue.ts';

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
  fixes(context) {
    const segment = fieldPathOf(context).at(-1);
    const { known, field } = segment ?? {};
    if (!segment || !known || known.type.kind === 'message' || !field?.value) return [];
    const { value } = field;
    if (value.kind === 'list' && known.label !== 'repeated')
      return [...oneOfList(context, segment, value), ...leaveOut(context, segment)];
    const wrong = wrongScalar(context, segment);
    if (value.kind === 'message' || wrong) {
      const found = [...guesses(context, segment, wrong), ...leaveOut(context, segment)];
      // Removing empty braces loses nothing.
      return value.kind === 'message' && value.fields.length === 0 ? firstPreferred(found) : found;
    }
    return [];
  },
};

/** The invalid scalar at the range. */
function wrongScalar({ document, path }: FixContext, { known }: PathSegment): ScalarNode | undefined {
  const node = path?.value;
  if (node?.kind !== 'scalar' || !known) return undefined;
  return readScalar(known.type, node, document.schema).ok ? undefined : node;
}

/**
 * A list for a non-repeated field: two values become height and width if such fields exist; otherwise the first stays.
 */
function oneOfList(context: FixContext, { field, holder }: PathSegment, list: ListNode): Fix[] {
  const { text } = context.document;
  const start = context.path?.start ?? 0;
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
function guesses(context: FixContext, { field, known }: PathSegment, wrong: ScalarNode | undefined): Fix[] {
  const start = context.path?.start ?? 0;
  const found = candidates(context, { field, known }, wrong);
  return found.slice(0, 3).flatMap(({ text, from }, index) => {
    const edit = wrong
      ? { range: shift(wrong.range, start), newText: text }
      : replaceField(context.document.text, shift(field.range, start), newField(known?.name ?? '', text));
    const title = `Set the value to \`${text}\`${from === undefined ? '' : `, as in \`${from}\``}`;
    return offer(title, [edit], index === 0 ? { preferred: true } : {});
  });
}

interface Candidate {
  readonly text: string;
  readonly from?: string;
}

function candidates(
  context: FixContext,
  { field, known }: Pick<PathSegment, 'field' | 'known'>,
  wrong: ScalarNode | undefined,
): Candidate[] {
  const { document, path } = context;
  const { layers } = document.netInput().upgraded;
  const index = layerIndexAt(document.tree, layers, context.range.start);
  const layer = layers[index];
  if (!layer || !path) return [];
  const within = path.fields.slice(1).map(({ name }) => name.text);
  // The fields of a V0 layer are in an inner `layer`.
  const names = within[0] === 'layer' ? within.slice(1) : within;
  const own = siblingsOf(path.fields.at(-2), field.name.text).indexOf(field);
  if (names.length === 1) {
    const [name] = names;
    if (name === 'type')
      return likelyTypes(layer, document.dialect, wrong)
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

/** The type that a value names in any syntax, otherwise likely types. */
function likelyTypes(layer: LayerSyntax, dialect: Dialect, wrong: ScalarNode | undefined): readonly string[] {
  const word = wrong?.text ?? '';
  if (findLayer(word, dialect)) return [word];
  const named = [...v1TypesIn(dialect)].find(([, value]) => value === word)?.[0];
  return named === undefined ? typesFor(layer, dialect) : [named];
}

/** The path of a field in the current syntax; V0 parameters are among the layer's fields, some with older names. */
function ownPath(layer: LayerSyntax, names: readonly string[], dialect: Dialect): readonly string[] {
  const [name] = names;
  const param = findLayer(layer.message.text('type'), dialect)?.paramField;
  if (syntaxOf(layer) !== 'V0' || names.length > 1 || name === undefined || !param) return names;
  return [param, currentName(name)];
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

/** Removes the field, so that Caffe uses its default. A layer needs its type. */
function leaveOut({ document: { text }, path }: FixContext, { field, known, holder }: PathSegment): Fix[] {
  const name = field.name.text;
  const isType = name === 'type' && holder.name.endsWith('LayerParameter');
  if (known?.label === 'required' || isType) return [];
  const what = known?.declaresDefault ? `; the default is \`${String(known.default)}\`` : '';
  return offer(`Remove \`${name}\`${what}`, [removeField(text, wholeRange(field, path?.start ?? 0))]);
}

function wholeRange({ range }: FieldNode, start: number): Range {
  return shift(range, start);
}
