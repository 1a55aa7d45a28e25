import type { Document } from '../document/document.ts';
import type { TextProblem } from '../schema/check.ts';
import { overlaps, type Range } from '../text/range.ts';

/** Whether the text of the block in which a range stands is at fault: what is said of it may follow from that alone. */
export function isFollowOn(document: Document, range: Range, problems: readonly TextProblem[]): boolean {
  if (problems.length === 0) return false;
  const block = document.tree.blocks.find(
    ({ start, syntax }) => start <= range.start && range.start < start + syntax.text.length,
  );
  if (!block) return false;
  const whole = { start: block.start, end: block.start + block.syntax.text.length - 1 };
  return problems.some((problem) => overlaps(problem.range, whole));
}
