import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DataSource } from '../../server/src/layers/dataSource.ts';
import { readSource } from '../../server/src/sources/source.ts';
import { MemoryFiles } from '../support/fileReader.ts';
import { hdf5, png } from './make.ts';

const file = await hdf5((made) =>
  made.create_dataset({ name: 'data', shape: [7, 2], data: new Float32Array(14) }),
);

/** Lists as HDF5Data reads them, and the file that it opens first. */
const hdf5Lists: readonly [shows: string, list: string, first: string][] = [
  ['one name', 'train.h5', 'train.h5'],
  ['the first of several', 'train.h5\nsecond.h5\n', 'train.h5'],
  ['Windows line ends', 'train.h5\r\nsecond.h5\r\n', 'train.h5'],
  ['blank lines and indentation', '\n\r\n  \ttrain.h5\n', 'train.h5'],
  ['several names on a line', 'train.h5 second.h5', 'train.h5'],
  ['names without spaces', 'my train.h5\n', 'my'],
  ['no comments', '# files\ntrain.h5\n', '#'],
  ['names as written', '../data/./train.h5\n', '../data/./train.h5'],
  ['only ASCII white space', 'a\u00a0b.h5\n', 'a\u00a0b.h5'],
];

for (const [shows, list, first] of hdf5Lists) {
  test(`HDF5 list: ${shows}`, async () => {
    const facts = await read({ kind: 'hdf5List', path: 'list' }, { list, [first]: file });
    assert.deepEqual(facts, { kind: 'datasets', file: first, shapes: new Map([['data', [7, 2]]]) });
  });
}

/** Lists as ImageData reads them, the root folder, and the file that it opens first. */
const imageLists: readonly [shows: string, list: string, root: string, first: string][] = [
  ['a name and a label', 'a.png 3\nb.png 4\n', '', 'a.png'],
  ['one line without an end', 'a.png 3', '', 'a.png'],
  ['Windows line ends', 'a.png 3\r\nb.png 4\r\n', '', 'a.png'],
  ['names with spaces, split at the last', 'my first image.png 3\n', '', 'my first image.png'],
  ['a surplus space belongs to the name', 'a.png  3\n', '', 'a.png '],
  ['a tab is no separator', 'a.png\t3\n', '', 'a.png\t3'],
  ['no label', 'a.png\nb.png\n', '', 'a.png'],
  ['no comments', '# images\na.png 3\n', '', '#'],
  ['a root folder', 'a.png 3\n', '/data/', '/data/a.png'],
  ['a root folder without its slash', 'a.png 3\n', '/data', '/dataa.png'],
];

for (const [shows, list, rootFolder, first] of imageLists) {
  test(`image list: ${shows}`, async () => {
    const facts = await read({ kind: 'imageList', path: 'list', rootFolder }, { list, [first]: png(30, 40) });
    assert.deepEqual(facts, { kind: 'image', file: first, height: 30, width: 40, channels: 3 });
  });
}

const long = 'x'.repeat(5000);

const unreadable: readonly [kind: 'hdf5List' | 'imageList', list: string, why: string][] = [
  ['hdf5List', '', '`list` contains no file name; Caffe requires at least one.'],
  ['hdf5List', ' \n\r\n', '`list` contains no file name; Caffe requires at least one.'],
  ['hdf5List', 'other.h5\n', '`other.h5` does not exist, or is not a file.'],
  ['hdf5List', long, '`list` is not a list of files: its first 4096 bytes contain no complete name.'],
  [
    'hdf5List',
    `${' '.repeat(5000)}a.h5`,
    '`list` is not a list of files: its first 4096 bytes contain no complete name.',
  ],
  [
    'hdf5List',
    '\uFEFFa.h5',
    '`list` starts with a byte order mark, which Caffe reads as part of the first name.',
  ],
  ['hdf5List', '\u0089HDF\r\n\u001a\n\0', '`list` is not a text file; Caffe expects a list of files.'],
  ['imageList', 'a.png\0 0\n', '`list` is not a text file; Caffe expects a list of files.'],
  ['imageList', '', '`list` is empty; Caffe requires at least one line `image label`.'],
  ['imageList', '\na.png 0\n', '`list` has no image name on its first line; Caffe does not skip the line.'],
  ['imageList', ' 0\n', '`list` has no image name on its first line; Caffe does not skip the line.'],
  ['imageList', 'other.png 0\n', '`/root/other.png` does not exist, or is not a file.'],
  ['imageList', long, '`list` is not a list of files: its first 4096 bytes contain no complete name.'],
];

for (const [kind, list, why] of unreadable) {
  test(`${kind} of ${JSON.stringify(list.slice(0, 12))}: ${why.slice(0, 60)}`, async () => {
    const facts = await read({ kind, path: 'list', rootFolder: '/root/' }, { list });
    assert.equal(facts.kind === 'unreadable' && facts.why, why);
  });
}

test('4 KB of an endless list are read', async () => {
  const beginning = new TextEncoder().encode('a.png 0\n'.repeat(1000));
  const files = new MemoryFiles({ list: { beginning, size: 2 ** 30 } });
  const request = { kind: 'imageList', path: 'list', rootFolder: '' } as const;
  const facts = await readSource(request, files, (name) => name);
  assert.equal(facts.file, 'a.png');
  assert.equal(files.bytesRead, 4096);
});

function read(source: DataSource, files: Record<string, string | Uint8Array>) {
  return readSource(source, new MemoryFiles(files), (name) => name);
}
