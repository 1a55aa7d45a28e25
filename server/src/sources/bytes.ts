import type { FileReader } from './reader.ts';

const pageSize = 4096;

/** Bounds of what is read of one file, so that a damaged or hostile file costs little and always comes to an end. */
const mostPages = 256;
const mostReads = 20_000;

/** Says of a file why it tells nothing: the words that follow its name in a sentence. */
export class Unreadable extends Error {}

/** For what no intact file holds: a wrong signature, a place outside the file, a length that cannot be. */
export function damaged(): Unreadable {
  return new Unreadable('is damaged or cut short');
}

/** A range of a file, read page by page where it is asked for; every offset counts from the start of the range. */
export class Bytes {
  private readonly pages: Pages;
  private readonly start: number;
  readonly size: number;

  constructor(pages: Pages, start: number, size: number) {
    this.pages = pages;
    this.start = start;
    this.size = size;
  }

  /** A range within this one, to its end if no size is given. */
  part(start: number, size = this.size - start): Bytes {
    this.check(start, size);
    return new Bytes(this.pages, this.start + start, size);
  }

  async read(start: number, length: number): Promise<Uint8Array> {
    this.check(start, length);
    return this.pages.copy(this.start + start, length);
  }

  /** The same as numbers and texts. */
  async fields(start: number, length: number): Promise<Fields> {
    return new Fields(await this.read(start, length));
  }

  /** The first bytes, all where the range is shorter. */
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
  return new Unreadable(
    'is damaged, or holds too much to look through: its shapes are not in the first 1 MB read of it',
  );
}

/** Eight bytes of ones as a number: how HDF5 and LMDB write an address that is not set. */
export const nowhere = 2 ** 64;

/** Little-endian numbers and texts in a row. Reading behind the end says that the file is damaged. */
export class Fields {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** An unsigned integer of up to 8 bytes; above 2⁵³ it is rounded. */
  int(size: number): number {
    return this.take(size).reduceRight((value, byte) => value * 256 + byte, 0);
  }

  /** A text of so many bytes. */
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
