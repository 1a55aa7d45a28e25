import type { Range } from '../text/range.ts';

/** Something that is wrong in a file that the net leads to. */
export interface FileProblem {
  readonly message: string;
  readonly range: Range;
  readonly severity: 'error' | 'warning';
}

/** A file that was read whole, and what is wrong in it. */
export interface WholeFile {
  readonly text: string;
  readonly problems: readonly FileProblem[];
}
