import { formatState } from '../../net/states/state.ts';
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
const firstNumber = 3;
// The title and the headings, each with a line below.
const linesAbove = 4;

/** The net as a text table: a row per layer, a line per further top, then the totals. */
export function summaryTable(summary: SummaryText): string {
  const rows = summary.rows.flatMap(lines);
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) => ` ${cells.map((cell, i) => pad(cell, i, widths)).join(gap)}`;
  const width = widths.reduce((sum, each) => sum + each + gap.length, 0);
  return [
    ` ${summary.name || 'Unnamed net'}  ·  ${formatState(summary.state)}  ·  ${summary.dialect} dialect`,
    '═'.repeat(width),
    line(headings).trimEnd(),
    '─'.repeat(width),
    ...rows.map((row) => line(row).trimEnd()),
    '═'.repeat(width),
    ...totalLines(summary),
    ` ${builtFor(summary.built)}`,
    '',
  ].join('\n');
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
  const [first = '', ...others] = row.topShapes;
  return [[row.name, row.type, first, ...counts], ...others.map((shape) => ['', '', shape])];
}

function pad(cell: string, column: number, widths: readonly number[]): string {
  const width = widths[column] ?? 0;
  return column < firstNumber ? cell.padEnd(width) : cell.padStart(width);
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
