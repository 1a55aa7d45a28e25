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
