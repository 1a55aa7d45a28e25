import { lineEnd } from '../text/edit.ts';

/** The layout of a file, for text that is added to it. */
export interface Style {
  /** One level of indentation. */
  readonly unit: string;
  readonly eol: '\n' | '\r\n';
}

let last: { readonly text: string; readonly style: Style } | undefined;

/** The layout of a file; two spaces if nothing is indented. An upgrade requests it for every layer. */
export function styleOf(text: string): Style {
  if (last?.text !== text) last = { text, style: findStyle(text) };
  return last.style;
}

function findStyle(text: string): Style {
  return { unit: commonest(unitsIn(text)) ?? '  ', eol: lineEnd(text) };
}

/** The number of messages whose indentation is examined. */
const mostExamined = 1000;

/** How much deeper the first lines of messages are than the lines of their opening braces. */
function unitsIn(text: string): string[] {
  const units: string[] = [];
  for (const match of text.matchAll(
    /^([ \t]*)(?![ \t])[^#\n]*[{<][ \t]*(?:#.*)?\r?\n([ \t]+)(?![\s}>])/gmu,
  )) {
    const [, outer = '', inner = ''] = match;
    if (inner.length > outer.length && inner.startsWith(outer)) units.push(inner.slice(outer.length));
    if (units.length === mostExamined) break;
  }
  return units;
}

/** The commonest of several texts; of equally common ones, the first. */
function commonest(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/** The white space at the start of the line at an offset. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/u.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}

/** The offset after a byte order mark, where the first line starts. */
export function fileStart(text: string): number {
  return text.startsWith('\ufeff') ? 1 : 0;
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The end of the line, before white space and its line break. */
export function lineStop(text: string, offset: number): number {
  const next = text.indexOf('\n', offset);
  if (next < 0) return text.length;
  return next > 0 && text[next - 1] === '\r' && next - 1 >= offset ? next - 1 : next;
}

/** Whether only a separator and a comment follow on the line. */
export function endsLine(text: string, offset: number): boolean {
  return /^[ \t]*[;,]?[ \t]*(?:#.*)?$/u.test(text.slice(offset, lineStop(text, offset)));
}
