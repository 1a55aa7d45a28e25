/** A half-open stretch of text, `[start, end)`, in UTF-16 code units from the start of its text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The same range, counted from `by` code units earlier. */
export function shift(range: Range, by: number): Range {
  return { start: range.start + by, end: range.end + by };
}

/** Whether `offset` lies in the range or touches its end, as a cursor does. */
export function touches(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Whether the two ranges have text in common or touch. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}
