import type { Document } from '../document/document.ts';
import { notNet } from '../document/notNet.ts';
import { diagnostics } from '../features/diagnostics/diagnostics.ts';
import { foreignFile } from '../features/diagnostics/foreignFile.ts';
import { sortedRows, usualColumns } from '../features/summary/columns.ts';
import { groupedRows } from '../features/summary/groups.ts';
import { summarize } from '../features/summary/summary.ts';
import { summaryTable } from '../features/summary/summaryTable.ts';
import { formattedTable, type TableFormat, tableFormats } from '../features/summary/tableFormats.ts';
import type { Diagnostic } from '../features/types.ts';
import type { NetState } from '../net/states/state.ts';
import { jsonText } from '../text/visible.ts';
import type { CommandOptions, FileReport } from './command.ts';
import type { Format } from './output/formats.ts';
import { summaryJson } from './output/json.ts';
import type { Line } from './output/line.ts';
import { problemLines, problemsFor, tally } from './output/report.ts';

/** The summary of one file as a table or JSON. */
export function summarizeFile(file: string, document: Document, options: CommandOptions): FileReport {
  // The table shows one state: the requested one, or the first in which the net is built.
  const [state] = document.states().states;
  const found = netDiagnostics(document, state);
  const result = tally(found);
  if (options.format === 'json')
    return { ...result, json: jsonText(summaryJson(file, document, state, found)) };
  const problems = summaryProblems(file, document, options, found);
  const table = document.root === 'NetParameter' ? tableLines(document, state, options) : [];
  return options.format === 'text'
    ? { ...result, lines: [...problems, ...table, ''] }
    : { ...result, lines: table, problems };
}

/** The problems of a net. For a file that is not a net, the error of Caffe when it reads the file as one. */
function netDiagnostics(document: Document, state: NetState): readonly Diagnostic[] {
  if (document.root === 'NetParameter') return diagnostics(document, [state]);
  const foreign = foreignFile(document);
  if (foreign.length > 0) return foreign;
  const asNet = document.withText(document.text, { root: 'NetParameter' });
  const what = notNet(document);
  return diagnostics(asNet, [state])
    .filter(({ first }) => first)
    .map((diagnostic) => ({ ...diagnostic, message: `${what} ${diagnostic.message}` }));
}

/** The problems, with the hints that explain the question marks of the table. */
function summaryProblems(
  file: string,
  document: Document,
  { all, columns }: CommandOptions,
  found: readonly Diagnostic[],
): readonly Line[] {
  const shown = found.filter(({ severity, code }) => severity !== 'hint' || code === 'shape/unknown');
  return problemLines(file, document, problemsFor(document, shown, all), columns);
}

function tableLines(document: Document, state: NetState, options: CommandOptions): string[] {
  const { format, sort, by, columnNames = usualColumns, columns: width } = options;
  const whole = summarize(document, state);
  const grouped = by ? groupedRows(whole.rows, by) : whole.rows;
  const rows = sort ? sortedRows(grouped, sort) : grouped;
  const text = isTableFormat(format)
    ? formattedTable(rows, columnNames, format)
    : summaryTable({ ...whole, rows }, { width, columns: columnNames });
  return text.split('\n').slice(0, -1);
}

function isTableFormat(format: Format): format is TableFormat {
  return (tableFormats as readonly string[]).includes(format);
}
