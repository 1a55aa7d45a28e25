import { nodeAt } from '../syntax/parse.ts';
import { skipBlank } from '../syntax/tokens.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import { type Range, shift } from '../text/range.ts';

/** A suppression comment: `# caffe-ignore: CODE, CODE -- why`, or `# caffe-ignore-file: CODE`. */
export interface Suppression {
  readonly codes: readonly SuppressedCode[];
  /** The range of the whole comment. */
  readonly range: Range;
  /** The range that it applies to; undefined if nothing follows it. */
  readonly scope: Range | undefined;
}

/** A code in such a comment; `all` matches every code. */
export interface SuppressedCode {
  readonly code: string;
  readonly range: Range;
}

const words = /caffe-ignore/u;
const comment = /^#[ \t]*caffe-ignore(?<file>-file)?:[ \t]*(?<codes>.*?)[ \t]*(?:--.*)?$/du;

/**
 * The suppression comments of a file. After a value, such a comment applies to its line; on a separate line, to the
 * whole next field: a value, a message or a layer.
 */
export function findSuppressions(tree: SyntaxTree): readonly Suppression[] {
  if (!mayAsk(tree.text)) return [];
  const suppressions: Suppression[] = [];
  let start = 0;
  for (const line of tree.text.split('\n')) {
    const at = words.test(line) ? commentStart(line) : -1;
    const suppression =
      at < 0 ? undefined : readIgnore(tree, line.slice(at).replace(/\r$/u, ''), start, start + at);
    if (suppression) suppressions.push(suppression);
    start += line.length + 1;
  }
  return suppressions;
}

/**
 * Whether the text may have suppression comments. Finding `#` is much faster than finding words, and most files have
 * few.
 */
function mayAsk(text: string): boolean {
  const start = /#[ \t]*caffe-ignore/uy;
  for (let mark = text.indexOf('#'); mark >= 0; mark = text.indexOf('#', mark + 1)) {
    start.lastIndex = mark;
    if (start.test(text)) return true;
  }
  return false;
}

/** Whether a code is suppressed at an offset. */
export function isSuppressedBy({ codes, scope }: Suppression, code: string, offset: number): boolean {
  if (!scope || offset < scope.start || offset > scope.end) return false;
  return codes.some((each) => each.code === code || each.code === 'all');
}

function readIgnore(tree: SyntaxTree, text: string, line: number, start: number): Suppression | undefined {
  const match = comment.exec(text);
  const [list = 0] = match?.indices?.groups?.codes ?? [];
  if (!match) return undefined;
  const range = { start, end: start + text.length };
  const codes = [...(match.groups?.codes ?? '').matchAll(/[^\s,]+/gu)].map(({ 0: code, index }) => {
    const from = start + list + index;
    return { code, range: { start: from, end: from + code.length } };
  });
  if (match.groups?.file) return { codes, range, scope: { start: 0, end: tree.text.length } };
  const alone = tree.text.slice(line, start).trim() === '';
  return { codes, range, scope: alone ? nextField(tree, range.end) : { start: line, end: range.end } };
}

/** The next whole field after an offset, skipping comments; undefined before a closing brace. */
function nextField(tree: SyntaxTree, offset: number): Range | undefined {
  const start = skipBlank(tree.text, offset);
  const path = nodeAt(tree, start);
  const field = path?.fields.findLast(({ range }) => path.start + range.start === start);
  return path && field && shift(field.range, path.start);
}

/** The start of a line's comment; −1 if there is none. A `#` in a string starts no comment. */
function commentStart(line: string): number {
  const strings = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|#/gu;
  for (const { 0: found, index } of line.matchAll(strings)) if (found === '#') return index;
  return -1;
}
