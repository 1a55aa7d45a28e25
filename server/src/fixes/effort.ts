import type { Document } from '../document/document.ts';
import type { Fix } from '../edit/fix.ts';
import type { Range } from '../text/range.ts';

/** What a request may spend on quick fixes: about a second of work. */
const mostCharacters = 1_000_000;
/** Building a layer takes as long as parsing this number of characters. */
const charactersOfLayer = 60;
/** Searching the block of a problem is faster than parsing it by this factor. */
const searchSpeed = 25;
/** Passing a block of the file takes as long as parsing this number of characters. */
const charactersOfBlock = 0.1;
/** Making an edit and comparing it with others takes as long as parsing this number of characters. */
const charactersOfEdit = 20;
/** A search takes as long as parsing this number of characters, in a file of any size. */
const leastSearch = 300;

/**
 * The remaining effort for the quick fixes of a request, in characters that are parsed. Most requests need little of it;
 * in a large file with problems throughout, only the first ones get fixes.
 */
export class Effort {
  private left = mostCharacters;

  get isSpent(): boolean {
    return this.left <= 0;
  }

  /** A search of the file for fixes of a problem at a range. */
  search({ tree }: Document, { start }: Range): void {
    const block = tree.blocks[tree.countTo(start) - 1]?.text.length ?? 0;
    this.left -= leastSearch + block / searchSpeed + tree.blocks.length * charactersOfBlock;
  }

  /** The edits of the fixes that a search found. */
  found(fixes: readonly Fix[]): void {
    for (const { edits } of fixes) this.left -= edits.length * charactersOfEdit;
  }

  /** The analysis of a file in which blocks with a number of characters changed. */
  analyze(document: Document, characters: number): void {
    // A block that is not closed contains all later layers.
    const { layers } = document.netInput().upgraded;
    this.left -= layers.length * charactersOfLayer + characters;
  }
}
