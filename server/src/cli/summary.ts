import type { Document } from '../document/document.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { summarize } from '../features/summary.ts';
import { summaryTable } from '../features/summaryTable.ts';
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
    if (options.format === 'json') jsons.push(summaryJson(file, document, state));
    else process.stdout.write(`${summaryText(file, document, state)}\n`);
    return diagnostics(document, [state]).some(({ severity }) => severity === 'error');
  });
  if (options.format === 'json') process.stdout.write(`${JSON.stringify(jsons)}\n`);
  return code;
}

function summaryText(file: string, document: Document, state: NetState): string {
  const found = problemsText(file, document, diagnostics(document, [state]));
  if (document.root !== 'NetParameter') {
    const kind =
      document.root === 'SolverParameter' ? 'a solver, which has no layers' : 'neither a net nor a solver';
    return `${found}${file}: this is ${kind}.`;
  }
  return `${found}${summaryTable(summarize(document, state))}\n`;
}
