import { nodeAt } from '../syntax/parse.ts';
import { skipBlank } from '../syntax/tokens.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import { type Range, shift } from '../text/range.ts';

/** A comment that asks for silence: `# caffe-ignore: CODE, CODE -- why`, or `# caffe-ignore-file: CODE`. */
export interface Ignore {
  readonly codes: readonly IgnoredCode[];
  /** The comment as a whole. */
  readonly range: Range;
  /** What it speaks of; undefined where nothing follows it. */
  readonly scope: Range | undefined;
}

/** A code in such a comment; `all` stands for every one. */
export interface IgnoredCode {
  readonly code: string;
  readonly range: Range;
}

const words = /caffe-ignore/u;
const comment = /^#[ \t]*caffe-ignore(?<file>-file)?:[ \t]*(?<codes>.*?)[ \t]*(?:--.*)?$/du;

/**
 * The comments of a file that ask for silence. Behind a value, such a comment speaks of its line; alone on a line, of the
 * field that follows with everything in it, be it a value, a message or a layer.
 */
export function readIgnores(tree: SyntaxTree): readonly Ignore[] {
  if (!mayAsk(tree.text)) return [];
  const ignores: Ignore[] = [];
  let start = 0;
  for (const line of tree.text.split('\n')) {
    const at = words.test(line) ? commentStart(line) : -1;
    const ignore =
      at < 0 ? undefined : readIgnore(tree, line.slice(at).replace(/\r$/u, ''), start, start + at);
    if (ignore) ignores.push(ignore);
    start += line.length + 1;
  }
  return ignores;
}

/** Whether a comment of the text may ask for silence. Marks are found much faster than words, and most files have few. */
function mayAsk(text: string): boolean {
  const start = /#[ \t]*caffe-ignore/uy;
  for (let mark = text.indexOf('#'); mark >= 0; mark = text.indexOf('#', mark + 1)) {
    start.lastIndex = mark;
    if (start.test(text)) return true;
  }
  return false;
}

/** Whether a code is to be kept quiet at a place. */
export function isIgnoredBy({ codes, scope }: Ignore, code: string, offset: number): boolean {
  if (!scope || offset < scope.start || offset > scope.end) return false;
  return codes.some((each) => each.code === code || each.code === 'all');
}

function readIgnore(tree: SyntaxTree, text: string, line: number, start: number): Ignore | undefined {
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

/** The whole field that begins behind an offset, comments skipped; undefined before a closing brace. */
function nextField(tree: SyntaxTree, offset: number): Range | undefined {
  const start = skipBlank(tree.text, offset);
  const path = nodeAt(tree, start);
  const field = path?.fields.findLast(({ range }) => path.start + range.start === start);
  return path && field && shift(field.range, path.start);
}

/** Where the comment of a line begins; −1 without one. A `#` in a string begins none. */
function commentStart(line: string): number {
  const strings = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|#/gu;
  for (const { 0: found, index } of line.matchAll(strings)) if (found === '#') return index;
  return -1;
}
