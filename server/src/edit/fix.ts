import type { TextEdit } from '../text/edit.ts';

/** A way out of a diagnostic: edits of the file that do not overlap. */
export interface Fix {
  /** What it does, as a command: `Insert a Scale layer`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The one to take where somebody asks for a repair without looking. */
  readonly preferred?: boolean;
  /** Whether it can be applied unseen, to a whole file: there is one way to mend it, and Caffe's result stays what it is. */
  readonly safe?: boolean;
}
