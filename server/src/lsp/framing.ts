/** The longest header and body of a message, in bytes. */
const longestHeader = 8192;
const longestBody = 2 ** 29;

/** Follows the headers of a stream of messages, as no message can be found after a broken one. */
export class Framing {
  private header = '';
  private rest = 0;

  /** Reads the next bytes; returns what is wrong with them, undefined if nothing is. */
  read(bytes: Buffer): string | undefined {
    for (let at = 0; at < bytes.length; ) {
      const body = Math.min(this.rest, bytes.length - at);
      this.rest -= body;
      at += body;
      if (this.rest > 0 || at === bytes.length) return undefined;
      const before = this.header.length;
      this.header += bytes.toString('latin1', at, at + longestHeader);
      const end = this.header.indexOf('\r\n\r\n');
      if (end < 0 && this.header.length >= longestHeader) return `A header exceeds ${longestHeader} bytes.`;
      if (end < 0) return undefined;
      const length = lengthIn(this.header.slice(0, end));
      if (length === undefined) return wrongHeader(this.header.slice(0, end));
      at += end + 4 - before;
      this.header = '';
      this.rest = length;
    }
    return undefined;
  }
}

/** The length of the body; undefined if the header does not contain a valid one. */
function lengthIn(header: string): number | undefined {
  const lines = header.split('\r\n');
  if (!lines.every((line) => line.includes(':'))) return undefined;
  const found = lines.flatMap((line) => /^content-length:\s*(\d+)\s*$/iu.exec(line)?.[1] ?? []);
  const length = Number(found[0]);
  return found.length === 1 && length <= longestBody ? length : undefined;
}

function wrongHeader(header: string): string {
  const shown = JSON.stringify(header.slice(0, 200));
  return `Invalid header: ${shown}. A message starts with its Content-Length, at most ${longestBody} bytes.`;
}
