import { nodeAt } from '../syntax/parse.ts';
import { commentStart, skipComment, skipSpace } from '../syntax/tokens.ts';
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
const opening = /^#[ \t]*caffe-ignore(?<file>-file)?:/u;

/**
 * The suppression comments of a file. After a value, such a comment applies to its line; on a separate line, to the
 * whole next field: a value, a message or a layer.
 */
export function findSuppressions(tree: SyntaxTree): readonly Suppression[] {
  if (!mayAsk(tree.text)) return [];
  const found: Comment[] = [];
  let start = 0;
  for (const line of tree.text.split('\n')) {
    const at = words.test(line) ? commentStart(line) : -1;
    const own = at < 0 ? undefined : readComment(line.slice(at).replace(/\r$/u, ''), start, start + at);
    if (own) found.push(own);
    start += line.length + 1;
  }
  return withScopes(tree, found);
}

/** A suppression comment whose scope is not known yet. */
interface Comment extends Omit<Suppression, 'scope'> {
  /** The start of its line. */
  readonly line: number;
  readonly isForFile: boolean;
}

/** The comments with their scopes. Comments before the same field are skipped only once: from the last to the first. */
function withScopes(tree: SyntaxTree, comments: readonly Comment[]): Suppression[] {
  const { text } = tree;
  let below = { start: text.length, end: text.length };
  const scopeOf = ({ range, line, isForFile }: Comment): Range | undefined => {
    if (isForFile) return { start: 0, end: text.length };
    if (text.slice(line, range.start).trim() !== '') return { start: line, end: range.end };
    below = { start: range.start, end: contentAfter(text, range.end, below) };
    return fieldAt(tree, below.end);
  };
  return comments
    .toReversed()
    .map((comment) => ({ codes: comment.codes, range: comment.range, scope: scopeOf(comment) }))
    .reverse();
}

/** The offset after white space and comments; `below` is a comment further below, and what follows it. */
function contentAfter(text: string, offset: number, below: Range): number {
  let end = skipSpace(text, offset);
  while (text[end] === '#' && end !== below.start) end = skipSpace(text, skipComment(text, end));
  return end === below.start ? below.end : end;
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

/** A code at a location that a suppression may hide. */
interface Problem {
  readonly code: string;
  readonly range: Range;
}

/** The suppressed problems, and the suppressions that apply to at least one. */
export interface Suppressed<P> {
  readonly problems: ReadonlySet<P>;
  readonly used: ReadonlySet<Suppression>;
}

/** Which problems start in the scope of a suppression of their code. One pass over both, in the order of the file. */
export function suppressedOf<P extends Problem>(
  suppressions: readonly Suppression[],
  problems: readonly P[],
): Suppressed<P> {
  const found = { problems: new Set<P>(), used: new Set<Suppression>() };
  const scopes = scopesOf(suppressions);
  if (scopes.length === 0) return found;
  let next = 0;
  let open: Scope[] = [];
  for (const problem of problems.toSorted((one, other) => one.range.start - other.range.start)) {
    const offset = problem.range.start;
    for (; (scopes[next]?.range.start ?? Number.POSITIVE_INFINITY) <= offset; next++)
      open.push(scopes[next] as Scope);
    open = open.filter(({ range }) => offset <= range.end);
    for (const { byCode } of open) {
      for (const code of [problem.code, 'all']) {
        const own = byCode.get(code);
        if (!own) continue;
        found.problems.add(problem);
        for (const suppression of own.splice(0)) found.used.add(suppression);
      }
    }
  }
  return found;
}

/** The suppressions with the same scope, by code. */
interface Scope {
  readonly range: Range;
  readonly byCode: Map<string, Suppression[]>;
}

/** All scopes, in the order of their starts. */
function scopesOf(suppressions: readonly Suppression[]): Scope[] {
  const scopes = new Map<string, Scope>();
  for (const suppression of suppressions) {
    const { scope: range, codes } = suppression;
    if (!range) continue;
    const key = `${range.start} ${range.end}`;
    const scope = scopes.get(key) ?? { range, byCode: new Map<string, Suppression[]>() };
    scopes.set(key, scope);
    for (const { code } of codes) {
      const own = scope.byCode.get(code) ?? [];
      scope.byCode.set(code, own);
      own.push(suppression);
    }
  }
  return [...scopes.values()].sort((one, other) => one.range.start - other.range.start);
}

function readComment(text: string, line: number, start: number): Comment | undefined {
  const stated = opening.exec(text);
  if (!stated) return undefined;
  const [list = ''] = text.slice(stated[0].length).split('--');
  const codes = [...list.matchAll(/[^\s,]+/gu)].map(({ 0: code, index }) => {
    const from = start + stated[0].length + index;
    return { code, range: { start: from, end: from + code.length } };
  });
  return {
    codes,
    range: { start, end: start + text.length },
    line,
    isForFile: stated.groups?.file !== undefined,
  };
}

/** The whole field that starts at an offset; undefined before a closing brace. */
function fieldAt(tree: SyntaxTree, start: number): Range | undefined {
  const path = nodeAt(tree, start);
  const field = path?.fields.findLast(({ range }) => path.start + range.start === start);
  return path && field && shift(field.range, path.start);
}
