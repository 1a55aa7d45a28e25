import type { Document } from '../document/document.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { LineMap } from '../text/lines.ts';
import type { CommandOptions, FileReport } from './analyse.ts';
import { diagnosticJson } from './json.ts';
import { statesOf } from './options.ts';
import { countErrors, problemsText } from './report.ts';

/** The problems of one file, in the phases that were asked for. */
export function checkFile(file: string, document: Document, options: CommandOptions): FileReport {
  const found = diagnostics(document, statesOf(options));
  const errors = countErrors(found);
  // What cannot be known is no problem; the summary says it, beside its question marks.
  const problems = found.filter(({ severity }) => severity !== 'hint');
  if (options.format === 'text') return { output: problemsText(file, document, problems), errors };
  const lines = new LineMap(document.text);
  const places = found.map((diagnostic) => diagnosticJson(diagnostic, lines));
  return { output: JSON.stringify({ file, dialect: document.dialect.name, diagnostics: places }), errors };
}
