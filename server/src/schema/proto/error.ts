import type { Range } from '../../text/range.ts';

/** An error in a .proto file, or something that cannot be read from it. */
export interface ProtoError {
  readonly message: string;
  readonly range: Range;
}

export function errorAt({ start, end }: Range, message: string): ProtoError {
  return { message, range: { start, end } };
}

const longest = 40;

/** A piece of the file as shown in a message: in backquotes, on one line and not too long. */
export function quoted(text: string): string {
  const line = text.replace(/[^\x20-\x7e\xa1-\uffff]/g, '\ufffd');
  return `\`${line.length > longest ? `${line.slice(0, longest)}…` : line}\``;
}

/** The first line of a text: the range of problems with the whole file. */
export function firstLine(text: string): Range {
  return { start: 0, end: /^[^\r\n]*/.exec(text)?.[0].length ?? 0 };
}
