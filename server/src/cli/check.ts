import type { Document } from '../document/document.ts';
import { diagnostics } from '../features/diagnostics/diagnostics.ts';
import type { Diagnostic } from '../features/types.ts';
import { LineMap } from '../text/lines.ts';
import type { CommandOptions, FileReport } from './command.ts';
import type { Format } from './output/formats.ts';
import { githubText } from './output/github.ts';
import { diagnosticJson, statesJson } from './output/json.ts';
import { problemsFor, problemsText, tally } from './output/report.ts';
import { sarifResults } from './output/sarif.ts';

/** The problems of one file, in the states in which it is built. */
export function checkFile(file: string, document: Document, options: CommandOptions): FileReport {
  const found = diagnostics(document);
  const ordered = found.toSorted((one, other) => one.range.start - other.range.start);
  const output = printers[options.format](file, document, ordered, options.all);
  const built = document.root === 'NetParameter' ? document.states() : undefined;
  return { output, ...tally(found), codes: found.map(({ code }) => code), built };
}

type Printer = (file: string, document: Document, found: readonly Diagnostic[], all?: boolean) => string;

// Text output has no hints: they are for editors and tools.
const printers: Readonly<Record<Format, Printer>> = {
  text: (file, document, found, all) =>
    problemsText(file, document, problemsFor(document, problemsOf(found), all)),
  github: (file, document, found, all) =>
    githubText(file, document, problemsFor(document, problemsOf(found), all)),
  json: checkJson,
  sarif: (file, document, found) => sarifResults(file, document, found),
};

function problemsOf(found: readonly Diagnostic[]): Diagnostic[] {
  return found.filter(({ severity }) => severity !== 'hint');
}

function checkJson(file: string, document: Document, found: readonly Diagnostic[]): string {
  const lines = new LineMap(document.text);
  const places = found.map((diagnostic) => diagnosticJson(diagnostic, lines));
  return JSON.stringify({
    file,
    dialect: document.dialect.name,
    ...statesJson(document),
    diagnostics: places,
  });
}
