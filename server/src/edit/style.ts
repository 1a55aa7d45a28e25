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
  const unit = /[{<][ \t]*(?:#.*)?\r?\n([ \t]+)\S/u.exec(text)?.[1];
  return { unit: unit ?? '  ', eol: lineEnd(text) };
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
