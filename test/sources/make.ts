import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type File, default as h5wasm } from 'h5wasm/node';
import { Writer } from 'protobufjs/minimal.js';

/** Minimal files as other programs write them. Images end after their headers. */

/** A PNG with 8 bits per channel; color types are 0 gray, 2 RGB, 3 palette, 4 gray with alpha, 6 RGB with alpha. */
export function png(height: number, width: number, color = 2): Uint8Array {
  return bytes(
    [0x89, 'PNG\r\n\x1a\n'],
    [be32(13), 'IHDR', be32(width), be32(height), 8, color, 0, 0, 0],
    be32(0),
  );
}

/** A JPEG: the given segments, then a frame header. */
export function jpeg(height: number, width: number, components = 3, segments: Uint8Array[] = []): Uint8Array {
  const frame = [8, be16(height), be16(width), components, new Uint8Array(3 * components)];
  return bytes([0xff, 0xd8], ...segments, jpegSegment(0xc0, bytes(frame)));
}

export function jpegSegment(marker: number, body: Uint8Array): Uint8Array {
  return bytes([0xff, marker, be16(body.length + 2), body]);
}

/** EXIF with only an orientation, 1 to 8, big-endian. */
export function exif(orientation: number): Uint8Array {
  const entry = [be16(0x112), be16(3), be32(1), be16(orientation), be16(0)];
  return jpegSegment(0xe1, bytes(['Exif\0\0', 'MM', be16(42), be32(8), be16(1)], entry, be32(0)));
}

export function bmp(height: number, width: number): Uint8Array {
  return bytes(['BM', le(58, 4), le(0, 4), le(54, 4)], [le(40, 4), le(width, 4), le(height, 4), le(0, 28)]);
}

/** A message from field numbers and values; bytes are used as they are, lists are packed integers. */
export function message(
  ...fields: (readonly [id: number, value: number | Uint8Array | number[]])[]
): Uint8Array {
  const writer = new Writer();
  for (const [id, value] of fields) {
    if (typeof value === 'number') writer.uint32(id << 3).int32(value);
    else writer.uint32((id << 3) | 2).bytes(value instanceof Uint8Array ? value : packed(value));
  }
  return writer.finish();
}

function packed(values: readonly number[]): Uint8Array {
  const writer = new Writer();
  for (const value of values) writer.int32(value);
  return writer.finish();
}

/** An HDF5 file from the HDF5 library, filled by `fill`. */
export async function hdf5(fill: (file: File) => void, libver: Libver = 'latest'): Promise<Uint8Array> {
  await h5wasm.ready;
  const folder = mkdtempSync(join(tmpdir(), 'hdf5-'));
  try {
    const path = join(folder, 'made.h5');
    const file = new h5wasm.File(path, 'w', { libver: libver === 'old' ? ['earliest', 'latest'] : libver });
    fill(file);
    file.close();
    return Uint8Array.from(readFileSync(path));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `old` writes symbol tables, as h5py and MATLAB do by default; the others write links into object headers. */
export type Libver = 'old' | 'v108' | 'v110' | 'latest';

export interface LmdbForm {
  readonly pageSize?: number;
  /** Whether the value is in separate pages, as values longer than about half a page are. */
  readonly long?: boolean;
  /** Levels of branches above the leaf. */
  readonly branches?: number;
  /** The index of the newer meta page; the older one has no records. */
  readonly newest?: 0 | 1;
}

/** An LMDB data file whose smallest key has this value. Pages: two meta pages, the branches from the root, leaf, value. */
export function lmdb(value: Uint8Array, form: LmdbForm = {}): Uint8Array {
  const { pageSize = 4096, long = false, branches = 0, newest = 1 } = form;
  const metas = [0, 1].map((page) => {
    const meta = page === newest ? lmdbMeta(pageSize, le(2, 8), 7) : lmdbMeta(pageSize, nowhere, 6);
    return lmdbPage(pageSize, 8, bytes(meta));
  });
  const inner = Array.from({ length: branches }, (_, level) =>
    lmdbPage(
      pageSize,
      1,
      lmdbNodes(pageSize, [lmdbNode(3 + level, 0, '', bytes()), lmdbNode(99, 0, 'b', bytes())]),
    ),
  );
  const first = long
    ? lmdbNode(value.length, 1, '00000000', le(3 + branches, 8))
    : lmdbNode(value.length, 0, '00000000', value);
  const leaf = lmdbPage(
    pageSize,
    2,
    lmdbNodes(pageSize, [first, lmdbNode(5, 0, '00000001', bytes('other'))]),
  );
  return bytes(...metas, ...inner, leaf, long ? bytes(lmdbHeader(4), le(1, 4), value) : []);
}

const nowhere = new Uint8Array(8).fill(255);

function lmdbMeta(pageSize: number, root: Uint8Array, transaction: number): Piece {
  const free = [le(pageSize, 4), new Uint8Array(36), nowhere];
  const main = [new Uint8Array(32), le(2, 8), root];
  return [le(0xbeefc0de, 4), le(1, 4), new Uint8Array(16), free, main, new Uint8Array(8), le(transaction, 8)];
}

/** Page number (not read), padding, kind. */
function lmdbHeader(kind: number): Uint8Array {
  return bytes(new Uint8Array(10), le(kind, 2));
}

/** `after` is the content after the kind of the page; meta pages omit 4 bytes. */
function lmdbPage(pageSize: number, kind: number, after: Uint8Array): Uint8Array {
  const page = new Uint8Array(pageSize);
  page.set(lmdbHeader(kind));
  page.set(after, kind === 8 ? 16 : 12);
  return page;
}

/** The ends of the free space, pointers to the nodes in key order, and the nodes in reverse order. */
function lmdbNodes(pageSize: number, nodes: readonly Uint8Array[]): Uint8Array {
  const after = new Uint8Array(pageSize - 12);
  let end = pageSize;
  nodes.forEach((node, index) => {
    end -= node.length + (node.length % 2);
    after.set(node, end - 12);
    after.set(le(end, 2), 4 + 2 * index);
  });
  after.set(bytes(le(16 + 2 * nodes.length, 2), le(end, 2)));
  return after;
}

function lmdbNode(low: number, flags: number, key: string, value: Uint8Array): Uint8Array {
  return bytes(le(low, 4), le(flags, 2), le(key.length, 2), key, value);
}

type Piece = number | string | Uint8Array | readonly Piece[];

/** Numbers are single bytes, texts have one byte per character. */
export function bytes(...pieces: Piece[]): Uint8Array {
  return Uint8Array.from(pieces.flatMap(flat));
}

function flat(piece: Piece): number[] {
  if (typeof piece === 'number') return [piece];
  if (typeof piece === 'string') return [...piece].map((letter) => letter.charCodeAt(0));
  return piece instanceof Uint8Array ? [...piece] : piece.flatMap(flat);
}

/** A little-endian number of any size. */
export function le(value: number, size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, index) => Math.floor(value / 256 ** index) % 256);
}

function be16(value: number): Uint8Array {
  return le(value, 2).reverse();
}

function be32(value: number): Uint8Array {
  return le(value, 4).reverse();
}
