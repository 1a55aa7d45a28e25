import type jsep from 'jsep';
import { nearest } from '../../schema/nearest.ts';
import type { Range } from '../../text/range.ts';
import { ExpressionError } from './error.ts';
import { core, type Tree, type TreeNode } from './tree.ts';

/** The number of arguments of each function. */
const functions: ReadonlyMap<string, readonly [min: number, max: number]> = new Map([
  ['min', [1, Number.POSITIVE_INFINITY]],
  ['max', [1, Number.POSITIVE_INFINITY]],
  ['floor', [1, 1]],
  ['ceil', [1, 1]],
  ['round', [1, 1]],
  ['ceilDiv', [2, 2]],
  ['rank', [1, 1]],
  ['count', [1, 3]],
  ['axes', [2, 3]],
  ['has', [1, 1]],
  ['size', [1, 1]],
]);

/** The name of a called function with a valid number of arguments. Throws an ExpressionFault. */
export function checkCall(node: jsep.CallExpression, tree: Tree): string {
  const range = tree.rangeOf(core(node));
  const callee = core(node.callee);
  const name = callee.type === 'Identifier' ? callee.name : '';
  const limits = functions.get(name);
  if (!limits) throw new ExpressionError(tree.rangeOf(callee), explainUnknown(name));
  const count = separated(node.arguments, range, tree).length;
  const [min, max] = limits;
  if (count >= min && count <= max) return name;
  const takes =
    max === Number.POSITIVE_INFINITY ? `${min} or more` : min === max ? `${min}` : `${min} to ${max}`;
  throw new ExpressionError(range, `\`${name}\` requires ${takes} arguments, not ${count}.`);
}

/** The items of a list, separated by commas. Throws an ExpressionFault; jsep accepts missing commas. */
export function separated(
  parts: readonly (jsep.Expression | null)[],
  range: Range,
  tree: Tree,
): readonly TreeNode[] {
  let end: number | undefined;
  return parts.map((part) => {
    if (!part) throw new ExpressionError(range, 'A list item is missing.');
    const node = core(part);
    const place = tree.rangeOf(node);
    if (end !== undefined && !tree.text.slice(end, place.start).includes(',')) {
      throw new ExpressionError(place, 'Missing `,` before this.');
    }
    end = place.end;
    return node;
  });
}

function explainUnknown(name: string): string {
  const meant = nearest(name, functions.keys());
  const choice = meant
    ? `did you mean \`${meant}\`?`
    : `valid functions: ${[...functions.keys()].join(', ')}.`;
  return name === '' ? `Only functions can be called; ${choice}` : `Unknown function \`${name}\`; ${choice}`;
}
