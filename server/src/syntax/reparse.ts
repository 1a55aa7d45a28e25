import { commonPrefix, commonSuffix } from '../text/common.ts';
import type { Block, SyntaxTree } from './nodes.ts';
import { type Slice, splitFrom } from './split.ts';

/** A text of which only a part is to be parsed: the blocks in front of that part and behind it, and the slices of it. */
export interface Edited {
  readonly before: readonly Block[];
  readonly slices: readonly Slice[];
  /** The blocks that stood where the slices are. */
  readonly replaced: readonly Block[];
  readonly after: readonly Block[];
}

/**
 * Cuts only what an edit changed. Behind a closed block the cutting begins anew, so the result is that of the whole text:
 * undefined where the braces of either text do not match, which the whole text decides.
 */
export function cutEdited(text: string, { text: old, blocks, balanced }: SyntaxTree): Edited | undefined {
  if (!balanced) return undefined;
  const prefix = commonPrefix(old, text);
  const suffix = commonSuffix(old, text, Math.min(old.length, text.length) - prefix);
  const by = text.length - old.length;
  const kept = keptInFront(blocks, prefix);
  let rest = blocks.length;
  const slices = splitFrom(text, endOf(blocks[kept - 1]), (end) => {
    const index = end < text.length - suffix ? undefined : closedAt(blocks, end - by);
    if (index !== undefined) rest = index + 1;
    return index !== undefined;
  });
  const after = blocks.slice(rest);
  return (
    slices && {
      before: blocks.slice(0, kept),
      slices,
      replaced: blocks.slice(kept, rest),
      after: by === 0 ? after : after.map((block) => moved(block, by)),
    }
  );
}

function moved({ start, syntax, isClosed }: Block, by: number): Block {
  return { start: start + by, syntax, isClosed };
}

/** How many blocks depend on the first characters alone: a closed block, and what follows it, up to the next block. */
function keptInFront(blocks: readonly Block[], prefix: number): number {
  let kept = endingBy(blocks, prefix) - 1;
  while (kept > 0 && !blocks[kept - 1]?.isClosed) kept--;
  return Math.max(kept, 0);
}

/** The index of the closed block that ends at an offset. */
function closedAt(blocks: readonly Block[], end: number): number | undefined {
  const index = endingBy(blocks, end) - 1;
  const block = blocks[index];
  return block?.isClosed && endOf(block) === end ? index : undefined;
}

/** How many blocks end at or before an offset. */
function endingBy(blocks: readonly Block[], offset: number): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(blocks[middle]) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function endOf(block: Block | undefined): number {
  return block ? block.start + block.syntax.text.length : 0;
}
