import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource } from '../../server/src/sources/source.ts';
import { type LongFile, MemoryFiles } from '../support/fileReader.ts';
import { bytes, jpeg, le, lmdb, message, png } from './make.ts';

/** Field numbers of Datum. */
const [channels, height, width, data, label, floats, encoded] = [1, 2, 3, 4, 5, 6, 7];

const pixels = new Uint8Array(60);
const datum = message([channels, 3], [height, 4], [width, 5], [data, pixels], [label, 7]);
const digits = message([channels, 1], [height, 28], [width, 28], [data, new Uint8Array(784)]);
const large = message([channels, 3], [height, 100], [width, 200], [data, new Uint8Array(60_000)]);
const features = bytes(
  message([channels, 2], [height, 1], [width, 1]),
  [(floats << 3) | 5, 0, 0, 128, 63],
  [(floats << 3) | 5, 0, 0, 0, 64],
);
const encodedJpeg = message([label, 7], [data, jpeg(30, 40)], [encoded, 1]);

const shape = (...axes: number[]) => ({ kind: 'datum', shape: axes });

const databases: readonly [shows: string, database: Uint8Array, expected: object][] = [
  ['a value in a leaf', lmdb(datum), shape(3, 4, 5)],
  ['a value in separate pages', lmdb(large, { long: true }), shape(3, 100, 200)],
  ['two levels', lmdb(digits, { branches: 1 }), shape(1, 28, 28)],
  ['four levels', lmdb(large, { branches: 3, long: true }), shape(3, 100, 200)],
  ['pages of 16 KB', lmdb(large, { pageSize: 16384, long: true, branches: 1 }), shape(3, 100, 200)],
  ['pages of 512 bytes', lmdb(datum, { pageSize: 512 }), shape(3, 4, 5)],
  ['the first meta page is newer', lmdb(datum, { newest: 0 }), shape(3, 4, 5)],
  ['numbers instead of bytes', lmdb(features), shape(2, 1, 1)],
  ['no pixels', lmdb(message([channels, 2], [height, 1], [width, 1])), shape(2, 1, 1)],
  [
    'an image marked as not encoded',
    lmdb(message([channels, 3], [height, 4], [width, 5], [data, pixels], [encoded, 0])),
    shape(3, 4, 5),
  ],
  ['a JPEG', lmdb(encodedJpeg), { kind: 'image', height: 30, width: 40, channels: 3 }],
  [
    'a rotated JPEG has its stored size',
    lmdb(message([data, jpeg(30, 40, 1)], [encoded, 1])),
    { kind: 'image', height: 30, width: 40, channels: 1 },
  ],
  [
    'a PNG with a different size in its Datum',
    lmdb(message([channels, 1], [height, 9], [width, 9], [data, png(30, 40, 6)], [encoded, 1])),
    { kind: 'image', height: 30, width: 40, channels: 4 },
  ],
  [
    "SSD's AnnotatedDatum",
    lmdb(message([1, encodedJpeg], [2, 0])),
    { kind: 'image', height: 30, width: 40, channels: 3 },
  ],
];

for (const [shows, database, expected] of databases) {
  test(`LMDB: ${shows}`, async () => {
    const { facts } = await read(database);
    assert.deepEqual(facts, { ...expected, records: 2, file: 'train/data.mdb' });
  });
}

/** The offset of the node of the smallest key: at the end of the leaf, with a head and a key of 8 bytes each. */
const firstNode = 3 * 4096 - 16 - datum.length - (datum.length % 2);

const short = 'is damaged or truncated';

const unreadable: readonly [shows: string, database: Uint8Array, why: string][] = [
  ['nothing', bytes(), short],
  ['zeros', new Uint8Array(8192), 'is not an LMDB database of a 64-bit machine'],
  ['a different version', patched(lmdb(datum), 20, le(2, 4)), 'has LMDB data version 2 instead of 1'],
  ['pages of 0 bytes', patched(lmdb(datum), 40, le(0, 4)), short],
  ['one page', lmdb(datum).subarray(0, 4096), short],
  [
    'a damaged second meta page',
    patched(lmdb(datum), 4096 + 16, le(0, 4)),
    'is not an LMDB database of a 64-bit machine',
  ],
  ['no records', patched(lmdb(datum), 4096 + 128, new Uint8Array(8).fill(255)), 'contains no records'],
  ['a root after the end', patched(lmdb(datum), 4096 + 128, le(77, 8)), short],
  ['a root that is a meta page', patched(lmdb(datum), 4096 + 128, le(0, 8)), short],
  ['a branch that points to itself', patched(lmdb(datum, { branches: 1 }), 3 * 4096 - 8, le(2, 4)), short],
  ['a leaf without nodes', patched(lmdb(datum), 2 * 4096 + 12, le(16, 2)), short],
  ['a node after the end of the page and the file', patched(lmdb(datum), 2 * 4096 + 16, le(65535, 2)), short],
  ['a value after the end', lmdb(large, { long: true }).subarray(0, 20_000), short],
  [
    'several databases',
    patched(lmdb(datum), firstNode + 4, le(2, 2)),
    'contains several databases; Caffe reads only one',
  ],
  [
    'a record of a different kind',
    lmdb(bytes('text')),
    'starts with a record that is not a protobuf message',
  ],
  [
    'a record without a size',
    lmdb(message([data, pixels])),
    'starts with a record that has no valid size: 0×0×0',
  ],
  [
    'a record with half a size',
    lmdb(message([channels, 3], [height, 4])),
    'starts with a record that has no valid size: 3×4×0',
  ],
  ['a record that ends early', lmdb(datum.subarray(0, 20)), `starts with a record that ${short}`],
  [
    'an image of no known format',
    lmdb(message([data, bytes('an image')], [encoded, 1])),
    'starts with a record that is not in an image format that Caffe reads, or has no size in its first 4096 bytes',
  ],
];

for (const [shows, database, why] of unreadable) {
  test(`no LMDB: ${shows}`, async () => {
    const { facts } = await read(database);
    assert.deepEqual(facts, {
      kind: 'unreadable',
      file: 'train/data.mdb',
      why: `\`train/data.mdb\` ${why}.`,
    });
  });
}

test('records nested 500 deep terminate', async () => {
  let record = datum;
  for (let depth = 0; depth < 500; depth++) record = message([1, record]);
  const { facts } = await read(lmdb(record));
  assert.deepEqual(facts, { ...shape(3, 4, 5), records: 2, file: 'train/data.mdb' });
});

test('only the pages on the path of a large database are read', async () => {
  const beginning = lmdb(large, { long: true, branches: 2 });
  const { facts, bytesRead } = await read({ beginning, size: 2 ** 40 });
  assert.equal(facts.kind, 'datum');
  // Two meta pages, two branches, the leaf, the beginning of the value.
  assert.equal(bytesRead, 6 * 4096);
});

function patched(file: Uint8Array, at: number, piece: Uint8Array): Uint8Array {
  return bytes(file.subarray(0, at), piece, file.subarray(at + piece.length));
}

async function read(database: Uint8Array | LongFile) {
  const files = new MemoryFiles({ 'train/data.mdb': database });
  const facts = await readSource({ kind: 'lmdb', path: 'train' }, files, (name) => name);
  return { facts, bytesRead: files.bytesRead };
}
