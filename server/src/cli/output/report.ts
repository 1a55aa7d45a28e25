import type { Severity } from '../../checks/severity.ts';
import type { Document } from '../../document/document.ts';
import { type GroupedDiagnostic, grouped } from '../../features/diagnostics/grouped.ts';
import type { Diagnostic } from '../../features/types.ts';
import { LineMap } from '../../text/lines.ts';

/**
 * Problems in the format of compilers, `file:line:column: severity: message [code]`, each with its line, carets and
 * related locations.
 */
export function problemsText(file: string, document: Document, found: readonly GroupedDiagnostic[]): string {
  const lines = new LineMap(document.text);
  const ordered = found.toSorted((one, other) => one.range.start - other.range.start);
  return ordered.map((diagnostic) => problemText(file, document.text, diagnostic, lines)).join('');
}

function problemText(file: string, text: string, diagnostic: GroupedDiagnostic, lines: LineMap): string {
  const { line, column } = lines.position(diagnostic.range.start);
  const head = `${file}:${line}:${column}: ${diagnostic.severity}: ${diagnostic.message} [${diagnostic.code}]`;
  const notes = (diagnostic.related ?? []).map(({ range, message }) => {
    const place = lines.position(range.start);
    return `  ${file}:${place.line}:${place.column}: ${message}\n`;
  });
  const count = diagnostic.others.length;
  const more = count > 0 ? `  and ${count} more; use --all to list them\n` : '';
  return `${head}\n${excerpt(text, diagnostic, column)}\n${notes.join('')}${more}`;
}

const widest = 160;

/** The line of the problem with carets below its range; an excerpt if the line is very long. */
function excerpt(text: string, { range }: Diagnostic, column: number): string {
  const lineStart = range.start - (column - 1);
  const lineEnd = text.indexOf('\n', lineStart);
  const whole = text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd).replace(/\r$/u, '');
  const from = whole.length > widest ? Math.max(0, column - 1 - widest / 2) : 0;
  const shown = whole.slice(from, from + widest);
  const before = shown.slice(0, column - 1 - from).replace(/[^\t]/gu, ' ');
  const length = Math.max(1, Math.min(range.end - range.start, shown.length - before.length));
  return `  ${shown}\n  ${before}${'^'.repeat(length)}`;
}

/** The numbers of problems that decide the exit code. */
export interface Tally {
  readonly errors: number;
  readonly warnings: number;
}

/** Problems for text output: grouped by cause, or individually with `all`. */
export function problemsFor(
  document: Document,
  found: readonly Diagnostic[],
  all = false,
): readonly GroupedDiagnostic[] {
  return all ? found.map((diagnostic) => ({ ...diagnostic, others: [] })) : grouped(document, found);
}

export function tally(found: readonly Diagnostic[]): Tally {
  const count = (severity: Severity) => found.filter((each) => each.severity === severity).length;
  return { errors: count('error'), warnings: count('warning') };
}
