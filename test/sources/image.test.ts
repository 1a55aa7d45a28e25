import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource } from '../../server/src/sources/source.ts';
import { type LongFile, MemoryFiles } from '../support/fileReader.ts';
import { bmp, bytes, exif, jpeg, jpegSegment, png } from './make.ts';

const tiff = bytes(
  ['II', 42, 0, 8, 0, 0, 0, 2, 0],
  [0, 1, 3, 0, 1, 0, 0, 0, 40, 0, 0, 0],
  [1, 1, 3, 0, 1, 0, 0, 0, 30, 0, 0, 0],
  [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
);

/** Headers of images with height 30 and width 40, and their channels. */
const images: readonly [shows: string, image: Uint8Array, channels: number | undefined][] = [
  ['PNG in RGB', png(30, 40, 2), 3],
  ['PNG in gray', png(30, 40, 0), 1],
  ['PNG with a palette', png(30, 40, 3), undefined],
  ['PNG in gray with alpha', png(30, 40, 4), 4],
  ['PNG in RGB with alpha', png(30, 40, 6), 4],
  ['JPEG in color', jpeg(30, 40, 3), 3],
  ['JPEG in gray', jpeg(30, 40, 1), 1],
  ['JPEG in CMYK', jpeg(30, 40, 4), 3],
  ['JPEG with a table', jpeg(30, 40, 3, [jpegSegment(0xdb, new Uint8Array(65))]), 3],
  ['JPEG with fill bytes', bytes([0xff, 0xd8, 0xff, 0xff], jpeg(30, 40).subarray(2)), 3],
  ['JPEG whose thumbnail is a JPEG', jpeg(30, 40, 3, [jpegSegment(0xe1, jpeg(3, 4, 1))]), 3],
  ['JPEG that is not rotated', jpeg(30, 40, 3, [exif(3)]), 3],
  ['BMP', bmp(30, 40), undefined],
  ['BMP from top to bottom', bmp(2 ** 32 - 30, 40), undefined],
  ['PGM', bytes('P5\n# made by hand\n40 30\n255\n'), undefined],
  ['TIFF', tiff, undefined],
];

for (const [shows, image, channels] of images) {
  test(`image: ${shows}`, async () => {
    const { facts } = await read(image);
    assert.deepEqual(facts, { kind: 'image', file: 'a', height: 30, width: 40, channels });
  });
}

const noImage = 'is not in an image format that Caffe reads, or has no size in its first 4096 bytes';
const turned = 'is rotated by its EXIF orientation, which only some versions of OpenCV apply';

const unreadable: readonly [shows: string, image: Uint8Array, why: string][] = [
  ['nothing', bytes(), noImage],
  ['text', bytes('an image'), noImage],
  ['GIF', bytes('GIF89a', [40, 0, 30, 0]), noImage],
  ['half a PNG header', png(30, 40).subarray(0, 20), noImage],
  ['PNG without pixels', png(0, 40), 'is damaged or truncated'],
  ['PNG with sides beyond the limit of OpenCV', png(2 ** 20 + 1, 4), 'is damaged or truncated'],
  ['PNG with pixels beyond the limit of OpenCV', png(2 ** 16, 2 ** 16), 'is damaged or truncated'],
  ['PGM without a size', bytes('P5\nforty thirty\n'), 'is damaged or truncated'],
  ['JPEG that ends early', jpeg(30, 40).subarray(0, 8), 'is damaged or truncated'],
  [
    'JPEG whose segment is longer than the file',
    jpeg(30, 40, 3, [bytes([0xff, 0xe1, 0xff, 0xff])]),
    'is damaged or truncated',
  ],
  [
    'JPEG without a frame',
    bytes([0xff, 0xd8], jpegSegment(0xda, new Uint8Array(10))),
    'is damaged or truncated',
  ],
  ['JPEG of fill bytes', new Uint8Array(3000).fill(0xff).fill(0xd8, 1, 2), 'is damaged or truncated'],
  ['rotated JPEG', jpeg(30, 40, 3, [exif(6)]), turned],
];

for (const [shows, image, why] of unreadable) {
  test(`no image: ${shows}`, async () => {
    const { facts } = await read(image);
    assert.deepEqual(facts, { kind: 'unreadable', file: 'a', why: `\`a\` ${why}.` });
  });
}

test('a square JPEG may be rotated', async () => {
  const { facts } = await read(jpeg(40, 40, 3, [exif(6)]));
  assert.equal(facts.kind, 'image');
});

test('only the first page of a large PNG is read', async () => {
  const { bytesRead } = await read({ beginning: png(30, 40), size: 2 ** 30 });
  assert.equal(bytesRead, 4096);
});

test('little is read of a JPEG after 600 KB of metadata', async () => {
  const metadata = Array.from({ length: 10 }, () => jpegSegment(0xe2, new Uint8Array(60_000)));
  const { facts, bytesRead } = await read(jpeg(30, 40, 3, metadata));
  assert.equal(facts.kind, 'image');
  assert.ok(bytesRead <= 12 * 4096, `${bytesRead}`);
});

/** The facts of a list whose first image is this file; reads of the list itself are not counted. */
async function read(image: Uint8Array | LongFile) {
  const files = new MemoryFiles({ list: 'a 0', a: image });
  const facts = await readSource({ kind: 'imageList', path: 'list', rootFolder: '' }, files, (name) => name);
  return { facts, bytesRead: files.bytesRead - 'a 0'.length };
}
