import { firstIndex } from '../memo/lists.ts';
import { commonPrefix, commonSuffix } from '../text/common.ts';
import { type Slice, splitFrom } from './split.ts';
import type { SyntaxTree } from './tree.ts';

/** The part of a text that must be parsed: its slices, and the blocks that they replace. */
export interface Edited {
  readonly slices: readonly Slice[];
  /** The indices of the first replaced block, and of the first block after them. */
  readonly from: number;
  readonly to: number;
  /** The offset by which the blocks after them have moved. */
  readonly by: number;
}

/**
 * Splits only what an edit changed. The result is the same as for the whole text, because after a closed block
 * splitting does not depend on earlier text. Undefined if the braces of either text do not match: then the whole text
 * must be split.
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

/** The number of blocks that only depend on the first `prefix` characters; the last of them is closed. */
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

/** The number of blocks that end at or before an offset. */
function endingBy(tree: SyntaxTree, offset: number): number {
  return firstIndex(tree.blocks.length, (index) => tree.endAt(index) > offset);
}
