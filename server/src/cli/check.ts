import type { Document } from '../document/document.ts';
import { diagnostics } from '../features/diagnostics/diagnostics.ts';
import type { Diagnostic } from '../features/types.ts';
import { LineMap } from '../text/lines.ts';
import { jsonText } from '../text/visible.ts';
import type { CommandOptions, FileReport } from './command.ts';
import type { Format } from './output/formats.ts';
import { githubLines } from './output/github.ts';
import { diagnosticJson, statesJson } from './output/json.ts';
import { problemLines, problemsFor, tally } from './output/report.ts';
import { sarifResults } from './output/sarif.ts';

/** The problems of one file, in the states in which it is built. */
export function checkFile(file: string, document: Document, options: CommandOptions): FileReport {
  const found = diagnostics(document);
  const ordered = found.toSorted((one, other) => one.range.start - other.range.start);
  const codes = [...new Set(found.map(({ code }) => code))];
  const built = document.root === 'NetParameter' ? document.states() : undefined;
  const print = printers[options.format] ?? printers.text;
  const isOther = !document.root && found.length === 0;
  return { ...print(file, document, ordered, options), ...tally(found), codes, built, isOther };
}

type Printer = (
  file: string,
  document: Document,
  found: readonly Diagnostic[],
  options: CommandOptions,
) => Pick<FileReport, 'lines' | 'json'>;

// Text output has no hints: they are for editors and tools.
const printers: Readonly<Partial<Record<Format, Printer>> & { text: Printer }> = {
  text: (file, document, found, { all, columns }) => ({
    lines: problemLines(file, document, problemsFor(document, problemsOf(found), all), columns),
  }),
  github: (file, document, found, { all }) => ({
    lines: githubLines(file, document, problemsFor(document, problemsOf(found), all)),
  }),
  json: (file, document, found) => ({ json: checkJson(file, document, found) }),
  sarif: (file, document, found) => ({ json: sarifResults(file, document, found) }),
};

function problemsOf(found: readonly Diagnostic[]): Diagnostic[] {
  return found.filter(({ severity }) => severity !== 'hint');
}

function checkJson(file: string, document: Document, found: readonly Diagnostic[]): string {
  const lines = new LineMap(document.text);
  const places = found.map((diagnostic) => diagnosticJson(diagnostic, lines));
  return jsonText({
    file,
    dialect: document.dialect.name,
    ...statesJson(document),
    diagnostics: places,
  });
}
