import { firstIndex } from '../memo/lists.ts';
import { Positions } from '../memo/positions.ts';
import { type Range, shift } from '../text/range.ts';
import type { Block } from './nodes.ts';

/** A location: a block and a range relative to its start, wherever the block is in the file. */
export interface BlockRange {
  readonly block: Block;
  readonly range: Range;
}

/** Whether two locations are the same. */
export function isSameLocation(one: BlockRange, other: BlockRange): boolean {
  const [first, second] = [one.range, other.range];
  return one.block === other.block && first.start === second.start && first.end === second.end;
}

/**
 * The tree of a text-format file: its blocks in order, and their offsets. Blocks do not contain their offsets, so an
 * edit keeps the blocks that it does not touch.
 */
export class SyntaxTree {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The offset of each block. */
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
    if (start === undefined) throw new Error('The block does not belong to this tree.');
    return start;
  }

  /** The end offset of the block at an index; 0 for an index before the first. */
  endAt(index: number): number {
    const block = this.blocks[index];
    return block ? (this.starts[index] ?? 0) + block.text.length : 0;
  }

  /** The range of a location in the file. */
  rangeOf({ block, range }: BlockRange): Range {
    return shift(range, this.startOf(block));
  }

  /** The number of blocks that start at or before an offset. */
  countTo(offset: number): number {
    return firstIndex(this.blocks.length, (index) => (this.starts[index] ?? 0) > offset);
  }
}
