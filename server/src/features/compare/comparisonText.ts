import { formatState } from '../../net/states/state.ts';
import type { Range } from '../../text/range.ts';
import { shortened, visible } from '../../text/visible.ts';
import {
  affectedLayers,
  affectedTexts,
  type Detail,
  type DifferenceEntry,
  entriesOf,
  entryOf,
  fieldDetail,
  otherLayers,
} from './entries.ts';
import { countsText, errorsText, haveSameCosts, statesText, totalRows } from './overview.ts';
import type { ComparedLayer, Comparison, LayerDifference, Sides, StateComparison } from './types.ts';

/** A part of a line. */
export interface ComparisonPart {
  readonly text: string;
  /** The kind of difference, which decides its color. */
  readonly kind?: DifferenceEntry['kind'];
  /** The layer that the part names, and the net in which it is. */
  readonly layer?: { readonly side: keyof Sides<unknown>; readonly range: Range };
}

export type ComparisonLine = readonly ComparisonPart[];

export interface TextOptions {
  /** The names of the files. */
  readonly labels: Sides<string>;
  /** The number of columns. */
  readonly columns?: number | undefined;
  /** Whether each layer is listed with its differences, also if only shapes or costs differ. */
  readonly all?: boolean | undefined;
  /** The number of names in a list of layers, unless all are listed. */
  readonly mostNames?: number | undefined;
}

/** Columns of the output if their number is not limited. */
const usualColumns = 100;
const longestLabel = 200;

/** The comparison as lines of text for a terminal or an editor. Names of files are visible characters on one line. */
export function comparisonText(comparison: Comparison, options: TextOptions): ComparisonLine[] {
  const { labels } = options;
  const errors = errorsText(comparison, labels);
  const [first] = comparison.states;
  const heading = [
    [{ text: `- ${shown(labels.before, longestLabel)}`, kind: 'removed' } as const],
    [{ text: `+ ${shown(labels.after, longestLabel)}`, kind: 'added' } as const],
    plain(''),
    ...(errors === undefined ? [] : [plain(shown(errors, 2 * longestLabel)), plain('')]),
  ];
  const counts = first && !comparison.isEqual ? countsText(first.counts) : 'The nets are equal.';
  const lines = [
    ...heading,
    plain(`${counts} ${statesText(comparison)}`),
    ...spaced(comparison.fields.flatMap((field) => netField(fieldDetail(field), widthOf(options)))),
    ...(comparison.isEqual ? [] : comparison.states.flatMap((state) => stateLines(state, first, options))),
  ];
  return lines.map(trimmed);
}

/** A line without spaces at its end. */
function trimmed(line: ComparisonLine): ComparisonLine {
  const last = line.findLastIndex(({ text }) => text.trim() !== '');
  return line
    .slice(0, last + 1)
    .map((part, index) => (index === last ? { ...part, text: part.text.trimEnd() } : part));
}

/** The texts of lines. */
export function textOf(line: ComparisonLine): string {
  return line.map(({ text }) => text).join('');
}

/** The differences in a state. Totals are repeated only if those of the first state differ. */
function stateLines(
  state: StateComparison,
  first: StateComparison | undefined,
  options: TextOptions,
): ComparisonLine[] {
  const { layers } = state;
  const isLater = first !== undefined && state !== first;
  if (isLater && layers.length === 0) return [];
  const entries = options.all
    ? layers.map(entryOf)
    : entriesOf(layers.filter(({ kind }) => kind !== 'affected'));
  return [
    ...(isLater ? [plain(''), plain(`Also in ${formatState(state.after)}:`)] : []),
    ...spaced(entryLines(entries, options)),
    ...(options.all ? [] : affectedLines(layers, options)),
    ...(isLater && haveSameCosts(state, first) ? [] : spaced(totalLines(state))),
  ];
}

function widthOf({ columns }: TextOptions): number {
  return Math.min(columns ?? usualColumns, usualColumns);
}

const markers: Readonly<Record<DifferenceEntry['kind'], string>> = {
  added: '+',
  removed: '-',
  moved: '>',
  changed: '~',
  affected: '·',
};

const widestName = 34;
const widestType = 20;
const gap = '  ';

function entryLines(entries: readonly DifferenceEntry[], options: TextOptions): ComparisonLine[] {
  const widest = (texts: readonly string[], most: number) =>
    texts.reduce((width, text) => Math.max(width, Math.min(most, text.length)), 0);
  const name = widest(
    entries.map((entry) => nameText(entry)),
    widestName,
  );
  const type = widest(
    entries.map((entry) => shown(entry.type, widestType)),
    widestType,
  );
  const start = 2 + name + gap.length + type + gap.length;
  return entries.flatMap((entry) => {
    const details = entry.details.flatMap((detail) => detailLines(detail, widthOf(options) - start));
    const [first = '', ...others] = details;
    const typeText = shown(entry.type, widestType).padEnd(type);
    return [
      [...nameParts(entry, name), { text: `${gap}${typeText}${gap}${first}` }],
      ...others.map((text) => plain(' '.repeat(start) + text)),
      ...(entry.layers.length > 1 ? namesLines(entry.layers, ' '.repeat(start), options) : []),
    ];
  });
}

function nameText({ layers }: DifferenceEntry): string {
  const [first] = layers;
  if (layers.length > 1) return `${layers.length} layers`;
  return nameOf(first?.name ?? '');
}

function nameParts(entry: DifferenceEntry, width: number): ComparisonPart[] {
  const { kind, layers } = entry;
  const [first] = layers;
  const text = nameText(entry);
  const side = kind === 'removed' ? 'before' : 'after';
  const layer = first && layers.length === 1 ? { layer: { side, range: first.range } as const } : {};
  const padding = { text: ' '.repeat(Math.max(0, width - text.length)) };
  return [{ text: `${markers[kind]} `, kind }, { text, kind, ...layer }, padding];
}

/** A detail on one line, or on two if it is longer than `width`. */
function detailLines(detail: Detail, width: number): string[] {
  const room = Math.max(width, narrowest);
  if ('text' in detail) return [shown(detail.text, room)];
  const { label, before, after } = detail;
  const line = `${shown(label, room)}: ${visible(before)} → ${visible(after)}`;
  if (line.length <= room) return [line];
  return [shown(`${label}: ${before}`, room), `${gap}→ ${shown(after, room - gap.length - 2)}`];
}

const narrowest = 30;

function netField(detail: Detail, columns: number): ComparisonLine[] {
  return detailLines(detail, columns - 2).map((text, index) => [
    { text: index === 0 ? `${markers.changed} ` : gap, kind: 'changed' },
    { text },
  ]);
}

/** The layers that do not differ themselves, by what differs. */
function affectedLines(differences: readonly LayerDifference[], options: TextOptions): ComparisonLine[] {
  const affected = affectedLayers(differences);
  return (['costs', 'training'] as const).flatMap((what) => {
    const layers = affected[what].map(({ after }) => after);
    if (layers.length === 0) return [];
    const text = `In ${otherLayers(layers.length)}, ${affectedTexts[what]}:`;
    return spaced([
      [{ text: `${markers.affected} `, kind: 'affected' }, { text }],
      ...namesLines(layers, gap, options),
    ]);
  });
}

/** Names of layers in the net after the change, as many on a line as fit. */
function namesLines(
  layers: readonly ComparedLayer[],
  indent: string,
  options: TextOptions,
): ComparisonLine[] {
  const { mostNames = layers.length } = options;
  const named: ComparisonPart[] = layers.slice(0, mostNames).map(({ name, range }) => ({
    text: nameOf(name),
    layer: { side: 'after', range },
  }));
  const left = layers.length - named.length;
  return filled([...named, ...(left > 0 ? [{ text: `${left} others` }] : [])], indent, widthOf(options));
}

/** Parts separated by commas, as many on a line as fit. */
function filled(parts: readonly ComparisonPart[], indent: string, columns: number): ComparisonLine[] {
  const lines: ComparisonPart[][] = [];
  let width = columns;
  for (const [index, part] of parts.entries()) {
    const end = index === parts.length - 1 ? '' : ', ';
    if (width + part.text.length + end.trimEnd().length > columns) {
      lines.push([{ text: indent }]);
      width = indent.length;
    }
    lines.at(-1)?.push(part, { text: end });
    width += part.text.length + end.length;
  }
  return lines;
}

function totalLines(state: StateComparison): ComparisonLine[] {
  const rows = [['', 'before', 'after', ''], ...totalRows(state)];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const [label = 0, before = 0, after = 0] = widths;
  return rows.map(([name = '', one = '', other = '', difference = '']) =>
    plain(
      `${name.padEnd(label)}${gap}${one.padStart(before)}${gap}${other.padStart(after)}${gap}${difference}`.trimEnd(),
    ),
  );
}

function nameOf(name: string): string {
  return name === '' ? '(no name)' : shown(name, widestName);
}

function shown(text: string, most: number): string {
  return shortened(visible(text).replaceAll('\t', '\\x09'), most);
}

function plain(text: string): ComparisonLine {
  return text === '' ? [] : [{ text }];
}

/** Lines after an empty one; nothing if there are none. */
function spaced(lines: readonly ComparisonLine[]): ComparisonLine[] {
  return lines.length === 0 ? [] : [plain(''), ...lines];
}
