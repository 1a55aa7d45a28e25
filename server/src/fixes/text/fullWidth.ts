import type { Fix } from '../../edit/fix.ts';
import { lineStart, lineStop } from '../../edit/style.ts';
import type { TextEdit } from '../../text/edit.ts';
import { offer } from '../helpers/offer.ts';

/** Punctuation whose ASCII equivalent is not at a fixed distance. */
const others: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '\u3001': ',',
    '\u3002': '.',
    '\u300a': '<',
    '\u300b': '>',
    '\u300c': '"',
    '\u300d': '"',
    '\u3010': '[',
    '\u3011': ']',
    '\u3000': ' ',
    // A fullwidth equals sign is used for a colon.
    '\uff1d': ':',
  }),
);

const wideMark = /[\uff01-\uff5e\u3001\u3002\u300a-\u300d\u3010\u3011]/u;

/** Whether a character is fullwidth, as Chinese input methods write it: `：`, `｛`, `１`. */
export function isFullWidth(character: string): boolean {
  return wideMark.test(character);
}

/** Replaces the fullwidth characters of a line, outside strings and comments. */
export function narrowLine(text: string, offset: number): Fix[] {
  const edits = narrowed(text, lineStart(text, offset), lineStop(text, offset));
  const [first] = edits;
  const single = edits.length === 1 && first;
  const title = single
    ? `Replace \`${text.slice(first.range.start, first.range.end)}\` with \`${first.newText.trim()}\``
    : 'Replace the fullwidth characters in this line';
  return offer(title, edits, { preferred: true, safe: true });
}

/** Strings and comments to skip, strings in curly or fullwidth quotes, and fullwidth characters. */
const pieces =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|#.*|[\u201c\u201d\uff02\u300c]([^"\u201c\u201d\uff02\u300d]*)["\u201c\u201d\uff02\u300d]|[\uff01-\uff5e\u3000-\u3002\u300a-\u300d\u3010\u3011]+/gu;

function narrowed(text: string, from: number, to: number): TextEdit[] {
  const line = text.slice(from, to);
  const edits: TextEdit[] = [];
  for (const match of line.matchAll(pieces)) {
    const [written, quoted] = match;
    if (/^["'#]/u.test(written)) continue;
    const start = from + match.index;
    const after = line.charAt(match.index + written.length);
    // A fullwidth number sign begins a comment, which stays as it is.
    const [, marks = '', comment] = /^([^\uff03]*)(\uff03)?/u.exec(written) ?? [];
    if (quoted !== undefined) {
      edits.push({ range: { start, end: start + written.length }, newText: `"${quoted}"` });
      continue;
    }
    const end = start + marks.length + (comment?.length ?? 0);
    const newText = [...marks].map(narrow).join('') + (comment ? '#' : '');
    const gap = newText.endsWith(':') && after !== '' && !/\s/u.test(after) ? ' ' : '';
    edits.push({ range: { start, end }, newText: newText + gap });
    if (comment) break;
  }
  return edits;
}

function narrow(character: string): string {
  return others.get(character) ?? String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}
