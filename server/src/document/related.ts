import type { Related } from '../net/fault.ts';
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
  related: readonly Related[] | undefined,
): readonly RelatedRange[] | undefined {
  return related?.map(({ place, message }) => ({ range: document.rangeOf(place), message }));
}
