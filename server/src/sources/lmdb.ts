import { type Bytes, damaged, nowhere, Unreadable } from './bytes.ts';

/**
 * LMDB's data file as 64-bit little-endian machines write it (mdb.c, data version 1): pages of equal size; the first
 * two are copies of the meta page, the others are nodes of B+ trees or long values.
 */
const pageHeader = 16;
const nodeHeader = 8;
const magic = 0xbeefc0de;
const smallestPage = 256;

/** The maximum depth of a tree (CURSOR_STACK). */
const mostLevels = 32;

/** Page flags. */
const branch = 1;
const leaf = 2;

/** Flags of leaf nodes. */
const longValue = 1;
const otherTree = 2 + 4;

/** The records of a database that Caffe reads. */
export interface Records {
  /** The value of the smallest key, where Caffe starts to read. */
  readonly first: Bytes;
  readonly count: number;
}

/** Reads the number of records and the first one. Only the pages on the path to it are read. */
export async function readRecords(file: Bytes): Promise<Records> {
  const meta = await newestMeta(file);
  return { first: await firstValue(file, meta), count: meta.count };
}

async function firstValue(file: Bytes, { pageSize, root }: Meta): Promise<Bytes> {
  if (root === nowhere) throw new Unreadable('contains no records');
  let page = root;
  for (let level = 0; level < mostLevels; level++) {
    const node = await firstNode(file, page * pageSize);
    if (node.page & leaf) return valueIn(file, node, pageSize);
    if (!(node.page & branch)) throw damaged();
    page = node.low + node.flags * 2 ** 32;
  }
  throw damaged();
}

interface Meta {
  readonly pageSize: number;
  /** The root page of the unnamed database, which Caffe reads. */
  readonly root: number;
  /** The number of its records. */
  readonly count: number;
  readonly transaction: number;
}

/** Commits write the two meta pages in turn. */
async function newestMeta(file: Bytes): Promise<Meta> {
  const first = await readMeta(file, 0);
  const second = await readMeta(file, first.pageSize);
  return second.transaction > first.transaction ? second : first;
}

async function readMeta(file: Bytes, page: number): Promise<Meta> {
  const fields = await file.fields(page + pageHeader, 136);
  if (fields.int(4) !== magic) throw new Unreadable('is not an LMDB database of a 64-bit machine');
  const version = fields.int(4);
  if (version !== 1) throw new Unreadable(`has LMDB data version ${version} instead of 1`);
  const pageSize = fields.skip(16).int(4);
  if (pageSize < smallestPage) throw damaged();
  const count = fields.skip(76).int(8);
  return { pageSize, count, root: fields.int(8), transaction: fields.skip(8).int(8) };
}

interface Node {
  readonly start: number;
  /** Flags of the page that contains it. */
  readonly page: number;
  /** The length of the value, or the lower half of the child page's number. */
  readonly low: number;
  readonly flags: number;
  readonly keySize: number;
}

async function firstNode(file: Bytes, page: number): Promise<Node> {
  const head = await file.fields(page + 10, 8);
  const kind = head.int(2);
  const pointersEnd = head.int(2);
  if (pointersEnd <= pageHeader) throw damaged();
  const start = page + head.skip(2).int(2);
  const node = await file.fields(start, nodeHeader);
  return { start, page: kind, low: node.int(4), flags: node.int(2), keySize: node.int(2) };
}

async function valueIn(file: Bytes, node: Node, pageSize: number): Promise<Bytes> {
  if (node.flags & otherTree) throw new Unreadable('contains several databases; Caffe reads only one');
  const value = node.start + nodeHeader + node.keySize;
  if (!(node.flags & longValue)) return file.part(value, node.low);
  const page = (await file.fields(value, 8)).int(8);
  return file.part(page * pageSize + pageHeader, node.low);
}
