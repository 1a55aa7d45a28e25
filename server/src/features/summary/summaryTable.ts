import { formatState } from '../../net/states/state.ts';
import { shortened, visible } from '../../text/visible.ts';
import { md, message } from '../markdown.ts';
import { formatBytes, formatCount, formatTotal } from '../numbers.ts';
import { builtFor } from '../states.ts';
import type { NetSummary, SummaryRow } from '../types.ts';

/** A row without its range, which the server and the client represent differently. */
type Row = Omit<SummaryRow, 'range'>;

/** A summary without the ranges of its rows. */
export interface SummaryText<R extends Row = Row> extends Omit<NetSummary, 'rows'> {
  readonly rows: readonly R[];
}

// The most important columns come first, where a narrow view shows them.
const headings = ['Layer', 'Type', 'Output shape', 'Parameters', 'Weights', 'Biases', 'MACs per batch'];
const gap = '  ';
const firstShape = 2;
const firstNumber = 3;
// The title and the headings, each with a line below.
const linesAbove = 4;

/**
 * The net as a text table: a row per layer, a line per further top, then the totals. Long names are shortened, further
 * if there are at most `columns` columns.
 */
export function summaryTable(summary: SummaryText, columns?: number): string {
  const rows = summary.rows.flatMap(lines);
  const widths = fitted(
    headings.map((heading, column) => widthOf(heading, column, rows)),
    columns,
  );
  const line = (cells: readonly string[]) => ` ${cells.map((cell, i) => pad(cell, i, widths)).join(gap)}`;
  const width = widths.reduce((sum, each) => sum + each + gap.length, 0);
  const title = `${summary.name || 'Unnamed net'}  ·  ${formatState(summary.state)}`;
  return [
    ` ${shown(title)}  ·  ${shown(summary.dialect)} dialect`,
    '═'.repeat(width),
    line(headings).trimEnd(),
    '─'.repeat(width),
    ...rows.map((row) => line(row).trimEnd()),
    '═'.repeat(width),
    ...totalLines(summary),
    ` ${visible(builtFor(summary.built))}`,
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

/** The widths of columns, with names and types made narrower if the line would be longer than `columns`. */
function fitted(widths: readonly number[], columns = Number.POSITIVE_INFINITY): readonly number[] {
  let excess = widths.reduce((sum, each) => sum + each + gap.length, 0) - columns;
  return widths.map((width, column) => {
    const less = column < firstShape ? Math.max(0, Math.min(excess, width - narrowestName)) : 0;
    excess -= less;
    return width - less;
  });
}

/** The rows by the line of the table at which they start. */
export function rowLines<R extends Row>(summary: SummaryText<R>): Map<number, R> {
  const found = new Map<number, R>();
  let line = linesAbove;
  for (const row of summary.rows) {
    found.set(line, row);
    line += lines(row).length;
  }
  return found;
}

function lines(row: Row): string[][] {
  const counts = [row.params, row.weights, row.biases, row.macs].map((count) =>
    count === 0 ? '–' : formatCount(count),
  );
  const [first = '', ...others] = row.topShapes.map(shown);
  return [[shown(row.name), shown(row.type), first, ...counts], ...others.map((shape) => ['', '', shape])];
}

function pad(cell: string, column: number, widths: readonly number[]): string {
  const width = widths[column] ?? 0;
  return column < firstNumber ? shortened(cell, width).padEnd(width) : cell.padStart(width);
}

function totalLines(summary: SummaryText): string[] {
  const all = totals(summary);
  const label = Math.max(...all.map(([name]) => name.length));
  const value = Math.max(...all.map(([, text]) => text.length));
  return all.map(([name, text]) => ` ${name.padEnd(label)}   ${text.padStart(value)}`);
}

/** The totals of a net with their labels. */
export function totals(summary: SummaryText): [string, string][] {
  return [
    ['Layers', formatCount(summary.layerCount)],
    ['Parameters', formatTotal(summary)],
    ['Weights', formatCount(summary.weights)],
    ['Biases', formatCount(summary.biases)],
    ['Size of the parameters', formatBytes(summary.parameterBytes)],
    ['MACs per image', formatCount(summary.macsPerImage)],
    ['MACs per batch', formatCount(summary.macs)],
    ['Activation memory per batch', formatBytes(summary.activationBytes)],
  ];
}

/** The totals as a Markdown table. */
export function summaryMarkdown(summary: SummaryText): string {
  const name = summary.name || 'Unnamed net';
  const rows = totals(summary).map(([label, value]) => `| ${label} | ${value} |`);
  const title = md`**${name}** · ${formatState(summary.state)} · ${summary.dialect} dialect`;
  return [title.text, '', '| | |', '|:--|--:|', ...rows, '', message(builtFor(summary.built)).text].join(
    '\n',
  );
}
