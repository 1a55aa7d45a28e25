import jsep from 'jsep';
import type { Range } from '../../text/range.ts';
import { ExpressionFault } from './fault.ts';

/** A part of what jsep reads. */
export type TreeNode = jsep.CoreExpression;

/** What jsep makes of an expression of JavaScript, and where its parts stand in the text. */
export interface Tree {
  readonly text: string;
  readonly root: TreeNode;
  /** The place of a part; ask for that of a whole before that of its parts. */
  rangeOf(node: TreeNode): Range;
}

/** More than any expression has that a person writes; jsep is recursive. */
const maxLength = 500;
const maxDepth = 50;

/** Reads a text of one expression. Throws an ExpressionFault. */
export function parseTree(text: string): Tree {
  const whole = { start: 0, end: text.length };
  if (text.length > maxLength) {
    throw new ExpressionFault(whole, `The expression has more than ${maxLength} characters.`);
  }
  const tooDeep = findTooDeep(text);
  if (tooDeep)
    throw new ExpressionFault(tooDeep, `More than ${maxDepth} brackets stand in one another here.`);
  const root = core(run(text));
  const rangeOf = (node: TreeNode) => find(node, text);
  if (root.type !== 'Compound') return { text, root, rangeOf };
  const second = root.body[1];
  if (!second) throw new ExpressionFault(whole, 'An expression is missing here.');
  throw new ExpressionFault(rangeOf(core(second)), 'An operator is missing before this.');
}

function findTooDeep(text: string): Range | undefined {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[()[\]]/g)) {
    depth += bracket === '(' || bracket === '[' ? 1 : -1;
    if (depth > maxDepth) return { start: index, end: index + 1 };
  }
  return undefined;
}

/** The same part, as one of the kinds that jsep makes. */
export function core(node: jsep.Expression): TreeNode {
  return node as TreeNode;
}

/** Places of the parts that jsep reads as one token: operands, with what is indexed or called. */
const tokens = new WeakMap<jsep.Expression, Range>();

/** Where the hook has jsep read a token, so that it stands aside there; -1 otherwise. */
let reading = -1;

jsep.hooks.add('gobble-token', function (env) {
  const start = this.index;
  if (reading === start) {
    reading = -1;
    return;
  }
  reading = start;
  const node = this.gobbleToken();
  if (!node) {
    if (this.index === start) return;
    // jsep would read on behind empty brackets as if they were not there.
    this.index = start;
    this.throwError('Empty');
  }
  const end = start + this.expr.slice(start, this.index).trimEnd().length;
  if (!tokens.has(node)) tokens.set(node, { start, end });
  env.node = node;
});

function run(text: string): jsep.Expression {
  reading = -1;
  try {
    return jsep(text);
  } catch (error) {
    throw explain(error, text);
  }
}

/** Finds the place of a part; of a name or an operand with an index, by what it is a part of. */
function find(node: TreeNode, text: string): Range {
  const known = tokens.get(node);
  if (known) {
    placeInside(node, known, text);
    return known;
  }
  if (node.type === 'BinaryExpression') return between(node.left, node.right, text);
  if (node.type === 'ConditionalExpression') return between(node.test, node.alternate, text);
  return { start: 0, end: text.length };
}

function between(first: jsep.Expression, last: jsep.Expression, text: string): Range {
  return { start: find(core(first), text).start, end: find(core(last), text).end };
}

/** `a.b[0]` is one token: its object ends before the last dot or bracket, and so on. */
function placeInside(node: TreeNode, { start, end }: Range, text: string): void {
  if (node.type === 'CallExpression' && node.callee.type === 'Identifier') {
    place(node.callee, start, start + String(node.callee.name).length);
  }
  if (node.type !== 'MemberExpression') return;
  const { property } = node;
  if (!node.computed) place(property, end - String(property.name).length, end);
  const mark = node.computed ? '[' : '.';
  const before = text.lastIndexOf(mark, find(core(property), text).start - 1);
  place(node.object, start, start + text.slice(start, before).trimEnd().length);
}

function place(node: jsep.Expression, start: number, end: number): void {
  if (!tokens.has(node)) tokens.set(node, { start, end });
}

/** What jsep says against a text, in clear words and at the place it means. */
function explain(error: unknown, text: string): ExpressionFault {
  const { index = 0, description = '' } = error as { index?: number; description?: string };
  const start = Math.min(index, Math.max(text.length - 1, 0));
  const range = { start, end: Math.min(start + 1, text.length) };
  const message = messages.find(([pattern]) => pattern.test(description))?.[1];
  const found =
    index < text.length
      ? `\`${text.charAt(index)}\` cannot stand here.`
      : 'Something is missing behind this.';
  return new ExpressionFault(range, message ?? found);
}

const messages: readonly (readonly [description: RegExp, message: string])[] = [
  [/^Unclosed \[|^Expected \]/, 'A `]` is missing here.'],
  [/^Unclosed \(|^Expected \)/, 'A `)` is missing here.'],
  [/^Empty/, 'Between these brackets something is missing.'],
  [/^Unclosed quote/, 'The text in quotes is not closed.'],
  [/^Expected :/, 'A `:` is missing here; a choice is written `test ? value : other`.'],
  [/^Variable names/, 'A name cannot start with a digit.'],
  [/^Expected exponent|^Unexpected period/, 'This is not a number.'],
];
