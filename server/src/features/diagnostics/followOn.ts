import type { Document } from '../../document/document.ts';
import type { TextProblem } from '../../schema/check.ts';
import { overlaps, type Range } from '../../text/range.ts';

/** Whether the block of a range has a text error: other problems in it may be cascading. */
export function isFollowOn(document: Document, range: Range, problems: readonly TextProblem[]): boolean {
  if (problems.length === 0) return false;
  const { tree } = document;
  const index = tree.countTo(range.start) - 1;
  const end = tree.endAt(index);
  if (range.start >= end) return false;
  const whole = { start: tree.starts[index] ?? 0, end: end - 1 };
  return problems.some((problem) => overlaps(problem.range, whole));
}
