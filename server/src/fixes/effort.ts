import type { Document } from '../document/document.ts';

/** What a request may spend on quick fixes: about a second of work. */
const mostCharacters = 1_000_000;
/** Building a layer takes as long as parsing this number of characters. */
const charactersOfLayer = 30;
/** Searching text is faster than parsing it by this factor. */
const searchSpeed = 100;
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

  /** A search of the file for fixes of one problem. */
  search({ text }: Document): void {
    this.left -= leastSearch + text.length / searchSpeed;
  }

  /** The analysis of a file in which blocks with a number of characters changed. */
  analyze({ tree }: Document, characters: number): void {
    this.left -= tree.blocks.length * charactersOfLayer + characters;
  }
}
