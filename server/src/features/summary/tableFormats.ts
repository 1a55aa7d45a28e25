import { shortened, visible } from '../../text/visible.ts';
import { joined, md } from '../markdown.ts';
import { columns as allColumns, type ColumnName, type Row } from './columns.ts';

/** Formats of a table for other documents. */
export const tableFormats = ['markdown', 'csv', 'latex'] as const;

export type TableFormat = (typeof tableFormats)[number];

/** The rows as a table with a heading, in one of the formats; names are escaped. */
export function formattedTable(
  rows: readonly Row[],
  columns: readonly ColumnName[],
  format: TableFormat,
): string {
  return writers[format](rows, columns);
}

const writers: Readonly<
  Record<TableFormat, (rows: readonly Row[], columns: readonly ColumnName[]) => string>
> = { markdown, csv, latex };

function headings(columns: readonly ColumnName[]): readonly string[] {
  return columns.map((name) => allColumns[name].heading);
}

function isNumber(name: ColumnName): boolean {
  return allColumns[name].number !== undefined;
}

function markdown(rows: readonly Row[], columns: readonly ColumnName[]): string {
  const line = (cells: readonly string[]) =>
    md`| ${joined(
      cells.map((cell) => (md`${cell}`.text === '' ? md` ` : md`${cell}`)),
      ' | ',
    )} |`.text;
  return [
    line(headings(columns)),
    `|${columns.map((name) => (isNumber(name) ? '--:' : ':--')).join('|')}|`,
    ...rows.map((row) => line(columns.map((name) => allColumns[name].text(row).join(', ')))),
    '',
  ].join('\n');
}

/** RFC 4180 with plain numbers, empty where they are unknown. */
function csv(rows: readonly Row[], columns: readonly ColumnName[]): string {
  const line = (cells: readonly (string | number)[]) => cells.map(csvCell).join(',');
  const cells = (row: Row) =>
    columns.map((name) => {
      const { number, text } = allColumns[name];
      return number ? (number(row) ?? '') : text(row).join(' ');
    });
  return [line(headings(columns)), ...rows.map((row) => line(cells(row))), ''].join('\n');
}

/** A quoted text; an apostrophe keeps spreadsheets from reading a name as a formula. */
function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const text = visible(cell);
  const safe = /^[=+@-]/u.test(text) ? `'${text}` : text;
  return /[",\n\r]|^'/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A `tabular` environment. */
function latex(rows: readonly Row[], columns: readonly ColumnName[]): string {
  const line = (cells: readonly string[]) => `  ${cells.map(latexText).join(' & ')} \\\\`;
  return [
    `\\begin{tabular}{${columns.map((name) => (isNumber(name) ? 'r' : 'l')).join('')}}`,
    '  \\hline',
    line(headings(columns)),
    '  \\hline',
    ...rows.map((row) => line(columns.map((name) => allColumns[name].text(row).join(', ')))),
    '  \\hline',
    '\\end{tabular}',
    '',
  ].join('\n');
}

const latexLength = 100;

const latexEscapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ['×', '$\\times$'],
  ['–', '--'],
]);

function latexText(text: string): string {
  return shortened(visible(text), latexLength).replaceAll(
    /[\\{}$&#%_~^×–]/gu,
    (found) => latexEscapes.get(found) ?? `\\${found}`,
  );
}
