import type { Fix } from '../../edit/fix.ts';
import { lineStart, lineStop } from '../../edit/style.ts';
import type { FieldDescriptor } from '../../schema/descriptor.ts';
import { messageOf } from '../../schema/unknown.ts';
import { nodeAt } from '../../syntax/parse.ts';
import type { Range } from '../../text/range.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { fieldPathOf, type PathSegment } from '../helpers/fieldPath.ts';
import { offer } from '../helpers/offer.ts';

/** Several numbers for one field: `dim: 1, 3, 224, 224`, `kernel_size: 3x3`, `shape: [1, 3]`. */
export const numberLists: Fixer = {
  checks: [
    'text/expected-colon',
    'text/expected-identifier',
    'text/expected-integer',
    'text/expected-message',
    'text/expected-number',
    'text/number-identifier-gap',
  ],
  doc: 'Repeats the field for each of several numbers, or sets it once if they are equal.',
  fixes(context) {
    const list = listAt(context.document.text, context.range.start);
    const segment = list && stepAt(context, list);
    return list && segment?.known ? rewrite(list, segment, segment.known, context) : [];
  },
};

/** A field and the numbers after it on one line. */
export interface NumberList {
  readonly name: string;
  readonly numbers: readonly string[];
  /** The numbers, with the text between and around them. */
  readonly written: string;
  readonly range: Range;
}

const number = String.raw`-?\d+(?:\.\d*)?`;
const numbers = String.raw`${number}(?:[\s,;*×xX]+${number})*`;
const forms = [
  String.raw`\s*:\s*(${numbers})(?![\w.])`,
  ...[
    [String.raw`\(`, String.raw`\)`],
    [String.raw`\[`, String.raw`\]`],
    [String.raw`\{`, String.raw`\}`],
    ['["\']', '["\']'],
  ].map(([open, close]) => String.raw`\s*(?::\s*)?${open}\s*(${numbers})[\s,]*${close}`),
];
const pattern = new RegExp(String.raw`\b([A-Za-z_]\w*)(?:${forms.join('|')})`, 'gu');

/** The field at an offset with several or bracketed numbers on one line. */
export function listAt(text: string, offset: number): NumberList | undefined {
  const start = lineStart(text, offset);
  const line = text.slice(start, lineStop(text, offset)).replace(/#.*$/u, '');
  for (const match of line.matchAll(pattern)) {
    const [whole, name = '', ...written] = match;
    const range = { start: start + match.index, end: start + match.index + whole.length };
    if (offset < range.start || offset >= range.end) continue;
    const list = written.find((one) => one !== undefined) ?? '';
    const all = list.match(new RegExp(number, 'gu')) ?? [];
    const plain = all.length < 2 && written[0] !== undefined;
    return plain ? undefined : { name, numbers: all, written: list, range };
  }
  return undefined;
}

function stepAt(context: FixContext, { name, range }: NumberList): PathSegment | undefined {
  const segment = fieldPathOf({ ...context, path: nodeAt(context.document.tree, range.start) }).at(-1);
  return segment?.field.name.text === name ? segment : undefined;
}

function rewrite(list: NumberList, segment: PathSegment, known: FieldDescriptor, context: FixContext): Fix[] {
  const { range } = list;
  const texts = formsOf(list, segment, known, context).filter((text) => text !== undefined);
  return [...new Set(texts)].flatMap((newText, index) => {
    const shown = newText.length > 60 ? `${newText.slice(0, 60)}…` : newText;
    return offer(`Replace with \`${shown}\``, [{ range, newText }], index === 0 ? { preferred: true } : {});
  });
}

/** The possible replacements, likeliest first. */
function formsOf(
  list: NumberList,
  { field, holder }: PathSegment,
  known: FieldDescriptor,
  context: FixContext,
): (string | undefined)[] {
  const { name, numbers: all, written } = list;
  const once = (value: string | undefined) => `${name}: ${value}`;
  const same = new Set(all).size === 1;
  if (known.type.kind === 'message') {
    const dim = messageOf(known, context.document.schema)?.fields.get('dim');
    return dim?.label === 'repeated' ? [`${name} { ${all.map((value) => `dim: ${value}`).join(' ')} }`] : [];
  }
  // `wrongValues` handles a list for a non-repeated field.
  if (field.value?.kind === 'list' && known.label !== 'repeated') return [];
  if (!['int32', 'int64', 'uint32', 'uint64', 'float', 'double'].includes(known.type.name)) return [];
  if (known.label === 'repeated') {
    const each = all.map(once).join(' ');
    return same && spatial.has(name) ? [once(all[0]), each] : [each];
  }
  if (same) return [once(all[0])];
  // A decimal comma.
  if (['float', 'double'].includes(known.type.name) && /^-?\d+,\d+$/u.test(written))
    return [once(written.replace(',', '.')), once(all[0])];
  // Thousands separators.
  if (/^\d{1,3}(?:,\d{3})+$/u.test(written)) return [once(written.replaceAll(',', '')), once(all[0])];
  const base = name.replace(/_size$/u, '');
  const [high, wide] = [`${base}_h`, `${base}_w`];
  const isPair = all.length === 2 && holder.fields.has(high) && holder.fields.has(wide);
  return [isPair ? `${high}: ${all[0]} ${wide}: ${all[1]}` : undefined, once(all[0])];
}

/** Fields whose single value applies to height and width. */
const spatial = new Set(['kernel_size', 'pad', 'stride', 'dilation']);
