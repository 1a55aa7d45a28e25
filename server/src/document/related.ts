import type { RelatedLocation } from '../net/failure.ts';
import type { Range } from '../text/range.ts';
import type { Document } from './document.ts';

/** A related location of a diagnostic, with its message. */
export interface RelatedRange {
  readonly range: Range;
  readonly message: string;
}

/** The file ranges of the related locations of a diagnostic. */
export function relatedRanges(
  document: Document,
  related: readonly RelatedLocation[] | undefined,
): readonly RelatedRange[] | undefined {
  return related?.map(({ location, message }) => ({ range: document.rangeOf(location), message }));
}
