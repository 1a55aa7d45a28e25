import { findShapeFailure, protoShape } from '../layers/blobShape.ts';
import { type Entry, Message } from '../schema/message.ts';
import { countOf, formatShape } from '../shape/shape.ts';
import type { SetupFailure } from './setupFailure.ts';

/** Parameter blobs in the text must be complete: Caffe copies them when it creates the layer (Blob::FromProto). */
export function fileBlobFailure(layer: Message): SetupFailure | undefined {
  for (const entry of layer.list('blobs')) {
    const found = entry.value instanceof Message && checkBlob(entry, entry.value);
    if (found) return found;
  }
  return undefined;
}

function checkBlob(entry: Entry, blob: Message): SetupFailure | undefined {
  const shape = protoShape(blob);
  const unfit = findShapeFailure(shape, 'the blob in `blobs`');
  if (unfit) return { ...unfit, at: entry };
  const count = countOf(shape);
  if (count === 0) {
    const message = `The blob in \`blobs\` is ${formatShape(shape)}, so it has no values to copy.`;
    return { check: 'blob/no-data', message, at: entry };
  }
  const wrong = fieldsOf(blob).find((field) => blob.count(field) !== count);
  if (wrong === undefined) return undefined;
  const message = `The blob is ${formatShape(shape)}, so \`${wrong}\` must have ${count} values, not ${blob.count(wrong)}.`;
  return { check: 'blob/proto-count', message, at: blob.list(wrong)[0] ?? entry };
}

/** Doubles take precedence over floats; gradients may be missing. */
function fieldsOf(blob: Message): string[] {
  const data = blob.has('double_data') ? 'double_data' : 'data';
  const diff = blob.has('double_diff') ? 'double_diff' : 'diff';
  return blob.has(diff) ? [data, diff] : [data];
}
