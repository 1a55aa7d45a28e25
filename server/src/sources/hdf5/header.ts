import { type Bytes, damaged, Unreadable } from '../bytes.ts';

/** One message of an object header (HDF5 File Format Specification, IV.A). */
export interface Message {
  readonly type: number;
  /** Whether the body only points to a shared message. */
  readonly shared: boolean;
  readonly body: Bytes;
}

const continuation = 0x10;
const sharedFlag = 2;

/** The messages of the object at an address, in both versions of object headers. */
export async function* messagesOf(file: Bytes, address: number): AsyncGenerator<Message> {
  const layout = await readPrefix(file, address);
  const chunks = [layout.chunk];
  for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) {
    for await (const message of messagesIn(chunk, layout)) {
      if (message.type === continuation) chunks.push(await continued(file, message.body, layout));
      else yield message;
    }
  }
}

interface Layout {
  readonly version: 1 | 2;
  /** The first range of messages. */
  readonly chunk: Bytes;
  /** Bytes before the body of each message. */
  readonly messageHead: number;
}

async function readPrefix(file: Bytes, address: number): Promise<Layout> {
  const [version] = await file.read(address, 1);
  if (version === 1) {
    const size = (await file.fields(address + 8, 4)).int(4);
    return { version: 1, chunk: file.part(address + 16, size), messageHead: 8 };
  }
  const head = await file.fields(address, 6);
  if (head.text(4) !== 'OHDR') throw damaged();
  const given = head.int(1);
  if (given !== 2)
    throw new Unreadable(`uses version ${given} of HDF5's object headers, which is not supported`);
  const flags = head.int(1);
  const sizeAt = address + 6 + (flags & 0x20 ? 16 : 0) + (flags & 0x10 ? 4 : 0);
  const sizeWidth = 1 << (flags & 3);
  const size = (await file.fields(sizeAt, sizeWidth)).int(sizeWidth);
  return { version: 2, chunk: file.part(sizeAt + sizeWidth, size), messageHead: flags & 4 ? 6 : 4 };
}

async function* messagesIn(chunk: Bytes, { version, messageHead }: Layout): AsyncGenerator<Message> {
  const typeWidth = version === 1 ? 2 : 1;
  for (let at = 0; at + messageHead <= chunk.size; ) {
    const head = await chunk.fields(at, messageHead);
    const type = head.int(typeWidth);
    const size = head.int(2);
    const shared = (head.int(1) & sharedFlag) !== 0;
    yield { type, shared, body: chunk.part(at + messageHead, size) };
    at += messageHead + size;
  }
}

/** Version 2 has a signature before further ranges and a checksum after them. */
async function continued(file: Bytes, body: Bytes, { version }: Layout): Promise<Bytes> {
  const fields = await body.fields(0, 16);
  const chunk = file.part(fields.int(8), fields.int(8));
  return version === 1 ? chunk : chunk.part(4, chunk.size - 8);
}
