import type { Range } from '../../text/range.ts';

/** A mistake in an expression, at a place counted from its start. */
export class ExpressionFault extends Error {
  readonly range: Range;

  constructor({ start, end }: Range, message: string) {
    super(message);
    this.range = { start, end };
  }
}
