import type { Related } from '../net/fault.ts';
import type { Range } from '../text/range.ts';
import type { Document } from './document.ts';

/** A range of the file that belongs to a problem, and what is there. */
export interface RelatedRange {
  readonly range: Range;
  readonly message: string;
}

/** Where in the file the places are that belong to a problem. */
export function relatedRanges(
  document: Document,
  related: readonly Related[] | undefined,
): readonly RelatedRange[] | undefined {
  return related?.map(({ place, message }) => ({ range: document.rangeOf(place), message }));
}
