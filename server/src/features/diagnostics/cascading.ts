import type { Document } from '../../document/document.ts';
import type { TextError } from '../../schema/check.ts';
import { overlaps, type Range } from '../../text/range.ts';

/** Whether the block of a range has a text error: other problems in it may be cascading. */
export function isCascading(document: Document, range: Range, errors: readonly TextError[]): boolean {
  if (errors.length === 0) return false;
  const { tree } = document;
  const index = tree.countTo(range.start) - 1;
  const end = tree.endAt(index);
  if (range.start >= end) return false;
  const whole = { start: tree.starts[index] ?? 0, end: end - 1 };
  return errors.some((error) => overlaps(error.range, whole));
}
