import type { Severity } from '../../checks/severity.ts';
import type { Document } from '../../document/document.ts';
import type { GroupedDiagnostic } from '../../features/diagnostics/grouped.ts';
import { LineMap } from '../../text/lines.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Problems as workflow commands of GitHub Actions, which shows them as annotations of a change. */
export function githubText(file: string, { text }: Document, found: readonly GroupedDiagnostic[]): string {
  const lines = new LineMap(text);
  return found.map((diagnostic) => annotation(file, diagnostic, lines)).join('');
}

function annotation(
  file: string,
  { severity, code, message, range, others }: GroupedDiagnostic,
  lines: LineMap,
): string {
  const start = lines.position(range.start);
  const end = lines.position(range.end);
  // GitHub accepts columns only for ranges within one line.
  const columns = start.line === end.line ? `,col=${start.column},endColumn=${end.column}` : '';
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  const place = `file=${property(file)},line=${start.line},endLine=${end.line}${columns}`;
  return `::${commands[severity]} ${place},title=${property(code)}::${data(message + more)}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
