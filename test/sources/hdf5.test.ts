import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Dataset, File } from 'h5wasm/node';
import { readSource } from '../../server/src/sources/source.ts';
import { type LongFile, MemoryFiles } from '../support/fileReader.ts';
import { bytes, hdf5, type Libver, le, png } from './make.ts';

const libvers: readonly Libver[] = ['old', 'v108', 'v110', 'latest'];

/** The content of a file, and the shapes in it. */
const files: readonly [
  shows: string,
  fill: (file: File) => void,
  shapes: Record<string, number[] | undefined>,
][] = [
  ['nothing', () => {}, {}],
  [
    'images and labels',
    (file) => {
      add(file, 'data', [10, 3, 8, 8]);
      file.create_dataset({ name: 'label', shape: [10, 1], data: new Int32Array(10) });
    },
    { data: [10, 3, 8, 8], label: [10, 1] },
  ],
  [
    'numbers of several types',
    (file) => {
      file.create_dataset({ name: 'float', shape: [2], data: new Float32Array(2) });
      file.create_dataset({ name: 'double', shape: [2, 1], data: new Float64Array(2) });
      file.create_dataset({ name: 'byte', shape: [1, 2], data: new Uint8Array(2) });
    },
    { float: [2], double: [2, 1], byte: [1, 2] },
  ],
  [
    'compressed chunks that may grow',
    (file) => {
      file.create_dataset({
        name: 'data',
        shape: [100, 32],
        data: new Float32Array(3200),
        chunks: [10, 32],
        maxshape: [null, 32],
        compression: 'gzip',
      });
    },
    { data: [100, 32] },
  ],
  [
    'a single number, and an empty axis',
    (file) => {
      file.create_dataset({ name: 'mean', data: 3 });
      file.create_dataset({ name: 'none', shape: [0, 4], data: new Float32Array(0) });
    },
    { mean: [], none: [0, 4] },
  ],
  [
    'groups, which Caffe does not read',
    (file) => {
      add(file, 'data', [2, 3]);
      file.create_group('group').create_dataset({ name: 'inner', data: new Float32Array(4) });
    },
    { data: [2, 3], group: undefined },
  ],
  [
    'links',
    (file) => {
      add(file, 'data', [2, 3]);
      file.create_soft_link('/data', 'absolute');
      file.create_soft_link('data', 'relative');
      file.create_soft_link('/gone', 'dangling');
      file.create_hard_link('data', 'same');
      file.create_external_link('other.h5', '/data', 'outside');
    },
    {
      data: [2, 3],
      absolute: [2, 3],
      relative: [2, 3],
      dangling: undefined,
      same: [2, 3],
      outside: undefined,
    },
  ],
  [
    'more attributes than fit in the header',
    (file) => {
      const data = add(file, 'data', [2, 3]);
      for (let index = 0; index < 30; index++) {
        data.create_attribute(`attribute ${index}`, 'x'.repeat(300));
        file.create_attribute(`attribute ${index}`, 'x'.repeat(300));
      }
      add(file, 'label', [2]);
    },
    { data: [2, 3], label: [2] },
  ],
  ['names in other scripts', (file) => add(file, 'étiquette 标签', [2, 3]), { 'étiquette 标签': [2, 3] }],
  ['long names', (file) => add(file, 'x'.repeat(300), [2, 3]), { ['x'.repeat(300)]: [2, 3] }],
  ['nine names, one more than fit a new header', (file) => addMany(file, 9), manyShapes(9)],
  ['forty names', (file) => addMany(file, 40), manyShapes(40)],
  ['two hundred names', (file) => addMany(file, 200), manyShapes(200)],
];

for (const libver of libvers) {
  for (const [shows, fill, shapes] of files) {
    test(`HDF5, ${libver}: ${shows}`, async () => {
      const { facts } = await read(await hdf5(fill, libver));
      assert.deepEqual(facts, { kind: 'datasets', file: 'made.h5', shapes: new Map(Object.entries(shapes)) });
    });
  }
}

const small = await hdf5((file) => {
  add(file, 'data', [10, 3, 8, 8]);
  add(file, 'label', [10]);
}, 'old');

const shapesOfSmall = new Map([
  ['data', [10, 3, 8, 8]],
  ['label', [10]],
]);

test('the headers of a small file fit in one page', async () => {
  const { bytesRead } = await read(small);
  assert.equal(bytesRead, 4096);
});

for (const libver of libvers) {
  test(`HDF5, ${libver}: headers after megabytes of data are found without reading the data`, async () => {
    const names = Array.from({ length: 12 }, (_, index) => `data${index}`);
    const made = await hdf5((file) => names.forEach((name) => add(file, name, [1000, 256])), libver);
    assert.ok(made.length > 12_000_000);
    const { facts, bytesRead } = await read(made);
    assert.deepEqual(
      facts.kind === 'datasets' && facts.shapes,
      new Map(names.map((name) => [name, [1000, 256]])),
    );
    assert.ok(bytesRead <= 8 * 4096, `${bytesRead}`);
  });
}

test('a file of a terabyte is as cheap', async () => {
  const { facts, bytesRead } = await read({ beginning: small, size: 2 ** 40 });
  assert.deepEqual(facts.kind === 'datasets' && facts.shapes, shapesOfSmall);
  assert.equal(bytesRead, 4096);
});

for (const start of [512, 1024, 8192]) {
  test(`a user block of ${start} bytes comes first, as in MATLAB files`, async () => {
    const { facts } = await read(bytes('MATLAB 7.3 MAT-file', new Uint8Array(start - 19), small));
    assert.deepEqual(facts.kind === 'datasets' && facts.shapes, shapesOfSmall);
  });
}

const latest = await hdf5((file) => add(file, 'data', [2, 3]), 'latest');

/** Addresses in a file in the old format: the root's header in the superblock, then its tree. */
const rootHeader = 64;
const tree = indexOf(small, 'TREE');
const table = indexOf(small, 'SNOD');
const heap = indexOf(small, 'HEAP');

const short = 'is damaged or truncated';
const tooMuch = 'is damaged or too complex: its shapes are not in the first 1 MB that is read';

const unreadable: readonly [shows: string, file: Uint8Array, why: string][] = [
  ['nothing', bytes(), 'is not an HDF5 file'],
  ['text', bytes('data 1 2 3\n'), 'is not an HDF5 file'],
  ['a PNG', png(30, 40), 'is not an HDF5 file'],
  ['noise', noise(100_000), 'is not an HDF5 file'],
  ['only the signature', small.subarray(0, 8), short],
  [
    'half a file',
    small.subarray(0, small.length / 2),
    `is truncated: it has ${small.length / 2} of ${small.length} bytes`,
  ],
  [
    'half a file in the current format',
    latest.subarray(0, 100),
    `is truncated: it has 100 of ${latest.length} bytes`,
  ],
  [
    'a future superblock',
    patched(small, 8, [4]),
    "uses version 4 of HDF5's superblock, which is not supported",
  ],
  [
    'short addresses',
    patched(small, 13, [4, 4]),
    'uses HDF5 addresses of 4 bytes and lengths of 4; only 8 bytes are supported',
  ],
  ['a root after the end', patched(small, rootHeader, le(10 ** 9, 8)), short],
  ['no root', patched(small, rootHeader, new Array(8).fill(255)), short],
  ['a root that is data', patched(small, rootHeader, le(3000, 8)), short],
  ['a tree of a different kind', patched(small, tree + 4, [1]), short],
  ['a tree that points to itself', patched(small, tree + 32, le(tree, 8)), short],
  ['a deep tree that points to itself', patched(small, tree + 5, [9, 1, 0], tree + 32, le(tree, 8)), short],
  ['an invalid table', patched(small, table, [0]), short],
  ['a table that is longer than the file', patched(small, table + 6, [255, 255]), short],
  ['an invalid heap', patched(small, heap, [0]), short],
  ['a heap that is longer than the file', patched(small, heap + 8, le(10 ** 12, 8)), short],
  ['a name after the end of its heap', patched(small, table + 8, le(10 ** 9, 8)), short],
  ['a dataset after the end', patched(small, table + 16, le(10 ** 9, 8)), short],
  [
    'future object headers',
    patched(latest, indexOf(latest, 'OHDR') + 4, [3]),
    "uses version 3 of HDF5's object headers, which is not supported",
  ],
];

for (const [shows, file, why] of unreadable) {
  test(`no HDF5: ${shows}`, async () => {
    const { facts } = await read(file);
    assert.deepEqual(facts, { kind: 'unreadable', file: 'made.h5', why: `\`made.h5\` ${why}.` });
  });
}

test('object headers that continue in themselves are rejected', async () => {
  const header = Number(new DataView(small.buffer, small.byteOffset).getBigUint64(rootHeader, true));
  const message = bytes(le(0x10, 2), le(16, 2), le(0, 4), le(header + 16, 8), le(24, 8));
  const { facts } = await read(patched(small, header + 16, [...message]));
  assert.equal(facts.kind === 'unreadable' && facts.why, `\`made.h5\` ${tooMuch}.`);
});

test('a tree with 65535 children that are one table is rejected', async () => {
  const child = bytes(new Uint8Array(8), le(table, 8));
  const children = bytes(...new Array(4000).fill(child));
  const wide = bytes(small, small.subarray(tree, tree + 6), le(65535, 2), new Uint8Array(16), children);
  // The superblock has a copy of the address of the tree.
  const pointer = indexOf(small, String.fromCharCode(...le(tree, 8)), 96);
  const { facts, bytesRead } = await read(patched(wide, pointer, [...le(small.length, 8)]));
  assert.equal(facts.kind, 'unreadable');
  assert.ok(bytesRead <= 2 ** 20, `${bytesRead}`);
});

async function read(file: Uint8Array | LongFile) {
  const files = new MemoryFiles({ list: 'made.h5', 'made.h5': file });
  const facts = await readSource({ kind: 'hdf5List', path: 'list' }, files, (name) => name);
  return { facts, bytesRead: files.bytesRead - 'made.h5'.length };
}

function add(file: File, name: string, shape: number[]): Dataset {
  return file.create_dataset({ name, shape, data: new Float32Array(shape.reduce((a, b) => a * b, 1)) });
}

function addMany(file: File, count: number): void {
  for (let index = 1; index <= count; index++) add(file, `data${index}`, [2, index]);
}

function manyShapes(count: number): Record<string, number[]> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`data${index + 1}`, [2, index + 1]]),
  );
}

function indexOf(file: Uint8Array, text: string, from = 0): number {
  const index = String.fromCharCode(...file).indexOf(text, from);
  assert.ok(index >= 0);
  return index;
}

/** A copy of a file with bytes replaced at given offsets. */
function patched(file: Uint8Array, ...patches: (number | Uint8Array | number[])[]): Uint8Array {
  const copy = file.slice();
  for (let index = 0; index < patches.length; index += 2) {
    copy.set(patches[index + 1] as number[], patches[index] as number);
  }
  return copy;
}

/** Deterministic pseudorandom bytes. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}
