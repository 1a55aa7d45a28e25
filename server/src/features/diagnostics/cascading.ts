import type { Document } from '../../document/document.ts';
import { onceFor } from '../../memo/onceFor.ts';
import type { Range } from '../../text/range.ts';

/** Whether the block of a range has a text error: other problems in it may be cascading. */
export function isCascading(document: Document, range: Range): boolean {
  if (document.textErrors().length === 0) return false;
  const { tree } = document;
  const index = tree.countTo(range.start) - 1;
  return range.start < tree.endAt(index) && brokenBlocks(document).has(index);
}

/** The indices of the blocks that a text error overlaps or touches. */
const brokenBlocks = onceFor((document: Document): ReadonlySet<number> => {
  const { tree } = document;
  const broken = new Set<number>();
  for (const { range } of document.textErrors()) {
    const last = tree.countTo(range.end) - 1;
    for (let index = last; index >= 0 && range.start < tree.endAt(index); index--) broken.add(index);
  }
  return broken;
});
