import { formatState } from '../../net/states/state.ts';
import { escapeMarkdown, formatBytes, formatCount, formatTotal } from '../format.ts';
import { builtFor } from '../states.ts';
import type { NetSummary, SummaryRow } from '../types.ts';

/** A row as far as its text goes; each end adds its own kind of place. */
type Row = Omit<SummaryRow, 'range'>;

/** A summary as far as its text goes. */
export interface SummaryText<R extends Row = Row> extends Omit<NetSummary, 'rows'> {
  readonly rows: readonly R[];
}

// What matters most stands where a narrow view still shows it.
const headings = ['Layer', 'Type', 'Output shape', 'Parameters', 'Weights', 'Biases', 'MACs per batch'];
const gap = '  ';
const firstNumber = 3;
// The title, the headings and a rule below each.
const linesAbove = 4;

/** The net as a table of text, a row a layer (and a line a further top), the totals below. */
export function summaryTable(summary: SummaryText): string {
  const rows = summary.rows.flatMap(lines);
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) => ` ${cells.map((cell, i) => pad(cell, i, widths)).join(gap)}`;
  const width = widths.reduce((sum, each) => sum + each + gap.length, 0);
  return [
    ` ${summary.name || 'Net without a name'}  ·  ${formatState(summary.state)}  ·  ${summary.dialect} dialect`,
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

/** The line of the table at which each layer's row begins. */
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

/** The totals of a net, each with the words that say what it is. */
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
  const name = summary.name || 'Net without a name';
  const rows = totals(summary).map(([label, value]) => `| ${label} | ${value} |`);
  const title = `**${escapeMarkdown(name)}** · ${formatState(summary.state)} · ${summary.dialect} dialect`;
  return [title, '', '| | |', '|:--|--:|', ...rows, '', builtFor(summary.built)].join('\n');
}
