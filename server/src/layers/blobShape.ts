import type { CheckId } from '../checks/catalogue.ts';
import type { Dialect } from '../schema/dialect.ts';
import type { Message } from '../schema/message.ts';
import { type Dim, INT_MAX, isKnown, multiply } from '../shape/dim.ts';
import { type Dims, formatShape } from '../shape/shape.ts';

/** Checks of the shapes of blobs, whatever produces them. */

interface ShapeFailure {
  readonly check: CheckId;
  readonly message: string;
}

/** Blob::Reshape: at most 32 axes, no negative one, a limited number of values. Few shapes need `most`, the limit. */
export function findShapeFailure(
  shape: Dims,
  what: string,
  most: () => number = () => INT_MAX,
): ShapeFailure | undefined {
  const blob = () => `${sentence(what)} would be ${formatShape(shape)}`;
  if (shape.length > 32)
    return { check: 'blob/max-axes', message: `${blob()}, which exceeds the maximum of 32 axes.` };
  let count: Dim = 1;
  for (const dim of shape) {
    if (isKnown(dim) && dim < 0)
      return { check: 'blob/negative-dim', message: `${blob()}, but an axis cannot be negative.` };
    count = multiply(count, dim);
    if (isKnown(dim) && dim > INT_MAX)
      return { check: 'blob/int-max', message: `${blob()}, but an axis can have at most ${INT_MAX} values.` };
    if (isKnown(count) && count > INT_MAX && count > most()) {
      return {
        check: 'blob/int-max',
        message: `${blob()}, ${exceeds(most())}.`,
      };
    }
  }
  return undefined;
}

/** The largest number of values of a blob. intel/caffe, blob.cpp, also in BVLC's branch intel, counts in 64 bits. */
export function mostValues({ forks }: Dialect): number {
  return forks.includes('intel') || forks.includes('opencl') ? 2 ** 63 : INT_MAX;
}

/** Why a blob is too large, as the end of a sentence. */
export function exceeds(most: number): string {
  return `which exceeds the maximum blob size of ${most === INT_MAX ? INT_MAX : '2⁶³ − 1'} values`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whether an axis before the last is 0: at first, Blob::Reshape then divided by 0. */
export function hasInnerZero(shape: Dims): boolean {
  const empty = shape.indexOf(0);
  return empty >= 0 && empty < shape.length - 1;
}

/** Why a blob with an axis of length 0 is rejected. */
export function describeZero(shape: Dims, what: string): string {
  return `${sentence(what)} would be ${formatShape(shape)}: an axis before the last is 0, and Caffe crashes with a division by zero.`;
}

/** Whether a blob with more than 4 axes has num and channels, as in facebook/C3D (blob.hpp). */
export function hasLongShapes({ forks }: Dialect): boolean {
  return forks.includes('c3d');
}

/** Until this day, all blobs of Caffe have 4 axes. */
export const dayOfAnyAxes = '2015-03-03';

/** The shape of a blob in a Caffe whose blobs all have 4 axes: further ones, of length 1, before or after those given. */
export function withFourAxes(shape: Dims, further: 'before' | 'after'): Dims {
  const ones = Array.from({ length: Math.max(4 - shape.length, 0) }, () => 1);
  return further === 'before' ? [...ones, ...shape] : [...shape, ...ones];
}

/** The shape of a BlobProto: the four legacy fields if any is set, otherwise `shape` (blob.cpp, FromProto). */
export function protoShape(blob: Message): Dims {
  const legacy = ['num', 'channels', 'height', 'width'];
  if (legacy.some((field) => blob.has(field))) return legacy.map((field) => blob.int(field));
  return blob.message('shape').ints('dim');
}
