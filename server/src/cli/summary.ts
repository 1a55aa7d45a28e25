import type { Document } from '../document/document.ts';
import { diagnostics } from '../features/diagnostics/diagnostics.ts';
import { foreignFile } from '../features/diagnostics/foreignFile.ts';
import { summarize } from '../features/summary/summary.ts';
import { summaryTable } from '../features/summary/summaryTable.ts';
import type { Diagnostic } from '../features/types.ts';
import type { NetState } from '../net/states/state.ts';
import type { CommandOptions, FileReport } from './command.ts';
import { summaryJson } from './output/json.ts';
import type { Line } from './output/line.ts';
import { problemLines, problemsFor, tally } from './output/report.ts';

/** The summary of one file as a table or JSON. */
export function summarizeFile(file: string, document: Document, options: CommandOptions): FileReport {
  // The table shows one state: the requested one, or the first in which the net is built.
  const [state] = document.states().states;
  const found = netDiagnostics(document, state);
  return options.format === 'json'
    ? { json: JSON.stringify(summaryJson(file, document, state, found)), ...tally(found) }
    : { lines: summaryLines(file, document, options, found), ...tally(found) };
}

/** The problems of a net. For a file that is not a net, the error of Caffe when it reads the file as one. */
function netDiagnostics(document: Document, state: NetState): readonly Diagnostic[] {
  if (document.root === 'NetParameter') return diagnostics(document, [state]);
  const foreign = foreignFile(document);
  if (foreign.length > 0) return foreign;
  const asNet = document.withText(document.text, { root: 'NetParameter' });
  const holds = document.root === 'SolverParameter' ? 'This is a solver, not a net.' : 'This is not a net.';
  return diagnostics(asNet, [state])
    .filter(({ first }) => first)
    .map((diagnostic) => ({ ...diagnostic, message: `${holds} ${diagnostic.message}` }));
}

function summaryLines(
  file: string,
  document: Document,
  { all, columns }: CommandOptions,
  found: readonly Diagnostic[],
): Line[] {
  const [state] = document.states().states;
  // Keep the hints that explain the question marks of the table.
  const shown = found.filter(({ severity, code }) => severity !== 'hint' || code === 'shape/unknown');
  const problems = problemLines(file, document, problemsFor(document, shown, all), columns);
  if (document.root !== 'NetParameter') return [...problems, ''];
  return [...problems, ...summaryTable(summarize(document, state), columns).split('\n'), ''];
}
