import type { Range } from '../text/range.ts';

/** A problem in a caffe-prototxt.json. */
export interface DeclarationDiagnostic {
  readonly message: string;
  readonly range: Range;
  /** An error discards the value that contains it; a warning is about a value without effect. */
  readonly severity: 'error' | 'warning';
}

/** Collects the problems of a file. */
export class DeclarationDiagnostics {
  readonly list: DeclarationDiagnostic[] = [];

  error({ start, end }: Range, message: string): void {
    this.list.push({ message, range: { start, end }, severity: 'error' });
  }

  warn({ start, end }: Range, message: string): void {
    this.list.push({ message, range: { start, end }, severity: 'warning' });
  }
}
