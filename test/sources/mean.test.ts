import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource } from '../../server/src/sources/source.ts';
import { type LongFile, MemoryFiles } from '../support/fileReader.ts';
import { bytes, le, message, png } from './make.ts';

/** Field numbers of BlobProto. */
const [num, channels, height, width, data, diff, shape, doubles] = [1, 2, 3, 4, 5, 6, 7, 8];

const floats = (count: number) => new Uint8Array(4 * count);
const axes = (...dims: number[]) => message([1, dims]);

const means: readonly [shows: string, blob: Uint8Array, expected: readonly number[]][] = [
  ['old fields', message([num, 1], [channels, 3], [height, 4], [width, 5], [data, floats(60)]), [3, 4, 5]],
  [
    'old fields after the data',
    message([data, floats(60)], [num, 1], [channels, 3], [height, 4], [width, 5]),
    [3, 4, 5],
  ],
  ['a shape', message([shape, axes(1, 3, 4, 5)], [data, floats(60)]), [3, 4, 5]],
  ['a shape after the data', message([data, floats(60)], [shape, axes(1, 3, 4, 5)]), [3, 4, 5]],
  [
    'a shape that is not packed',
    message([data, floats(60)], [shape, message([1, 1], [1, 3], [1, 4], [1, 5])]),
    [3, 4, 5],
  ],
  [
    'old fields override a shape',
    message([num, 1], [channels, 1], [height, 2], [width, 3], [data, floats(6)], [shape, axes(6)]),
    [1, 2, 3],
  ],
  ['doubles', message([shape, axes(1, 3, 4, 5)], [doubles, new Uint8Array(8 * 60)]), [3, 4, 5]],
  [
    'doubles override floats',
    message([data, floats(7)], [shape, axes(1, 1, 1, 2)], [doubles, new Uint8Array(16)]),
    [1, 1, 2],
  ],
  ['gradients', message([shape, axes(1, 1, 1, 2)], [data, floats(2)], [diff, floats(2)]), [1, 1, 2]],
  [
    'three axes: the first is not used, the width is 1',
    message([shape, axes(3, 4, 5)], [data, floats(60)]),
    [4, 5, 1],
  ],
  ['one axis', message([shape, axes(3)], [data, floats(3)]), [1, 1, 1]],
  ['large axes', message([shape, axes(1, 3, 256, 256)], [data, floats(196608)]), [3, 256, 256]],
  [
    'numbers one by one',
    bytes(message([num, 1], [channels, 3], [height, 1], [width, 1]), one(0.5), one(1), one(2)),
    [3, 1, 1],
  ],
];

for (const [shows, blob, expected] of means) {
  test(`mean: ${shows}`, async () => {
    const { facts } = await read(blob);
    assert.deepEqual(facts, { kind: 'datum', file: 'mean', shape: expected });
  });
}

const notProtobuf = 'is not a protobuf message';
const noShape = 'has no shape, so it is not a mean file (a binary BlobProto)';
const short = 'is damaged or truncated';

const unreadable: readonly [shows: string, blob: Uint8Array, why: string][] = [
  ['nothing', bytes(), noShape],
  ['text', bytes('num: 1 channels: 3'), notProtobuf],
  ['PNG', png(30, 40), notProtobuf],
  ['only data', message([data, floats(60)]), noShape],
  ['data longer than the file', message([num, 1], [channels, 3], [data, floats(60)]).subarray(0, 100), short],
  ['data longer than any file', bytes([(data << 3) | 2], [0xff, 0xff, 0xff, 0xff, 0x0f]), short],
  ['a number that ends early', bytes([channels << 3, 0x80]), notProtobuf],
  ['a number that never ends', bytes([channels << 3], new Uint8Array(40).fill(0xff)), notProtobuf],
  ['a field 0', bytes([0, 1]), notProtobuf],
  ['groups', bytes([(9 << 3) | 3, (9 << 3) | 4]), notProtobuf],
  [
    'too few values',
    message([shape, axes(1, 3, 4, 5)], [data, floats(59)]),
    'has the shape 1×3×4×5 (60 values), but contains 59 values',
  ],
  [
    'no values',
    message([shape, axes(1, 3, 4, 5)]),
    'has the shape 1×3×4×5 (60 values), but contains 0 values',
  ],
  ['a missing axis', message([channels, 3], [data, floats(60)]), 'has the shape 0×3×0×0, which is empty'],
  [
    'a negative axis',
    message([shape, axes(1, -3, 4, 5)], [data, floats(60)]),
    'has the shape 1×-3×4×5, which is empty',
  ],
  [
    'five axes',
    message([shape, axes(1, 1, 1, 1, 1)], [data, floats(1)]),
    'has 5 axes; a mean has at most 4: number, channels, height, width',
  ],
  ['a thousand axes', message([shape, axes(...new Array(1000).fill(1))]), short],
  ['a shape of a different wire type', bytes([(shape << 3) | 2, 5, (1 << 3) | 5], le(3, 4)), notProtobuf],
];

for (const [shows, blob, why] of unreadable) {
  test(`no mean: ${shows}`, async () => {
    const { facts } = await read(blob);
    assert.deepEqual(facts, { kind: 'unreadable', file: 'mean', why: `\`mean\` ${why}.` });
  });
}

test('the values of a mean are not read', async () => {
  const { bytesRead } = await read(message([data, floats(196608)], [shape, axes(1, 3, 256, 256)]));
  assert.ok(bytesRead <= 2 * 4096, `${bytesRead}`);
});

test('a mean of a gigabyte is as cheap', async () => {
  const count = 2 ** 28 - 8;
  const head = bytes(message([shape, axes(1, 1, 1, count)]), [(data << 3) | 2]);
  const beginning = bytes(head, [0xe0, 0xff, 0xff, 0xff, 0x03]);
  const { facts, bytesRead } = await read({ beginning, size: beginning.length + 4 * count });
  assert.deepEqual(facts, { kind: 'datum', file: 'mean', shape: [1, 1, count] });
  assert.equal(bytesRead, 4096);
});

test('endless fields are rejected', async () => {
  const { facts, bytesRead } = await read(new Uint8Array(4_000_000).fill(channels << 3));
  assert.match(facts.kind === 'unreadable' ? facts.why : '', /is damaged or too complex/);
  assert.ok(bytesRead <= 2 ** 20, `${bytesRead}`);
});

/** A float as a separate field. */
function one(value: number): Uint8Array {
  return bytes([(data << 3) | 5], new Uint8Array(new Float32Array([value]).buffer));
}

async function read(mean: Uint8Array | LongFile) {
  const files = new MemoryFiles({ mean });
  const facts = await readSource({ kind: 'mean', path: 'mean' }, files, (name) => name);
  return { facts, bytesRead: files.bytesRead };
}
