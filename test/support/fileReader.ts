import type { FileReader } from '../../server/src/sources/reader.ts';

/** A file of `size` bytes: its first bytes, followed by zeros. */
export interface LongFile {
  readonly beginning: Uint8Array;
  readonly size: number;
}

/** Files in memory by name; strings are encoded as UTF-8. Counts the bytes read. */
export class MemoryFiles implements FileReader {
  private readonly files = new Map<string, LongFile>();
  bytesRead = 0;

  constructor(files: Readonly<Record<string, string | Uint8Array | LongFile>>) {
    for (const [name, content] of Object.entries(files)) this.files.set(name, longFile(content));
  }

  async size(path: string): Promise<number | undefined> {
    return this.files.get(path)?.size;
  }

  async read(path: string, start: number, length: number): Promise<Uint8Array> {
    const file = this.files.get(path);
    if (!file) throw new Error(`no file ${path}`);
    const bytes = new Uint8Array(Math.max(0, Math.min(length, file.size - start)));
    bytes.set(file.beginning.subarray(start, start + bytes.length));
    this.bytesRead += bytes.length;
    return bytes;
  }
}

function longFile(content: string | Uint8Array | LongFile): LongFile {
  if (typeof content === 'string') return longFile(new TextEncoder().encode(content));
  return content instanceof Uint8Array ? { beginning: content, size: content.length } : content;
}
