import { type Dim, INT_MAX, Unknown } from '../shape/dim.ts';
import type { Shape } from '../shape/shape.ts';
import type { DeclarationDiagnostics } from './diagnostics.ts';
import { ExpressionError } from './expression/error.ts';
import { evaluateAxes, evaluateShape, evaluateWhole, joined } from './expression/evaluate.ts';
import { readAxes, readScalar, readShape } from './expression/read.ts';
import type { Scope } from './expression/scope.ts';
import { mayBeNone, type ScalarExpression } from './expression/syntax.ts';
import { type JsonNode, rangeInString, rangeOf } from './json.ts';

/** A layer, and the top or parameter blob that is computed. */
export type LayerScope = Pick<Scope, 'name' | 'layer' | 'index' | 'tops'>;

/** Computes a value from a layer. Throws a SetupStop if the layer does not match. */
export interface ShapeRule<Value> {
  /** The text of the rule, for display. */
  readonly text: string;
  value(asked: LayerScope): Value;
}

/** The file to read. */
export interface RuleText {
  readonly text: string;
  readonly problems: DeclarationDiagnostics;
}

/** The rule for the shape of a top. */
export function readTopRule(node: JsonNode, source: RuleText): ShapeRule<Shape> {
  const rule = readBlobRule(node, source);
  if (!rule.mayBeNone) return { text: rule.text, value: (asked) => rule.value(asked) ?? [] };
  source.problems.error(rangeOf(node), '`none` is only valid for parameter blobs; a top always has a shape.');
  return { text: rule.text, value: mistaken };
}

/** The rule for the shape of a parameter blob, which is undefined if the layer has no such blob. */
export function readBlobRule(
  node: JsonNode,
  source: RuleText,
): ShapeRule<Shape | undefined> & { readonly mayBeNone: boolean } {
  if (node.type === 'array') return { ...listRule(node, source), mayBeNone: false };
  const text = textOf(
    node,
    source,
    'A shape must be a list such as `["bottom[0][0]", 10]`, or an expression in quotes.',
  );
  if (text === '?') return { text, value: ({ name }) => open(name), mayBeNone: false };
  const expression = text === undefined ? undefined : parse(node, source, readShape);
  if (text === undefined || !expression) return { text: '?', value: mistaken, mayBeNone: false };
  const value = (asked: LayerScope) => evaluateShape(expression, scopeOf(asked, text));
  return { text, value, mayBeNone: mayBeNone(expression) };
}

/** The rule for a number, which may depend on the shapes of the tops. */
export function readNumberRule(node: JsonNode, source: RuleText): ShapeRule<Dim> {
  const text = textOf(node, source, 'Expected an expression in quotes.');
  const expression = text === undefined ? undefined : parse(node, source, readNumber);
  if (text === undefined || !expression) return { text: '?', value: mistaken };
  return { text, value: (asked) => evaluateWhole(expression, scopeOf(asked, text)) };
}

function readNumber(text: string): ScalarExpression {
  return readScalar(text, 'bottoms and tops');
}

function listRule(node: JsonNode, source: RuleText): ShapeRule<Shape> {
  const items = (node.children ?? []).map((item) => readAxisRule(item, source));
  const text = items.map((item) => item.text).join(' × ');
  return { text, value: (asked) => joined(items.map((item) => item.value(asked))) };
}

/** The rule for a list item: one axis, or all those of a shape. */
function readAxisRule(node: JsonNode, source: RuleText): ShapeRule<Shape> {
  if (node.type === 'number') return lengthRule(node, source);
  const text = textOf(node, source, 'An axis must be a number, or an expression in quotes.');
  if (text === '?') return { text, value: ({ name }) => [open(name)] };
  const expression = text === undefined ? undefined : parse(node, source, readAxes);
  if (text === undefined || !expression) return { text: '?', value: (asked) => [mistaken(asked)] };
  return { text, value: (asked) => evaluateAxes(expression, scopeOf(asked, text)) };
}

function lengthRule(node: JsonNode, { problems: diagnostics }: RuleText): ShapeRule<Shape> {
  const length = Number(node.value);
  if (isLength(length)) return { text: String(length), value: () => [length] };
  diagnostics.error(rangeOf(node), `An axis length must be an integer from 0 to ${INT_MAX}.`);
  return { text: '?', value: (asked) => [mistaken(asked)] };
}

/** Whether it is a valid axis length. */
export function isLength(length: number): boolean {
  return Number.isInteger(length) && length >= 0 && length <= INT_MAX;
}

function textOf(node: JsonNode, { problems: diagnostics }: RuleText, expected: string): string | undefined {
  if (node.type === 'string') return String(node.value);
  diagnostics.error(rangeOf(node), expected);
  return undefined;
}

/** The parsed expression of a string; undefined if it has an error, which is reported. */
function parse<Expression>(
  node: JsonNode,
  { text, problems: diagnostics }: RuleText,
  read: (text: string) => Expression,
): Expression | undefined {
  try {
    return read(String(node.value));
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const { start, end } = error.range;
    diagnostics.error(start === end ? rangeOf(node) : rangeInString(text, node, error.range), error.message);
    return undefined;
  }
}

function scopeOf(asked: LayerScope, text: string): Scope {
  return { ...asked, text, division: 'whole' };
}

function open(name: string): Unknown {
  return new Unknown('open', `The declaration of \`${name}\` leaves this size open.`);
}

function mistaken({ name }: LayerScope): Unknown {
  return new Unknown('mistake', `The declaration of \`${name}\` has an error.`);
}
