import type { Severity } from '../../checks/severity.ts';
import type { Document } from '../../document/document.ts';
import { type GroupedDiagnostic, grouped } from '../../features/diagnostics/grouped.ts';
import type { Diagnostic } from '../../features/types.ts';
import { LineMap } from '../../text/lines.ts';
import { shortened, visible } from '../../text/visible.ts';
import type { Line } from './line.ts';

/** The problems of a file that are printed. */
export interface Problems {
  readonly shown: readonly GroupedDiagnostic[];
  /** The numbers of others by code. */
  readonly left: ReadonlyMap<string, number>;
}

/** The maximum number of problems of one code that are printed for a file. */
const mostOfCode = 100;

/** Problems for text output, in their order: grouped by cause and limited in number, or all of them with `all`. */
export function problemsFor(document: Document, found: readonly Diagnostic[], all = false): Problems {
  if (all) return { shown: found.map((diagnostic) => ({ ...diagnostic, others: [] })), left: new Map() };
  const counts = new Map<string, number>();
  const shown = grouped(document, found).filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= mostOfCode;
  });
  const left = [...counts].filter(([, count]) => count > mostOfCode);
  return { shown, left: new Map(left.map(([code, count]) => [code, count - mostOfCode])) };
}

/**
 * Problems in the format of compilers, `file:line:column: severity: message [code]`, each with its line, carets and
 * related locations. `columns` is the width of the output, if known.
 */
export function problemLines(
  file: string,
  document: Document,
  { shown, left }: Problems,
  columns: number | undefined,
): Line[] {
  const lines = new LineMap(document.text);
  const ordered = shown.toSorted((one, other) => one.range.start - other.range.start);
  const width = Math.min(widest, columns === undefined ? widest : columns - indent.length);
  return [
    ...ordered.flatMap((diagnostic) => linesOf(file, document.text, diagnostic, lines, width)),
    ...[...left].map(([code, count]) => `${file}: ${moreText(code, count)}`),
  ];
}

/** Says that problems of a code are not printed. */
export function moreText(code: string, count: number): string {
  return `${count} more problems of ${code}; use --all to list them`;
}

const longestName = 100;
const longestMessage = 2000;

/** A message with shortened names. */
export function shownMessage(message: string): string {
  const names = message.replace(/`([^`]+)`/gu, (_, name: string) => `\`${shortened(name, longestName)}\``);
  return shortened(names, longestMessage);
}

function linesOf(
  file: string,
  text: string,
  diagnostic: GroupedDiagnostic,
  lines: LineMap,
  width: number,
): Line[] {
  const { severity, code, message, range } = diagnostic;
  const { line, column } = lines.position(range.start);
  const head = [
    `${file}:${line}:${column}: `,
    { text: severity, style: severity },
    `: ${shownMessage(message)} `,
    { text: `[${code}]`, style: 'code' },
  ] as const;
  const notes = (diagnostic.related ?? []).map((related) => {
    const place = lines.position(related.range.start);
    return `${indent}${file}:${place.line}:${place.column}: ${shownMessage(related.message)}`;
  });
  const count = diagnostic.others.length;
  const more = count > 0 ? [`${indent}and ${count} more; use --all to list them`] : [];
  return [head, ...excerpt(text, diagnostic, column, width), ...notes, ...more];
}

const indent = '  ';
const widest = 160;

/** The line of the problem with carets below its range; an excerpt if the line is very long. */
function excerpt(text: string, { range, severity }: Diagnostic, column: number, width: number): Line[] {
  const lineStart = range.start - (column - 1);
  const lineEnd = text.indexOf('\n', lineStart);
  const whole = text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd).replace(/\r$/u, '');
  const from = whole.length > width ? Math.max(0, column - 1 - Math.floor(width / 2)) : 0;
  const start = column - 1 - from;
  const shown = whole.slice(from, from + width);
  const before = visible(shown.slice(0, start));
  const marked = visible(shown.slice(start, start + range.end - range.start));
  const room = Math.max(1, width - before.length);
  return [
    `${indent}${before}${shortened(visible(shown.slice(start)), room)}`,
    [
      `${indent}${before.replace(/[^\t]/gu, ' ')}`,
      { text: '^'.repeat(Math.max(1, Math.min(marked.length, room))), style: severity },
    ],
  ];
}

/** The numbers of problems that decide the exit code. */
export interface Tally {
  readonly errors: number;
  readonly warnings: number;
}

export function tally(found: readonly Diagnostic[]): Tally {
  const count = (severity: Severity) => found.filter((each) => each.severity === severity).length;
  return { errors: count('error'), warnings: count('warning') };
}
