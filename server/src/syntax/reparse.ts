import { firstIndex } from '../memo/lists.ts';
import { commonPrefix, commonSuffix } from '../text/common.ts';
import { type Slice, splitFrom } from './split.ts';
import type { SyntaxTree } from './tree.ts';

/** A text of which only a part is to be parsed: the slices of that part, and the blocks in whose place they stand. */
export interface Edited {
  readonly slices: readonly Slice[];
  /** The indices of the first block that is replaced, and of the first behind those. */
  readonly from: number;
  readonly to: number;
  /** How far the blocks behind have moved. */
  readonly by: number;
}

/**
 * Cuts only what an edit changed. Behind a closed block the cutting begins anew, so the result is that of the whole text:
 * undefined where the braces of either text do not match, which the whole text decides.
 */
export function cutEdited(text: string, before: SyntaxTree): Edited | undefined {
  if (!before.balanced) return undefined;
  const { text: old } = before;
  const prefix = commonPrefix(old, text);
  const suffix = commonSuffix(old, text, Math.min(old.length, text.length) - prefix);
  const by = text.length - old.length;
  const from = keptInFront(before, prefix);
  let to = before.blocks.length;
  const slices = splitFrom(text, before.endAt(from - 1), (end) => {
    const index = end < text.length - suffix ? undefined : closedAt(before, end - by);
    if (index !== undefined) to = index + 1;
    return index !== undefined;
  });
  return slices && { slices, from, to, by };
}

/** How many blocks depend on the first characters alone: a closed block, and what follows it, up to the next block. */
function keptInFront(tree: SyntaxTree, prefix: number): number {
  let kept = endingBy(tree, prefix) - 1;
  while (kept > 0 && !tree.blocks[kept - 1]?.isClosed) kept--;
  return Math.max(kept, 0);
}

/** The index of the closed block that ends at an offset. */
function closedAt(tree: SyntaxTree, end: number): number | undefined {
  const index = endingBy(tree, end) - 1;
  return tree.blocks[index]?.isClosed && tree.endAt(index) === end ? index : undefined;
}

/** How many blocks end at or before an offset. */
function endingBy(tree: SyntaxTree, offset: number): number {
  return firstIndex(tree.blocks.length, (index) => tree.endAt(index) > offset);
}
