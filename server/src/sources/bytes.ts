import type { FileReader } from './reader.ts';

const pageSize = 4096;

/** Bounds of what is read from one file, so that reading a damaged or hostile file is cheap and terminates. */
const mostPages = 256;
const mostReads = 20_000;

/** The reason why a file has no usable data: the words that follow its name in a sentence. */
export class Unreadable extends Error {}

/** For content that no intact file has: a wrong signature, an offset outside the file, an impossible length. */
export function damaged(): Unreadable {
  return new Unreadable('is damaged or truncated');
}

/** A range of a file, read page by page on demand; offsets are relative to the start of the range. */
export class Bytes {
  private readonly pages: Pages;
  private readonly start: number;
  readonly size: number;

  constructor(pages: Pages, start: number, size: number) {
    this.pages = pages;
    this.start = start;
    this.size = size;
  }

  /** A range within this one; to its end by default. */
  part(start: number, size = this.size - start): Bytes {
    this.check(start, size);
    return new Bytes(this.pages, this.start + start, size);
  }

  async read(start: number, length: number): Promise<Uint8Array> {
    this.check(start, length);
    return this.pages.copy(this.start + start, length);
  }

  /** The same, as numbers and texts. */
  async fields(start: number, length: number): Promise<Fields> {
    return new Fields(await this.read(start, length));
  }

  /** The first bytes, or all if the range is shorter. */
  head(length: number): Promise<Uint8Array> {
    return this.read(0, Math.min(length, this.size));
  }

  private check(start: number, length: number): void {
    if (!(start >= 0 && length >= 0 && start + length <= this.size)) throw damaged();
  }
}

/** A whole file of `size` bytes. */
export function wholeFile(reader: FileReader, path: string, size: number): Bytes {
  return new Bytes(new Pages(reader, path), 0, size);
}

class Pages {
  private readonly reader: FileReader;
  private readonly path: string;
  private readonly known = new Map<number, Uint8Array>();
  private reads = 0;

  constructor(reader: FileReader, path: string) {
    this.reader = reader;
    this.path = path;
  }

  async copy(start: number, length: number): Promise<Uint8Array> {
    if (++this.reads > mostReads || length > mostPages * pageSize) throw tooMuch();
    const copy = new Uint8Array(length);
    for (let done = 0; done < length; ) {
      const index = Math.floor((start + done) / pageSize);
      const from = start + done - index * pageSize;
      const piece = (await this.page(index)).subarray(from, from + length - done);
      if (piece.length === 0) throw damaged();
      copy.set(piece, done);
      done += piece.length;
    }
    return copy;
  }

  private async page(index: number): Promise<Uint8Array> {
    const known = this.known.get(index);
    if (known) return known;
    if (this.known.size === mostPages) throw tooMuch();
    const page = await this.reader.read(this.path, index * pageSize, pageSize);
    this.known.set(index, page);
    return page;
  }
}

function tooMuch(): Unreadable {
  return new Unreadable('is damaged or too complex: its shapes are not in the first 1 MB that is read');
}

/** Eight 0xff bytes as a number: an unset address in HDF5 and LMDB. */
export const nowhere = 2 ** 64;

/** Consecutive little-endian numbers and texts. Throws `damaged()` when reading past the end. */
export class Fields {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** An unsigned integer of up to 8 bytes; values above 2⁵³ are rounded. */
  int(size: number): number {
    return this.take(size).reduceRight((value, byte) => value * 256 + byte, 0);
  }

  /** A text of `size` bytes. */
  text(size: number): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.take(size));
  }

  skip(size: number): this {
    this.take(size);
    return this;
  }

  private take(size: number): Uint8Array {
    if (this.at + size > this.bytes.length) throw damaged();
    this.at += size;
    return this.bytes.subarray(this.at - size, this.at);
  }
}
