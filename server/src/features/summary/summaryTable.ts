import { formatState } from '../../net/states/state.ts';
import { shortened, visible } from '../../text/visible.ts';
import { md, message, paragraphs } from '../markdown.ts';
import { formatBytes, formatCount, formatTotal } from '../numbers.ts';
import { builtFor } from '../states.ts';
import type { AssumedInputs, NetTotals } from '../types.ts';
import { columns as allColumns, type Column, type ColumnName, type Row, usualColumns } from './columns.ts';

/** A summary without the ranges of its rows. */
export interface SummaryText<R extends Row = Row> extends NetTotals {
  readonly rows: readonly R[];
}

/** How the table is laid out. */
export interface TableOptions {
  /** The number of characters of a line, if it is limited: long names are shortened further. */
  readonly width?: number | undefined;
  readonly columns?: readonly ColumnName[];
}

const gap = '  ';
// The title and the headings, each with a line below.
const linesAbove = 4;

/** The net as a text table: a row per layer, a line per further top, then the totals. Long names are shortened. */
export function summaryTable(summary: SummaryText, options: TableOptions = {}): string {
  const columns = (options.columns ?? usualColumns).map((name) => allColumns[name]);
  const rows = summary.rows.flatMap((row) => lines(row, columns));
  const widths = fitted(
    columns,
    columns.map(({ heading }, at) => widthOf(heading, at, rows)),
    options.width,
  );
  const line = (cells: readonly string[]) =>
    ` ${columns.map((column, at) => pad(cells[at] ?? '', column, widths[at] ?? 0)).join(gap)}`.trimEnd();
  const width = widths.reduce((sum, each) => sum + each + gap.length, 0);
  const title = `${summary.name || 'Unnamed net'}  ·  ${formatState(summary.state)}`;
  return [
    ` ${shown(title)}  ·  ${shown(summary.dialect)} dialect`,
    '═'.repeat(width),
    line(columns.map(({ heading }) => heading)),
    '─'.repeat(width),
    ...rows.map(line),
    '═'.repeat(width),
    ...totalLines(summary),
    ` ${visible(builtFor(summary.built))}`,
    ...(summary.assumed === null
      ? []
      : [` Assumed, not in the file: ${shown(assumedText(summary.assumed))}.`]),
    '',
  ].join('\n');
}

const longestCell = 100;

/** A name or a shape on one line. */
function shown(text: string): string {
  return shortened(visible(text).replaceAll('\t', '\\x09'), longestCell);
}

function widthOf(heading: string, column: number, rows: readonly (readonly string[])[]): number {
  return rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), heading.length);
}

const narrowestName = 8;

/** The widths of columns, with names and types made narrower if the line would be longer than `limit`. */
function fitted(
  columns: readonly Column[],
  widths: readonly number[],
  limit = Number.POSITIVE_INFINITY,
): readonly number[] {
  let excess = widths.reduce((sum, each) => sum + each + gap.length, 0) - limit;
  return widths.map((width, at) => {
    const isName = columns[at] === allColumns.layer || columns[at] === allColumns.type;
    const less = isName ? Math.max(0, Math.min(excess, width - narrowestName)) : 0;
    excess -= less;
    return width - less;
  });
}

/** The rows of the usual table by the line at which they start. */
export function rowLines<R extends Row>(summary: SummaryText<R>): Map<number, R> {
  const columns = usualColumns.map((name) => allColumns[name]);
  const found = new Map<number, R>();
  let line = linesAbove;
  for (const row of summary.rows) {
    found.set(line, row);
    line += lines(row, columns).length;
  }
  return found;
}

/** The lines of a row: the first with all cells, one for each further top. */
function lines(row: Row, columns: readonly Column[]): string[][] {
  const cells = columns.map(({ text }) => text(row).map(shown));
  const count = cells.reduce((most, { length }) => Math.max(most, length), 1);
  return Array.from({ length: count }, (_, at) => cells.map((texts) => texts[at] ?? ''));
}

function pad(cell: string, column: Column, width: number): string {
  return column.number ? cell.padStart(width) : shortened(cell, width).padEnd(width);
}

function totalLines(summary: NetTotals): string[] {
  const all = totals(summary);
  const label = Math.max(...all.map(([name]) => name.length));
  const value = Math.max(...all.map(([, text]) => text.length));
  return all.map(([name, text]) => ` ${name.padEnd(label)}   ${text.padStart(value)}`);
}

/** `batch 1, data 1×3×224×224`. */
export function assumedText({ batch, shapes }: AssumedInputs): string {
  const texts = Object.entries(shapes).map(([name, shape]) => `${name} ${shape.join('×')}`);
  return [...(batch === undefined ? [] : [`batch ${batch}`]), ...texts].join(', ');
}

/** The totals of a net with their labels. */
export function totals(summary: NetTotals): [string, string][] {
  const { params, trainable } = summary;
  return [
    ['Layers', formatCount(summary.layerCount)],
    ['Parameters', formatTotal(summary)],
    ['Trainable parameters', formatCount(trainable)],
    [
      'Non-trainable parameters',
      formatCount(params === null || trainable === null ? null : params - trainable),
    ],
    ['Size of the parameters', formatBytes(summary.parameterBytes)],
    ['MACs per image', formatCount(summary.macsPerImage)],
    ['MACs per batch', formatCount(summary.macs)],
    ['FLOPs per image (2 × MACs)', formatCount(summary.flopsPerImage.twiceMacs)],
    ['FLOPs with all other operations', formatCount(summary.flopsPerImage.withAll)],
    ['Activation memory per batch', formatBytes(summary.activationBytes)],
    ['With gradients, to train', formatBytes(summary.trainingBytes)],
    ['All memory to train with SGD', formatBytes(summary.bytesToTrain.SGD)],
    ['Memory required for data (Caffe)', formatBytes(summary.requiredBytes)],
  ];
}

/** The totals as a Markdown table. */
export function summaryMarkdown(summary: NetTotals): string {
  const name = summary.name || 'Unnamed net';
  const rows = totals(summary).map(([label, value]) => `| ${label} | ${value} |`);
  const title = md`**${name}** · ${formatState(summary.state)} · ${summary.dialect} dialect`;
  return [title.text, '', '| | |', '|:--|--:|', ...rows, '', message(builtFor(summary.built)).text].join(
    '\n',
  );
}

/** Who decided about the dialect of a file. */
export const dialectReasons: Readonly<Record<NetTotals['dialectBy'], string>> = {
  command: 'as requested',
  comment: 'as a comment in this file states',
  workspace: 'as a configuration file in the workspace states',
  setting: 'as the settings state',
  file: 'detected from the contents of the file',
};

/** The totals of a net as Markdown, what they are computed for, and how they are defined. */
export function totalsMarkdown(totals: NetTotals): string {
  const { state, dialect, dialectBy } = totals;
  const read = md`Read for the state **${formatState(state)}** in the dialect **${dialect}**, ${dialectReasons[dialectBy]}.`;
  return [summaryMarkdown(totals), paragraphs(read, message(inputsText(totals)), definitions).text].join(
    '\n\n',
  );
}

/** What is assumed for the inputs: `Assumed, not in the file: batch 8.` */
export function inputsText({ assumed, batch }: NetTotals): string {
  if (assumed !== null) return `Assumed, not in the file: ${assumedText(assumed)}.`;
  if (batch === null) return 'The batch size is unknown, and with it all numbers per image.';
  return `Nothing is assumed: the batch of ${formatCount(batch)} and the shapes are those of the file.`;
}

const definitions = message(
  [
    'Parameters are all values that Caffe stores, once if layers share them.',
    'MACs are multiply-accumulates of weights in a forward pass, without additions of biases.',
    'Memory is 4 bytes per value: activations are all tops of a forward pass, each blob once; gradients double them;',
    'all memory to train adds parameters, their gradients, the history of the solver and column buffers.',
  ].join(' '),
);
