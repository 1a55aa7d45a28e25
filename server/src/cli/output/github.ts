import type { Severity } from '../../checks/severity.ts';
import type { Document } from '../../document/document.ts';
import type { GroupedDiagnostic } from '../../features/diagnostics/grouped.ts';
import { LineMap } from '../../text/lines.ts';
import { visible } from '../../text/visible.ts';
import type { Line } from './line.ts';
import { moreText, type Problems, shownMessage } from './report.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Problems as workflow commands of GitHub Actions, which shows them as annotations of a change. */
export function githubLines(file: string, { text }: Document, { shown, left }: Problems): Line[] {
  const lines = new LineMap(text);
  const others = [...left].map(
    ([code, count]) => `::notice file=${property(file)}::${data(moreText(code, count))}`,
  );
  return [...shown.map((diagnostic) => annotation(file, diagnostic, lines)), ...others];
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
  return `::${commands[severity]} ${place},title=${property(code)}::${data(shownMessage(message) + more)}`;
}

function data(text: string): string {
  return visible(text).replaceAll('%', '%25');
}

/** File names are not made visible, as GitHub compares them with those of the repository. */
function property(text: string): string {
  const escaped = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return escaped.replaceAll(':', '%3A').replaceAll(',', '%2C');
}
