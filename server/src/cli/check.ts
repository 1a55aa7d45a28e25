import type { Document } from '../document/document.ts';
import { diagnostics } from '../features/diagnostics.ts';
import type { Diagnostic } from '../features/types.ts';
import { LineMap } from '../text/lines.ts';
import type { CommandOptions, FileReport } from './analyse.ts';
import type { Format } from './formats.ts';
import { githubText } from './github.ts';
import { diagnosticJson } from './json.ts';
import { statesOf } from './options.ts';
import { problemsText, tally } from './report.ts';
import { sarifResults } from './sarif.ts';

/** The problems of one file, in the phases that were asked for. */
export function checkFile(file: string, document: Document, options: CommandOptions): FileReport {
  const found = diagnostics(document, options.phase && statesOf(options));
  const ordered = found.toSorted((one, other) => one.range.start - other.range.start);
  const output = printers[options.format](file, document, ordered);
  return { output, ...tally(found), codes: found.map(({ code }) => code) };
}

type Printer = (file: string, document: Document, found: readonly Diagnostic[]) => string;

// What cannot be known and what is worth a hint is no problem; tools get it, people see it in their editor.
const printers: Readonly<Record<Format, Printer>> = {
  text: (file, document, found) => problemsText(file, document, problemsOf(found)),
  github: (file, document, found) => githubText(file, document, problemsOf(found)),
  json: checkJson,
  sarif: (file, document, found) => sarifResults(file, document, found),
};

function problemsOf(found: readonly Diagnostic[]): Diagnostic[] {
  return found.filter(({ severity }) => severity !== 'hint');
}

function checkJson(file: string, document: Document, found: readonly Diagnostic[]): string {
  const lines = new LineMap(document.text);
  const places = found.map((diagnostic) => diagnosticJson(diagnostic, lines));
  return JSON.stringify({ file, dialect: document.dialect.name, diagnostics: places });
}
