import type { Document } from '../document/document.ts';
import { lineEnd, type TextEdit } from '../text/edit.ts';
import type { Range } from '../text/range.ts';
import { insertion } from './fields.ts';
import { fileStart, lineStart } from './style.ts';

/** Sets the dialect of a file in a comment on its first line; `auto` removes the comment. The name must be a dialect. */
export function writeDialect({ text, directives }: Document, name: string): TextEdit[] {
  const { dialect } = directives;
  if (name === 'auto') return dialect ? [{ range: wholeLine(text, dialect.range), newText: '' }] : [];
  if (dialect) return [{ range: dialect.range, newText: name }];
  return [insertion(fileStart(text), `# caffe-dialect: ${name}${lineEnd(text)}`)];
}

/** The line of a comment, with its line break. In comments of this tool, a single `\r` is one too. */
function wholeLine(text: string, { start, end }: Range): Range {
  const line = Math.max(lineStart(text, start), text.lastIndexOf('\r', start - 1) + 1, fileStart(text));
  const [after = ''] = /^[^\r\n]*(?:\r\n|\r|\n)?/u.exec(text.slice(end)) ?? [];
  return { start: line, end: end + after.length };
}
