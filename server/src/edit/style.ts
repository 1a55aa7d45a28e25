import { lineEnd } from '../text/edit.ts';

/** How a file is laid out, so that what is added looks like what is there. */
export interface Style {
  /** One level of indentation. */
  readonly unit: string;
  readonly eol: '\n' | '\r\n';
}

/** The layout of a file; two spaces where nothing is indented. */
export function styleOf(text: string): Style {
  const unit = /[{<][ \t]*(?:#.*)?\r?\n([ \t]+)\S/u.exec(text)?.[1];
  return { unit: unit ?? '  ', eol: lineEnd(text) };
}

/** The white space that begins the line on which an offset stands. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/u.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Behind the last character of the line, before what ends it. */
export function lineStop(text: string, offset: number): number {
  const next = text.indexOf('\n', offset);
  if (next < 0) return text.length;
  return next > 0 && text[next - 1] === '\r' && next - 1 >= offset ? next - 1 : next;
}
