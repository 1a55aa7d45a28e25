import type { TextEdit } from '../text/edit.ts';

/** A quick fix of a diagnostic: edits of the file that do not overlap. */
export interface Fix {
  /** An imperative title: `Insert a Scale layer`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Whether it is the default fix of its diagnostic. */
  readonly preferred?: boolean;
  /** Whether *Fix all* may apply it: it is the only sensible fix, and keeps the meaning of the file. */
  readonly safe?: boolean;
}
