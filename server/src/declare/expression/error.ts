import type { Range } from '../../text/range.ts';

/** An error in an expression, with offsets relative to its start. */
export class ExpressionError extends Error {
  readonly range: Range;

  constructor({ start, end }: Range, message: string) {
    super(message);
    this.range = { start, end };
  }
}
