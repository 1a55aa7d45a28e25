import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { DataSource } from '../../server/src/layers/dataSource.ts';
import { readSource } from '../../server/src/sources/source.ts';
import { MemoryFiles } from '../support/fileReader.ts';
import { bmp, exif, hdf5, jpeg, lmdb, message, png } from './make.ts';

/** A damaged file gives a result in bounded time from at most 1 MB of it, with valid lengths in its shapes. */

const imageList: DataSource = { kind: 'imageList', path: 'list', rootFolder: '' };
const hdf5List: DataSource = { kind: 'hdf5List', path: 'list' };
const mean: DataSource = { kind: 'mean', path: 'file' };
const database: DataSource = { kind: 'lmdb', path: 'train' };

const blob = message([7, message([1, [1, 3, 4, 5]])], [5, new Uint8Array(240)]);
const datum = message([1, 3], [2, 4], [3, 5], [4, new Uint8Array(60)], [5, 1]);
const encoded = message([4, jpeg(30, 40)], [7, 1]);

function fill(count: number) {
  return (file: Parameters<Parameters<typeof hdf5>[0]>[0]) => {
    for (let index = 0; index < count; index++) {
      file.create_dataset({ name: `data${index}`, shape: [2, 3], data: new Float32Array(6) });
    }
  };
}

const sound: readonly [shows: string, request: DataSource, file: Uint8Array][] = [
  ['PNG', imageList, png(30, 40)],
  ['JPEG', imageList, jpeg(30, 40, 3, [exif(1)])],
  ['BMP', imageList, bmp(30, 40)],
  ['mean', mean, blob],
  ['LMDB', database, lmdb(datum, { pageSize: 512, branches: 1 })],
  ['LMDB of images', database, lmdb(encoded, { pageSize: 512, long: true })],
  ['HDF5 in the old format', hdf5List, await hdf5(fill(20), 'old')],
  ['HDF5', hdf5List, await hdf5(fill(5), 'latest')],
  ['HDF5 with many names', hdf5List, await hdf5(fill(20), 'latest')],
];

const damages = fc.array(fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), byte()), {
  minLength: 1,
  maxLength: 8,
});

/** Bytes that are common in lengths and flags are more frequent. */
function byte() {
  return fc.oneof(fc.constantFrom(0, 1, 2, 127, 128, 255), fc.integer({ min: 0, max: 255 }));
}

for (const [shows, source, file] of sound) {
  test(`${shows}: the whole file is read`, async () => {
    assert.notEqual((await read(source, file)).kind, 'unreadable');
  });

  test(`${shows}: truncated anywhere, it gives a result`, async () => {
    for (let end = 0; end < file.length; end += Math.max(1, Math.floor(file.length / 150))) {
      await check(source, file.subarray(0, end));
    }
  });

  test(`${shows}: damaged anywhere, it gives a result`, async () => {
    const property = fc.asyncProperty(damages, async (places) => {
      const broken = file.slice();
      for (const [place, value] of places) broken[Math.floor(place * broken.length)] = value;
      await check(source, broken);
    });
    await fc.assert(property, { numRuns: 150, seed: 7 });
  });

  test(`${shows}: with noise after a valid beginning, it gives a result`, async () => {
    const property = fc.asyncProperty(
      fc.nat(file.length),
      fc.uint8Array({ minLength: 1, maxLength: 300 }),
      async (start, noise) => {
        const broken = file.slice();
        broken.set(noise.subarray(0, broken.length - start), start);
        await check(source, broken);
      },
    );
    await fc.assert(property, { numRuns: 100, seed: 7 });
  });
}

test('any noise gives a result', async () => {
  const property = fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (noise) => {
    for (const request of [imageList, hdf5List, mean, database]) await check(request, noise);
  });
  await fc.assert(property, { numRuns: 100, seed: 7 });
});

async function check(source: DataSource, file: Uint8Array): Promise<void> {
  const facts = await read(source, file);
  if (facts.kind === 'unreadable') {
    assert.match(facts.why, /^`[^`]+` (is|has|contains|uses|starts) .*\.$/su);
  }
  if (facts.kind === 'datum') assertLengths(facts.shape);
  if (facts.kind === 'image') assertLengths([facts.height, facts.width]);
  if (facts.kind === 'datasets') facts.shapes.forEach((shape) => assertLengths(shape ?? []));
}

function assertLengths(shape: readonly number[]): void {
  assert.ok(
    shape.every((length) => Number.isInteger(length) && length >= 0),
    `${shape}`,
  );
}

async function read(source: DataSource, file: Uint8Array) {
  const files = new MemoryFiles({ list: 'file', file, 'train/data.mdb': file });
  const facts = await readSource(source, files, (name) => name);
  assert.ok(files.bytesRead <= 2 ** 20 + 8192, `${files.bytesRead}`);
  return facts;
}
