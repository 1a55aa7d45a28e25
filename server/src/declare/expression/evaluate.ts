import { SetupStop } from '../../layers/context.ts';
import { nearest } from '../../schema/nearest.ts';
import { type Dim, INT_MAX, isKnown, Unknown } from '../../shape/dim.ts';
import { countOf, type Dims, formatShape, hasRank, type Shape } from '../../shape/shape.ts';
import { fieldEnum, fieldSize, fieldValue, hasField } from './fields.ts';
import { type Scope, stop } from './scope.ts';
import {
  type BinaryExpression,
  type Expression,
  isShapeExpression,
  type NumberFunction,
  type ScalarExpression,
  type ShapeExpression,
  type Variable,
} from './syntax.ts';
import {
  apply,
  type Comparison,
  calculate,
  compare,
  divideExactly,
  isArithmetic,
  type Numeric,
  plain,
  Real,
  type Scalar,
} from './values.ts';

/** The shape of an expression, undefined for `none`. Throws a SetupStop if the layer does not match it. */
export function evaluateShape(expression: ShapeExpression, scope: Scope): Shape | undefined {
  return new Evaluator(scope).shape(expression);
}

/** The axes of an expression: one, or all those of a shape. Throws likewise. */
export function evaluateAxes(expression: Expression, scope: Scope): Shape {
  return new Evaluator(scope).axes(expression);
}

/** The integer value of an expression. Throws likewise. */
export function evaluateWhole(expression: ScalarExpression, scope: Scope): Dim {
  return new Evaluator(scope).whole(expression);
}

class Evaluator {
  private readonly scope: Scope;

  constructor(scope: Scope) {
    this.scope = scope;
  }

  shape(expression: ShapeExpression): Shape | undefined {
    switch (expression.kind) {
      case 'none':
        return undefined;
      case 'blob':
        return this.blob(expression.of, expression.index);
      case 'list':
        return joined(expression.items.map((item) => this.axes(item)));
      case 'axes':
        return this.part(expression.shape, expression.bounds);
      case 'shapeChoice': {
        const test = this.truth(expression.test);
        return test instanceof Unknown ? test : this.shape(test ? expression.yes : expression.no);
      }
    }
  }

  axes(expression: Expression): Shape {
    return isShapeExpression(expression) ? (this.shape(expression) ?? []) : [this.whole(expression)];
  }

  /** A valid axis length; Caffe itself rejects negative ones. */
  whole(expression: ScalarExpression): Dim {
    const value = plain(this.numeric(expression));
    if (!isKnown(value)) return value;
    if (!Number.isInteger(value)) {
      stop(this.scope, expression.range, `is ${value}, not an integer; use \`floor\` or \`ceil\``);
    }
    if (Math.abs(value) > INT_MAX)
      stop(this.scope, expression.range, `is ${value}, which exceeds the range of an int`);
    return value === 0 ? 0 : value; // an int has no -0
  }

  private blob(of: 'bottom' | 'top', index: ScalarExpression): Shape {
    const { layer, tops } = this.scope;
    const at = this.index(index);
    const count = of === 'bottom' ? layer.bottoms.length : tops.length;
    if (at < 0 || at >= count) {
      stop(this.scope, index.range, `is out of range: the layer has ${count} ${of}${count === 1 ? '' : 's'}`);
    }
    return of === 'bottom' ? layer.shape(at) : (tops[at] ?? []);
  }

  /** The axes of a shape from one axis up to but excluding another. */
  private part(shape: ShapeExpression, [from, to]: readonly ScalarExpression[]): Shape {
    const dims = this.axes(shape);
    if (!hasRank(dims)) return dims;
    const start = from ? this.axisOf(dims, from, dims.length) : 0;
    const end = to ? this.axisOf(dims, to, dims.length) : dims.length;
    return dims.slice(start, end);
  }

  private axisLength(shape: ShapeExpression, axis: ScalarExpression): Dim {
    const dims = this.axes(shape);
    if (!hasRank(dims)) return dims;
    return dims[this.axisOf(dims, axis, dims.length - 1)] ?? 1;
  }

  /** The index of an axis; negative values count from the end. */
  private axisOf(dims: Dims, axis: ScalarExpression, last: number): number {
    const at = this.index(axis);
    if (at >= -dims.length && at <= last) return at < 0 ? at + dims.length : at;
    return stop(this.scope, axis.range, `is out of range: the shape is ${formatShape(dims)}`);
  }

  /** An integer that must be known. */
  private index(expression: ScalarExpression): number {
    const value = new Evaluator({ ...this.scope, division: 'whole' }).whole(expression);
    if (isKnown(value)) return value;
    throw new SetupStop(value);
  }

  private scalar(expression: ScalarExpression): Scalar {
    switch (expression.kind) {
      case 'number':
        return expression.isWhole ? expression.value : new Real(expression.value, false);
      case 'truth':
      case 'text':
        return expression.value;
      case 'variable':
        return this.variable(expression.name);
      case 'axis':
        return this.axisLength(expression.shape, expression.axis);
      case 'field':
        return fieldValue(expression, this.scope, (index) => this.index(index));
      case 'has':
        return hasField(expression.field, this.scope, (index) => this.index(index));
      case 'size':
        return fieldSize(expression.field, this.scope, (index) => this.index(index));
      case 'rank': {
        const dims = this.axes(expression.shape);
        return hasRank(dims) ? dims.length : dims;
      }
      case 'count':
        return this.count(expression.shape, expression.bounds);
      case 'unary':
        return this.unary(expression.operator, expression.operand);
      case 'binary':
        return this.binary(expression);
      case 'numbers':
        return this.numbers(expression.name, expression.operands);
      case 'choice': {
        const test = this.truth(expression.test);
        return test instanceof Unknown ? test : this.scalar(test ? expression.yes : expression.no);
      }
    }
  }

  private variable(name: Variable): number {
    const { layer, index } = this.scope;
    if (name === 'index') return index;
    return name === 'num_tops' ? layer.topCount : layer.bottoms.length;
  }

  private count(shape: ShapeExpression, bounds: readonly ScalarExpression[]): Dim {
    return countOf(bounds.length === 0 ? this.axes(shape) : this.part(shape, bounds));
  }

  private unary(operator: '-' | '!', operand: ScalarExpression): Scalar {
    if (operator === '-') return calculate('-', 0, this.numeric(operand));
    const truth = this.truth(operand);
    return truth instanceof Unknown ? truth : !truth;
  }

  private binary(expression: BinaryExpression): Scalar {
    const { operator, left, right } = expression;
    if (operator === '&&' || operator === '||') {
      const first = this.truth(left);
      const decides = first instanceof Unknown || first === (operator === '||');
      return decides ? first : this.truth(right);
    }
    if (!isArithmetic(operator)) return this.compare(operator, expression);
    const [a, b] = [this.numeric(left), this.numeric(right)];
    if (operator !== '/' && operator !== '%') return calculate(operator, a, b);
    if (plain(b) === 0) stop(this.scope, right.range, 'is 0, which is not a valid divisor');
    const exact = operator === '/' && this.scope.division === 'exact';
    return exact ? divideExactly(a, b) : calculate(operator, a, b);
  }

  private numbers(name: NumberFunction, operands: readonly ScalarExpression[]): Numeric {
    const rounds = name === 'floor' || name === 'ceil' || name === 'round';
    const inside = rounds ? new Evaluator({ ...this.scope, division: 'exact' }) : this;
    const values = operands.map((operand) => inside.numeric(operand));
    const divisor = operands[1];
    if (name === 'ceilDiv' && divisor && plain(values[1] ?? 1) === 0) {
      stop(this.scope, divisor.range, 'is 0, which is not a valid divisor');
    }
    return apply(name, values);
  }

  private numeric(expression: ScalarExpression): Numeric {
    const value = this.scalar(expression);
    if (typeof value !== 'string' && typeof value !== 'boolean') return value;
    return stop(this.scope, expression.range, `is ${written(value)}, not a number`);
  }

  private truth(expression: ScalarExpression): boolean | Unknown {
    const value = this.scalar(expression);
    if (typeof value === 'boolean') return value;
    if (typeof value === 'string')
      return stop(this.scope, expression.range, `is ${written(value)}, not a boolean`);
    const number = plain(value);
    return isKnown(number) ? number !== 0 : number;
  }

  private compare(operator: Comparison, { left, right, range }: BinaryExpression): boolean | Unknown {
    const [a, b] = [this.scalar(left), this.scalar(right)];
    if (typeof a === 'string' && typeof b === 'string') {
      this.checkValue(left, right, b);
      this.checkValue(right, left, a);
    }
    const result = compare(operator, a, b);
    return result ?? stop(this.scope, range, `compares ${written(a)} with ${written(b)}`);
  }

  /** Rejects a comparison of a field with a name that is not a value of its enum: it would never be equal. */
  private checkValue(field: ScalarExpression, other: ScalarExpression, value: string): void {
    if (field.kind !== 'field') return;
    const values = fieldEnum(field, this.scope, (index) => this.index(index))?.values;
    if (!values || values.has(value)) return;
    const meant = nearest(value, values.keys());
    const why = `is not a value of \`${field.step.name}\`${meant ? `; did you mean \`${meant}\`?` : ''}`;
    stop(this.scope, other.range, why);
  }
}

/** The concatenated axes of several shapes; unknown if any of them is unknown. */
export function joined(shapes: readonly Shape[]): Shape {
  const unknown = shapes.find((shape) => !hasRank(shape));
  return unknown ?? shapes.filter(hasRank).flat();
}

function written(value: Scalar): string {
  if (typeof value === 'string') return `the string '${value}'`;
  if (typeof value === 'boolean') return `the boolean ${value}`;
  const number = plain(value);
  return isKnown(number) ? `the number ${number}` : 'an unknown number';
}
