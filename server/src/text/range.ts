/** A half-open range of text, `[start, end)`, in UTF-16 code units from the start of its text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The range moved by `by` code units. */
export function shift(range: Range, by: number): Range {
  return { start: range.start + by, end: range.end + by };
}

/** Whether `offset` is in the range or at its end. */
export function touches(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Whether two ranges overlap or touch. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}
