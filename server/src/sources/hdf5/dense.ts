import { type Bytes, damaged, type Fields, Unreadable } from '../bytes.ts';

/**
 * The link messages of a group with many links: a version 2 B-tree of names, with records that point into a fractal
 * heap (III.A.2 and III.G). Two levels of the tree are read, which contain some hundreds of names.
 */
export async function* denseLinks(file: Bytes, heapAddress: number, tree: number): AsyncGenerator<Fields> {
  const heap = await openHeap(file, heapAddress);
  for await (const id of heapIds(file, tree)) yield objectOf(file, heap, id);
}

/** Bytes before the records of a node, and the same plus the checksum after them. */
const nodeHead = 6;
const nodeOverhead = 10;

/** A record is a hash of the name, and the location in the heap. */
const hashSize = 4;
const idSize = 7;
const recordSize = hashSize + idSize;

async function* heapIds(file: Bytes, tree: number): AsyncGenerator<Fields> {
  const head = await file.fields(tree, 26);
  if (head.text(4) !== 'BTHD' || head.int(1) !== 0 || head.int(1) !== 5) throw damaged();
  const nodeSize = head.int(4);
  if (head.int(2) !== recordSize) throw damaged();
  const depth = head.int(2);
  if (depth > 1) throw tooMany();
  const root = head.skip(2).int(8);
  const count = head.int(2);
  yield* records(file, root, count);
  if (depth === 0) return;
  const countWidth = nodeSize - nodeOverhead >= 256 * recordSize ? 2 : 1;
  const children = await file.fields(root + nodeHead + count * recordSize, (count + 1) * (8 + countWidth));
  for (let child = 0; child <= count; child++) {
    yield* records(file, children.int(8), children.int(countWidth));
  }
}

async function* records(file: Bytes, node: number, count: number): AsyncGenerator<Fields> {
  for (let record = 0; record < count; record++) {
    yield file.fields(node + nodeHead + record * recordSize + hashSize, idSize);
  }
}

interface Heap {
  /** The address of the only block, or of the table of blocks. */
  readonly root: number;
  /**
   * Rows of the table; 0 if there is one block. The first two rows have blocks of equal size, then the size doubles.
   */
  readonly rows: number;
  readonly width: number;
  readonly blockSize: number;
  readonly largestBlock: number;
  readonly offsetSize: number;
}

async function openHeap(file: Bytes, address: number): Promise<Heap> {
  const head = await file.fields(address, 142);
  if (head.text(4) !== 'FRHP' || head.int(1) !== 0) throw damaged();
  if (head.skip(2).int(2) !== 0) throw new Unreadable('has compressed names, which are not supported');
  const width = head.skip(101).int(2);
  const blockSize = head.int(8);
  const largestBlock = head.int(8);
  const offsetSize = Math.ceil(head.int(2) / 8);
  return { width, blockSize, largestBlock, offsetSize, root: head.skip(2).int(8), rows: head.int(2) };
}

async function objectOf(file: Bytes, heap: Heap, id: Fields): Promise<Fields> {
  const managed = (id.int(1) & 0x30) === 0;
  if (!managed) throw damaged();
  const offset = id.int(heap.offsetSize);
  const length = id.int(idSize - 1 - heap.offsetSize);
  return file.fields(await addressOf(file, heap, offset), length);
}

/** The file address of an offset in the heap. */
async function addressOf(file: Bytes, heap: Heap, offset: number): Promise<number> {
  if (heap.rows === 0) return heap.root + offset;
  const rowSize = heap.width * heap.blockSize;
  const row = offset < rowSize ? 0 : 1 + Math.floor(Math.log2(offset / rowSize));
  const doublings = Math.max(row - 1, 0);
  const size = heap.blockSize * 2 ** doublings;
  if (row >= heap.rows || size > heap.largestBlock) throw tooMany();
  const inRow = row === 0 ? offset : offset - rowSize * 2 ** doublings;
  const entry = row * heap.width + Math.floor(inRow / size);
  const block = await file.fields(heap.root + tableHead + heap.offsetSize + 8 * entry, 8);
  return block.int(8) + (inRow % size);
}

/** Bytes of a table of blocks before its own offset. */
const tableHead = 13;

function tooMany(): Unreadable {
  return new Unreadable('has too many names to read');
}
