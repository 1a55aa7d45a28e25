/** An unknown size, with the reason. The same unknown size is the same object. */
export class Unknown {
  readonly name: string;
  readonly why: string;

  constructor(name: string, why: string) {
    this.name = name;
    this.why = why;
  }
}

/** The length of one axis: a C++ `int`, or unknown. */
export type Dim = number | Unknown;

export const INT_MAX = 2147483647;

/** A float as C++'s `int` on x86: values out of range give the smallest one. */
export function castToInt(value: number): number {
  const whole = Math.trunc(value);
  return Math.abs(whole) <= INT_MAX ? whole : -INT_MAX - 1;
}

export function isKnown(dim: Dim): dim is number {
  return typeof dim === 'number';
}

/** Applies `rule` to a known length; returns an unknown one unchanged. */
export function mapDim(dim: Dim, rule: (length: number) => number): Dim {
  return isKnown(dim) ? rule(dim) : dim;
}

/** Combines two known lengths; otherwise returns the first unknown one. */
export function combine(a: Dim, b: Dim, rule: (a: number, b: number) => number): Dim {
  if (!isKnown(a)) return a;
  return isKnown(b) ? rule(a, b) : b;
}

export function add(a: Dim, b: Dim): Dim {
  return combine(a, b, (x, y) => x + y);
}

/** Product of two lengths; 0 if a factor is 0, even if the other one is unknown. */
export function multiply(a: Dim, b: Dim): Dim {
  if (a === 0 || b === 0) return 0;
  return combine(a, b, (x, y) => x * y);
}

export function product(dims: readonly Dim[]): Dim {
  return dims.reduce(multiply, 1);
}

/** Whether two lengths are known to differ. */
export function differ(a: Dim, b: Dim): boolean {
  return isKnown(a) && isKnown(b) && a !== b;
}

/** Integer division of C++: truncates toward zero. */
export function divide(a: number, b: number): number {
  return Math.trunc(a / b);
}
