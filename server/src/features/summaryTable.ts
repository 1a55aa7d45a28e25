import { formatBytes, formatCount } from './format.ts';
import type { NetSummary, SummaryRow } from './types.ts';

const headings = ['Layer', 'Type', 'Output shape', 'Weights', 'Biases', 'Parameters'] as const;

/** A net as a table of its layers, with totals below. */
export function summaryTable(summary: NetSummary): string {
  const rows = summary.rows.map(cells);
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, column >= 3))
      .join('  ')
      .trimEnd();
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  const title = `${summary.name || 'Unnamed net'} · ${summary.phase} · ${summary.dialect}`;
  return [title, rule, line(headings), rule, ...rows.map(line), rule, ...totals(summary)].join('\n');
}

function cells(row: SummaryRow): string[] {
  const hasParams = row.params === null || row.params > 0;
  const count = (value: number | null) => (hasParams ? formatCount(value) : '');
  return [
    row.name,
    row.type,
    row.topShapes.join(', '),
    count(row.weights),
    count(row.biases),
    count(row.params),
  ];
}

function pad(text: string, width: number, right: boolean): string {
  return right ? text.padStart(width) : text.padEnd(width);
}

function totals(summary: NetSummary): string[] {
  return [
    `Parameters: ${formatCount(summary.params)} (${formatCount(summary.weights)} weights, ${formatCount(summary.biases)} biases), ${formatBytes(summary.parameterBytes)}`,
    `Multiply-accumulates: ${formatCount(summary.macsPerImage)} per image, ${formatCount(summary.macs)} per batch`,
    `Activations: ${formatBytes(summary.activationBytes)} per batch`,
  ];
}
