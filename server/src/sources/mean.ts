import { type Bytes, damaged, Unreadable } from './bytes.ts';
import { integers, wireFields } from './protobuf.ts';

/** Fields of BlobProto (caffe.proto). */
const field = { num: 1, width: 4, data: 5, shape: 7, doubleData: 8 };
const dimField = 1;

/** The transformer reads the width of a mean, axis 3; Caffe rejects that for more axes (LegacyShape). */
const mostAxes = 4;

/** The maximum size of a shape in bytes: 32 axes (kMaxBlobAxes) of at most ten bytes. */
const longestShape = 320;

/**
 * Channels, height and width of a mean file, a binary BlobProto (data_transformer.cpp). As in Caffe, these are axes 1
 * to 3, and missing axes are 1.
 */
export async function readMean(file: Bytes): Promise<readonly [number, number, number]> {
  const { axes, values } = await readBlob(file);
  if (axes.length === 0) throw new Unreadable('has no shape, so it is not a mean file (a binary BlobProto)');
  if (axes.length > mostAxes) {
    throw new Unreadable(
      `has ${axes.length} axes; a mean has at most ${mostAxes}: number, channels, height, width`,
    );
  }
  const shape = axes.join('×');
  const count = axes.reduce((product, axis) => product * axis, 1);
  if (axes.some((axis) => axis < 1)) throw new Unreadable(`has the shape ${shape}, which is empty`);
  if (values !== undefined && values !== count) {
    throw new Unreadable(`has the shape ${shape} (${count} values), but contains ${values} values`);
  }
  return [axes[1] ?? 1, axes[2] ?? 1, axes[3] ?? 1];
}

interface Blob {
  readonly axes: readonly number[];
  /** The number of values; undefined if they are not packed, because counting would read them. */
  readonly values: number | undefined;
}

/** The old fields override `shape`, and doubles override floats (blob.cpp, FromProto). */
async function readBlob(file: Bytes): Promise<Blob> {
  const old = new Map<number, number>();
  const shape: number[] = [];
  let floats = 0;
  let doubles = 0;
  const axes = () => (old.size > 0 ? [1, 2, 3, 4].map((id) => old.get(id) ?? 0) : shape);
  for await (const part of wireFields(file)) {
    if (part.kind === 'varint' && part.id >= field.num && part.id <= field.width)
      old.set(part.id, part.value);
    if (part.kind === 'fixed' && (part.id === field.data || part.id === field.doubleData)) {
      return { axes: axes(), values: undefined };
    }
    if (part.kind !== 'bytes') continue;
    if (part.id === field.data) floats += part.body.size / 4;
    if (part.id === field.doubleData) doubles += part.body.size / 8;
    if (part.id === field.shape) shape.push(...(await readShape(part.body)));
  }
  return { axes: axes(), values: doubles || floats };
}

async function readShape(message: Bytes): Promise<number[]> {
  if (message.size > longestShape) throw damaged();
  const dims: number[] = [];
  for await (const part of wireFields(message)) {
    if (part.id === dimField) dims.push(...(await integers(part)));
  }
  return dims;
}
