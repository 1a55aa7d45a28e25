import type { Range } from '../text/range.ts';

/** A problem in a file that a net refers to. */
export interface FileDiagnostic {
  readonly message: string;
  readonly range: Range;
  readonly severity: 'error' | 'warning';
}

/** A text file that was read, with its problems. */
export interface WholeFile {
  readonly text: string;
  readonly diagnostics: readonly FileDiagnostic[];
  /** Why it cannot be read, which is also its only diagnostic. */
  readonly unread?: string;
}
