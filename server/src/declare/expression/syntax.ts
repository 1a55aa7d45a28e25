import type { Range } from '../../text/range.ts';

/** A part of an expression and its range. */
interface Part {
  readonly range: Range;
}

/** An expression whose value is the shape of a blob, or `none`. */
export type ShapeExpression = Part &
  (
    | { readonly kind: 'blob'; readonly of: 'bottom' | 'top'; readonly index: ScalarExpression }
    | { readonly kind: 'list'; readonly items: readonly Expression[] }
    | {
        readonly kind: 'axes';
        readonly shape: ShapeExpression;
        readonly bounds: readonly ScalarExpression[];
      }
    | {
        readonly kind: 'shapeChoice';
        readonly test: ScalarExpression;
        readonly yes: ShapeExpression;
        readonly no: ShapeExpression;
      }
    | { readonly kind: 'none' }
  );

/** An expression whose value is a number, a boolean or a string. */
export type ScalarExpression = Part &
  (
    | { readonly kind: 'number'; readonly value: number; readonly isWhole: boolean }
    | { readonly kind: 'truth'; readonly value: boolean }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'variable'; readonly name: Variable }
    | { readonly kind: 'axis'; readonly shape: ShapeExpression; readonly axis: ScalarExpression }
    | FieldExpression
    | { readonly kind: 'unary'; readonly operator: '-' | '!'; readonly operand: ScalarExpression }
    | BinaryExpression
    | {
        readonly kind: 'numbers';
        readonly name: NumberFunction;
        readonly operands: readonly ScalarExpression[];
      }
    | { readonly kind: 'rank'; readonly shape: ShapeExpression }
    | {
        readonly kind: 'count';
        readonly shape: ShapeExpression;
        readonly bounds: readonly ScalarExpression[];
      }
    | { readonly kind: 'has' | 'size'; readonly field: FieldExpression }
    | {
        readonly kind: 'choice';
        readonly test: ScalarExpression;
        readonly yes: ScalarExpression;
        readonly no: ScalarExpression;
      }
  );

export type Expression = ShapeExpression | ScalarExpression;

export interface BinaryExpression extends Part {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: ScalarExpression;
  readonly right: ScalarExpression;
}

/** A value in the layer's LayerParameter. */
export interface FieldExpression extends Part {
  readonly kind: 'field';
  /** The enclosing messages, outer ones first. */
  readonly holders: readonly FieldStep[];
  readonly step: FieldStep;
}

/** A field of a message, with an index if it is repeated. */
export interface FieldStep extends Part {
  readonly name: string;
  readonly index: ScalarExpression | undefined;
}

export const variables = ['num_bottoms', 'num_tops', 'index'] as const;
export type Variable = (typeof variables)[number];

export const binaryOperators = [
  '+',
  '-',
  '*',
  '/',
  '%',
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '&&',
  '||',
] as const;
export type BinaryOperator = (typeof binaryOperators)[number];

export const numberFunctions = ['min', 'max', 'floor', 'ceil', 'round', 'ceilDiv'] as const;
export type NumberFunction = (typeof numberFunctions)[number];

export function isShapeExpression(expression: Expression): expression is ShapeExpression {
  return ['blob', 'list', 'axes', 'shapeChoice', 'none'].includes(expression.kind);
}

/** Whether the value of the expression may be `none`. */
export function mayBeNone(expression: Expression): boolean {
  if (expression.kind === 'shapeChoice') return mayBeNone(expression.yes) || mayBeNone(expression.no);
  return expression.kind === 'none';
}
