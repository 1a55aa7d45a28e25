import { firstIndex } from '../memo/lists.ts';
import { Positions } from '../memo/positions.ts';
import { type Range, shift } from '../text/range.ts';
import type { Block } from './nodes.ts';

/** Where something stands: a range that counts from the start of its block, wherever that stands in the file. */
export interface BlockRange {
  readonly block: Block;
  readonly range: Range;
}

/** Whether two places are the same. */
export function isSamePlace(one: BlockRange, other: BlockRange): boolean {
  const [first, second] = [one.range, other.range];
  return one.block === other.block && first.start === second.start && first.end === second.end;
}

/**
 * The tree of a text-format file: its blocks in order, and where each begins. Blocks hold no place in the file, so those
 * that an edit does not touch are the same objects after it.
 */
export class SyntaxTree {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The offset at which each block begins. */
  readonly starts: readonly number[];
  /** Whether all braces of the text match. */
  readonly balanced: boolean;
  private readonly positions: Positions<Block>;

  constructor(text: string, blocks: readonly Block[], starts: readonly number[], balanced: boolean) {
    this.text = text;
    this.blocks = blocks;
    this.starts = starts;
    this.balanced = balanced;
    this.positions = new Positions(blocks);
  }

  /** The offset of a block of the tree. */
  startOf(block: Block): number {
    const index = this.positions.of(block);
    const start = index === undefined ? undefined : this.starts[index];
    if (start === undefined) throw new Error('The block is not of this tree.');
    return start;
  }

  /** Where the text at an index of `blocks` ends; 0 in front of the first. */
  endAt(index: number): number {
    const block = this.blocks[index];
    return block ? (this.starts[index] ?? 0) + block.text.length : 0;
  }

  /** Where a place is in the file. */
  rangeOf({ block, range }: BlockRange): Range {
    return shift(range, this.startOf(block));
  }

  /** How many blocks begin at or in front of an offset. */
  countTo(offset: number): number {
    return firstIndex(this.blocks.length, (index) => (this.starts[index] ?? 0) > offset);
  }
}
