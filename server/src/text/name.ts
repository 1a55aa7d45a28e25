import type { Range } from './range.ts';

/** A name in a text, and what is around it. */
export interface NameRange {
  /** The name without its quotes; for several adjacent strings, all of them. */
  readonly range: Range;
  /** The quotes around the range; undefined if it includes them. */
  readonly quote: string | undefined;
}

const oneString = /^(["'])(?:\\.|(?!\1)[^\\])*(\1?)$/su;

/** The range of the name in a string literal, or in several adjacent ones. */
export function nameIn(text: string, literal: Range): NameRange {
  const [, quote, close] = oneString.exec(text.slice(literal.start, literal.end)) ?? [];
  if (quote === undefined) return { range: literal, quote };
  return { range: { start: literal.start + 1, end: literal.end - (close?.length ?? 0) }, quote };
}
