import { comments, isDirective } from '../../document/directives.ts';
import { lineEnd, type TextEdit } from '../../text/edit.ts';
import { lineStart } from '../style.ts';

/** The same edits, with the comments inside the replaced text kept before the new text. */
export function keepComments(text: string, edits: readonly TextEdit[]): TextEdit[] {
  const written = edits.flatMap(({ newText }) => commentsIn(newText));
  return edits.map((edit) => {
    const lost = commentsIn(text.slice(edit.range.start, edit.range.end)).filter((comment) => {
      const at = written.indexOf(comment);
      if (at >= 0) written.splice(at, 1);
      return at < 0;
    });
    return lost.length > 0 ? { ...edit, newText: withComments(text, edit, lost) } : edit;
  });
}

/** The first comment after other text that would be a directive on its own line, where an upgrade may move it. */
export function hiddenDirective(text: string): string | undefined {
  const alone = new Map<string, number>();
  for (const { value } of comments(text)) alone.set(value, (alone.get(value) ?? 0) + 1);
  return commentsIn(text).find((comment) => {
    const value = comment.replace(/^#[ \t]*/u, '');
    const rest = alone.get(value) ?? 0;
    alone.set(value, rest - 1);
    return rest <= 0 && isDirective(comment);
  });
}

/** The comments of a text, with their `#`; `#` in a string begins no comment. */
function commentsIn(text: string): string[] {
  const found = text.match(/"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|#[^\n]*/gu) ?? [];
  return found.filter((match) => match.startsWith('#')).map((comment) => comment.trimEnd());
}

function withComments(text: string, { range, newText }: TextEdit, comments: readonly string[]): string {
  const head = lineStart(text, range.start);
  const eol = lineEnd(text);
  const indent = /^[ \t]*/u.exec(text.slice(head))?.[0] ?? '';
  const lines = comments.join(eol + indent);
  if (range.start === head) return `${indent}${lines}${eol}${newText}`;
  const space = /\s$/u.test(text.slice(head, range.start)) ? '' : ' ';
  return `${space}${lines}${/^\r?\n/u.test(newText) ? '' : eol + indent}${newText}`;
}
