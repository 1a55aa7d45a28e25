import { createDocument, type Document } from '../document/document.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { summarize } from '../features/summary.ts';
import { summaryTable } from '../features/summaryTable.ts';
import type { Diagnostic } from '../features/types.ts';
import { type NetState, netState } from '../net/state.ts';
import { eachFile } from './eachFile.ts';
import { summaryJson } from './json.ts';
import type { CommandOptions } from './main.ts';
import { statesOf } from './options.ts';
import { problemsText } from './report.ts';

/** Prints the layers of every file; exit code 1 if a net has errors, 2 if a file cannot be read. */
export function runSummary(files: readonly string[], options: CommandOptions): number {
  // The table is of one phase: the one that was asked for, or the one in which nets are trained.
  const state = options.phase
    ? (statesOf(options)[0] ?? netState('TRAIN'))
    : netState('TRAIN', options.level, options.stage);
  const jsons: object[] = [];
  const code = eachFile(files, options, (file, document) => {
    const found = netDiagnostics(document, state);
    if (options.format === 'json') jsons.push(summaryJson(file, document, state, found));
    else process.stdout.write(`${summaryText(file, document, state, found)}\n`);
    return found.some(({ severity }) => severity === 'error');
  });
  if (options.format === 'json') process.stdout.write(`${JSON.stringify(jsons)}\n`);
  return code;
}

/** The problems of a net. Of a file that holds something else, the one at which Caffe stops when it expects a net. */
function netDiagnostics(document: Document, state: NetState): readonly Diagnostic[] {
  if (document.root === 'NetParameter') return diagnostics(document, [state]);
  const asNet = createDocument({ ...document, root: 'NetParameter' }, document);
  const holds = document.root === 'SolverParameter' ? 'This is a solver, not a net.' : 'This is not a net.';
  return diagnostics(asNet, [state])
    .filter(({ first }) => first)
    .map((diagnostic) => ({ ...diagnostic, message: `${holds} ${diagnostic.message}` }));
}

function summaryText(
  file: string,
  document: Document,
  state: NetState,
  found: readonly Diagnostic[],
): string {
  const problems = problemsText(file, document, found);
  return document.root === 'NetParameter'
    ? `${problems}${summaryTable(summarize(document, state))}\n`
    : problems;
}
