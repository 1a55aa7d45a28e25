import jsep from 'jsep';
import type { Range } from '../../text/range.ts';
import { ExpressionError } from './error.ts';

/** A node of jsep. */
export type TreeNode = jsep.CoreExpression;

/** jsep's tree of a JavaScript expression, with the ranges of its nodes. */
export interface Tree {
  readonly text: string;
  readonly root: TreeNode;
  /** The range of a node; request a parent's range before those of its children. */
  rangeOf(node: TreeNode): Range;
}

/** Limit on the length of expressions; jsep is recursive. */
const maxLength = 500;
const maxDepth = 50;

/** Parses a text with one expression. Throws an ExpressionFault. */
export function parseTree(text: string): Tree {
  const whole = { start: 0, end: text.length };
  if (text.length > maxLength) {
    throw new ExpressionError(whole, `The expression exceeds ${maxLength} characters.`);
  }
  const tooDeep = findTooDeep(text);
  if (tooDeep) throw new ExpressionError(tooDeep, `Nesting is deeper than ${maxDepth} levels.`);
  const root = core(run(text));
  const rangeOf = (node: TreeNode) => find(node, text);
  if (root.type !== 'Compound') return { text, root, rangeOf };
  const second = root.body[1];
  if (!second) throw new ExpressionError(whole, 'The expression is empty.');
  throw new ExpressionError(rangeOf(core(second)), 'Missing operator before this.');
}

function findTooDeep(text: string): Range | undefined {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[()[\]]/g)) {
    depth += bracket === '(' || bracket === '[' ? 1 : -1;
    if (depth > maxDepth) return { start: index, end: index + 1 };
  }
  return undefined;
}

/** The same node, typed as one of jsep's kinds. */
export function core(node: jsep.Expression): TreeNode {
  return node as TreeNode;
}

/** Ranges of the nodes that jsep reads as one token: operands with their indices and calls. */
const tokens = new WeakMap<jsep.Expression, Range>();

/** The offset at which the hook makes jsep read a token, so that the hook ignores it; -1 otherwise. */
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
    // jsep would ignore empty brackets and continue after them.
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

/** Computes the range of a node; for a name or an indexed operand, from its parent. */
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

/** Converts an error of jsep to a clear message with the exact range. */
function explain(error: unknown, text: string): ExpressionError {
  const { index = 0, description = '' } = error as { index?: number; description?: string };
  const start = Math.min(index, Math.max(text.length - 1, 0));
  const range = { start, end: Math.min(start + 1, text.length) };
  const message = messages.find(([pattern]) => pattern.test(description))?.[1];
  const found =
    index < text.length ? `Unexpected \`${text.charAt(index)}\`.` : 'Expected an operand after this.';
  return new ExpressionError(range, message ?? found);
}

const messages: readonly (readonly [description: RegExp, message: string])[] = [
  [/^Unclosed \[|^Expected \]/, 'Missing `]`.'],
  [/^Unclosed \(|^Expected \)/, 'Missing `)`.'],
  [/^Empty/, 'The brackets are empty.'],
  [/^Unclosed quote/, 'Unclosed string.'],
  [/^Expected :/, 'Missing `:`; a conditional has the form `test ? value : other`.'],
  [/^Variable names/, 'A name cannot start with a digit.'],
  [/^Expected exponent|^Unexpected period/, 'Invalid number.'],
];
