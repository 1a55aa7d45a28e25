import type { Range } from '../text/range.ts';

/** A mistake in a caffe-prototxt.json. */
export interface DeclarationProblem {
  readonly message: string;
  readonly range: Range;
  /** An error takes what it speaks of away; a warning is about what has no effect. */
  readonly severity: 'error' | 'warning';
}

/** Gathers the mistakes of a file. */
export class Problems {
  readonly list: DeclarationProblem[] = [];

  error({ start, end }: Range, message: string): void {
    this.list.push({ message, range: { start, end }, severity: 'error' });
  }

  warn({ start, end }: Range, message: string): void {
    this.list.push({ message, range: { start, end }, severity: 'warning' });
  }
}
