import type { NewField } from '../../../edit/newField.ts';
import type { Dim } from '../../../shape/dim.ts';
import { hasRank } from '../../../shape/shape.ts';
import type { Above } from '../above.ts';
import type { Blob } from '../blobs.ts';

/** The place where a template is inserted. */
export interface Place extends Above {
  /** The names of the fields that the message already has. */
  readonly present: ReadonlySet<string>;
}

/** Several layers, a whole net or the fields of a solver, which completion inserts at the top level of a file. */
export interface Template {
  readonly label: string;
  readonly detail: string;
  readonly doc: string;
  /** Its fields as parts of a snippet; undefined where it does not fit. */
  fields(place: Place): readonly NewField[] | undefined;
}

/** The nearest blob of images that have more than one position. */
export function imageOf({ blobs }: Place): Blob | undefined {
  return blobs.find((blob) => isImages(blob) && !isSingle(blob));
}

/** Whether a blob can be a batch of images: it has channels and two more axes, as far as known. */
export function isImages({ shape, label }: Blob): boolean {
  return !label && (!hasRank(shape) || shape.length === 4);
}

function isSingle({ shape }: Blob): boolean {
  return hasRank(shape) && shape.slice(2).every((length) => length === 1);
}

/** The number of channels of a blob, if it is known. */
export function channelsOf({ shape }: Blob): number | undefined {
  const channels: Dim | undefined = hasRank(shape) ? shape[1] : undefined;
  return typeof channels === 'number' ? channels : undefined;
}
