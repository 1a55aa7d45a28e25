import { add, combine, type Dim, divide, isKnown, mapDim, multiply, type Unknown } from '../../shape/dim.ts';
import type { BinaryOperator, NumberFunction } from './syntax.ts';

/** A floating-point number as in C++: a `float`, rounded to 32 bits after each operation, or a `double`. */
export class Real {
  readonly value: number;
  readonly isFloat: boolean;

  constructor(value: number, isFloat: boolean) {
    this.value = isFloat ? Math.fround(value) : value;
    this.isFloat = isFloat;
  }
}

/** A C++ `int`, possibly unknown, or a floating-point number. */
export type Numeric = Dim | Real;

/** A value other than a shape. */
export type Scalar = Numeric | boolean | string;

const arithmetic = ['+', '-', '*', '/', '%'] as const;
export type Arithmetic = (typeof arithmetic)[number];

/** The comparison operators. */
export type Comparison = Exclude<BinaryOperator, Arithmetic | '&&' | '||'>;

export function isArithmetic(operator: BinaryOperator): operator is Arithmetic {
  return arithmetic.some((known) => known === operator);
}

/**
 * Arithmetic of C++: the result of integers is an integer, so that a division truncates; with a floating-point operand
 * it is floating-point. The divisor must not be 0.
 */
export function calculate(operator: Arithmetic, a: Numeric, b: Numeric): Numeric {
  if (!(a instanceof Real) && !(b instanceof Real)) return whole(operator, a, b);
  return real(a, b, (x, y) => fractional(operator, x, y));
}

function whole(operator: Arithmetic, a: Dim, b: Dim): Dim {
  switch (operator) {
    case '+':
      return add(a, b);
    case '*':
      return multiply(a, b);
    case '-':
      return combine(a, b, (x, y) => x - y);
    case '/':
      return combine(a, b, divide);
    case '%':
      return combine(a, b, (x, y) => x % y);
  }
}

function fractional(operator: Arithmetic, x: number, y: number): number {
  switch (operator) {
    case '+':
      return x + y;
    case '*':
      return x * y;
    case '-':
      return x - y;
    case '/':
      return x / y;
    case '%':
      return x % y;
  }
}

/** A division that keeps the fraction. */
export function divideExactly(a: Numeric, b: Numeric): Numeric {
  return real(a, b, (x, y) => x / y);
}

function real(a: Numeric, b: Numeric, rule: (x: number, y: number) => number): Numeric {
  const reals = [a, b].filter((one) => one instanceof Real);
  const isFloat = reals.length > 0 && reals.every((one) => one.isFloat);
  const result = combine(plain(a), plain(b), rule);
  return isKnown(result) ? new Real(result, isFloat) : result;
}

/** The number without its type. */
export function plain(value: Numeric): Dim {
  return value instanceof Real ? value.value : value;
}

/** The result of a function for a valid number of operands. The divisor must not be 0. */
export function apply(name: NumberFunction, operands: readonly Numeric[]): Numeric {
  const [first = 0, second = 1] = operands;
  switch (name) {
    case 'min':
      return operands.reduce((a, b) => choose(a, b, Math.min));
    case 'max':
      return operands.reduce((a, b) => choose(a, b, Math.max));
    case 'floor':
      return mapDim(plain(first), Math.floor);
    case 'ceil':
      return mapDim(plain(first), Math.ceil);
    case 'round':
      return mapDim(plain(first), roundAway);
    case 'ceilDiv':
      return mapDim(plain(divideExactly(first, second)), Math.ceil);
  }
}

function choose(a: Numeric, b: Numeric, rule: (x: number, y: number) => number): Numeric {
  const chosen = combine(plain(a), plain(b), rule);
  if (!isKnown(chosen)) return chosen;
  return plain(a) === chosen ? a : b;
}

/** C's `round`: rounds halves away from 0. */
function roundAway(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value));
}

/**
 * Compares numbers, or tests strings or booleans for equality; undefined for incomparable values. An unknown number
 * equals only itself.
 */
export function compare(operator: Comparison, a: Scalar, b: Scalar): boolean | Unknown | undefined {
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(operator, plain(a), plain(b));
  if (typeof a !== typeof b) return undefined;
  if (operator === '==') return a === b;
  return operator === '!=' ? a !== b : undefined;
}

function isNumeric(value: Scalar): value is Numeric {
  return typeof value !== 'string' && typeof value !== 'boolean';
}

function compareNumbers(operator: Comparison, a: Dim, b: Dim): boolean | Unknown {
  if (!isKnown(a)) {
    const isSame = a === b && (operator === '==' || operator === '!=');
    return isSame ? operator === '==' : a;
  }
  if (!isKnown(b)) return b;
  switch (operator) {
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}
