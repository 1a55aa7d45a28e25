import type { PlacedRow, Summary } from '../../server/src/lsp/protocol.ts';
import { totals, totalText } from './numbers.ts';

// What matters most stands where a narrow view still shows it.
const headings = ['Layer', 'Type', 'Output shape', 'Parameters', 'Weights', 'Biases', 'MACs per batch'];
const gap = '  ';
const firstNumber = 3;
// The title, the headings and a rule below each.
const linesAbove = 4;

/** The net as a table of text, a row a layer (and a line a further top), the totals below. */
export function summaryTable(summary: Summary): string {
  const rows = summary.rows.flatMap(lines);
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) => ` ${cells.map((cell, i) => pad(cell, i, widths)).join(gap)}`;
  const width = widths.reduce((sum, each) => sum + each + gap.length, 0);
  return [
    ` ${summary.name || 'Net without a name'}  ·  ${summary.phase}  ·  ${summary.dialect} dialect`,
    '═'.repeat(width),
    line(headings).trimEnd(),
    '─'.repeat(width),
    ...rows.map((row) => line(row).trimEnd()),
    '═'.repeat(width),
    ...totalLines(summary),
    '',
  ].join('\n');
}

/** The line of the table at which each layer's row begins. */
export function rowLines(summary: Summary): Map<number, PlacedRow> {
  const found = new Map<number, PlacedRow>();
  let line = linesAbove;
  for (const row of summary.rows) {
    found.set(line, row);
    line += lines(row).length;
  }
  return found;
}

function lines(row: PlacedRow): string[][] {
  const counts = [row.params, row.weights, row.biases, row.macs].map((count) =>
    count === 0 ? '–' : totalText(count),
  );
  const [first = '', ...others] = row.topShapes;
  return [[row.name, row.type, first, ...counts], ...others.map((shape) => ['', '', shape])];
}

function pad(cell: string, column: number, widths: readonly number[]): string {
  const width = widths[column] ?? 0;
  return column < firstNumber ? cell.padEnd(width) : cell.padStart(width);
}

function totalLines(summary: Summary): string[] {
  const all = totals(summary);
  const label = Math.max(...all.map(([name]) => name.length));
  const value = Math.max(...all.map(([, text]) => text.length));
  return all.map(([name, text]) => ` ${name.padEnd(label)}   ${text.padStart(value)}`);
}
