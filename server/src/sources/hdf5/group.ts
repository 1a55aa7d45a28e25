import { type Bytes, damaged, Fields, nowhere, Unreadable } from '../bytes.ts';
import { denseLinks } from './dense.ts';
import { messagesOf } from './header.ts';

/** The target of a link: the address of an object, a path, or something that is not read (another file). */
export type Target = number | string | undefined;

export type Link = readonly [name: string, target: Target];

/** Types of messages with links. */
const linkInfo = 0x02;
const link = 0x06;
const symbolTable = 0x11;

/** Every link of a group: in a symbol table, in the group's own header, or in a heap if there are many. */
export async function* linksOf(file: Bytes, group: number): AsyncGenerator<Link> {
  for await (const { type, body } of messagesOf(file, group)) {
    if (type === link) yield parseLink(await body.fields(0, body.size));
    if (type === linkInfo) yield* manyLinks(file, body);
    if (type === symbolTable) {
      const fields = await body.fields(0, 16);
      const tree = fields.int(8);
      yield* treeLinks(file, tree, await heapData(file, fields.int(8)));
    }
  }
}

async function* manyLinks(file: Bytes, info: Bytes): AsyncGenerator<Link> {
  const fields = await info.fields(0, info.size);
  const ordered = (fields.skip(1).int(1) & 1) !== 0;
  const heap = fields.skip(ordered ? 8 : 0).int(8);
  if (heap === nowhere) return;
  for await (const message of denseLinks(file, heap, fields.int(8))) yield parseLink(message);
}

/** A link message (IV.A.2.g). */
function parseLink(message: Fields): Link {
  const version = message.int(1);
  if (version !== 1) throw new Unreadable(`uses version ${version} of HDF5's links, which is not supported`);
  const flags = message.int(1);
  const kind = flags & 8 ? message.int(1) : 0;
  message.skip((flags & 4 ? 8 : 0) + (flags & 0x10 ? 1 : 0));
  const name = message.text(message.int(1 << (flags & 3)));
  if (kind === 0) return [name, message.int(8)];
  return [name, kind === 1 ? message.text(message.int(2)) : undefined];
}

/** The entries of a version 1 B-tree of groups (III.A.1). Levels decrease by one, which prevents cycles. */
async function* treeLinks(file: Bytes, node: number, names: Bytes, expected?: number): AsyncGenerator<Link> {
  const head = await file.fields(node, 8);
  if (head.text(4) !== 'TREE' || head.int(1) !== 0) throw damaged();
  const level = head.int(1);
  if (level !== (expected ?? level)) throw damaged();
  const count = head.int(2);
  for (let child = 0; child < count; child++) {
    const address = (await file.fields(node + 32 + 16 * child, 8)).int(8);
    yield* level > 0 ? treeLinks(file, address, names, level - 1) : symbols(file, address, names);
  }
}

/** The entries of a symbol table node (III.B, III.C). */
async function* symbols(file: Bytes, node: number, names: Bytes): AsyncGenerator<Link> {
  const head = await file.fields(node, 8);
  if (head.text(4) !== 'SNOD') throw damaged();
  const count = head.skip(2).int(2);
  for (let entry = 0; entry < count; entry++) {
    const fields = await file.fields(node + 8 + 40 * entry, 40);
    const name = await zeroEnded(names, fields.int(8));
    const address = fields.int(8);
    const soft = fields.int(4) === softLink;
    yield [name, soft ? await zeroEnded(names, fields.skip(4).int(4)) : address];
  }
}

const softLink = 2;

/** The data of a local heap (III.D). */
async function heapData(file: Bytes, heap: number): Promise<Bytes> {
  const fields = await file.fields(heap, 32);
  if (fields.text(4) !== 'HEAP') throw damaged();
  const size = fields.skip(4).int(8);
  return file.part(fields.skip(8).int(8), size);
}

const longestName = 1024;

async function zeroEnded(data: Bytes, start: number): Promise<string> {
  const bytes = await data.part(start).head(longestName);
  const end = bytes.indexOf(0);
  if (end < 0) throw damaged();
  return new Fields(bytes).text(end);
}
