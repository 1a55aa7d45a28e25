import type { DatumFacts } from '../layers/dataSource.ts';
import { type Bytes, Unreadable } from './bytes.ts';
import { readImage } from './image.ts';
import { wireFields } from './protobuf.ts';

/** Fields of Datum (caffe.proto). */
const field = { channels: 1, width: 3, data: 4, floats: 6, encoded: 7 };

/**
 * The facts of one database record: a Datum, or SSD's AnnotatedDatum, whose first field is a Datum. As in Caffe, an
 * encoded image has the size in its own header, whatever the Datum states.
 */
export async function readDatum(message: Bytes): Promise<DatumFacts> {
  const sizes = new Map<number, number>();
  let data: Bytes | undefined;
  let encoded = false;
  for await (const part of wireFields(message)) {
    if (part.kind === 'bytes' && part.id === field.channels) return readDatum(part.body);
    if (part.kind === 'bytes' && part.id === field.data) data = part.body;
    if (part.kind === 'varint' && part.id <= field.width) sizes.set(part.id, part.value);
    if (part.kind === 'varint' && part.id === field.encoded) encoded = part.value !== 0;
    // One number per field; not read further, because a datum with these is not encoded.
    if (part.kind === 'fixed' && part.id === field.floats) break;
  }
  if (encoded && data) return { kind: 'image', ...(await readImage(data)).size };
  const [channels = 0, height = 0, width = 0] = [1, 2, 3].map((id) => sizes.get(id));
  if (channels < 1 || height < 1 || width < 1) {
    throw new Unreadable(`has no valid size: ${channels}×${height}×${width}`);
  }
  return { kind: 'datum', shape: [channels, height, width] };
}
