import type { Range } from '../text/range.ts';
import { skipBlank, skipComment, skipString } from './tokens.ts';

interface Opened {
  readonly brace: string;
  readonly offset: number;
}

/** A name that starts a braced field if a brace follows. */
interface Head {
  readonly start: number;
  readonly colon: boolean;
}

/** A slice of a text. */
export interface Slice extends Range {
  /** Whether it ends with the closing brace of its field, so the next slice does not depend on it. */
  readonly isClosed: boolean;
}

export interface Slices {
  readonly slices: readonly Slice[];
  /** Whether all braces of the text match. */
  readonly balanced: boolean;
}

/**
 * Splits a text into slices: one for each top-level braced field, and one for each run of other fields between them. If
 * the braces do not balance, a line such as `layer {` at the left margin also starts a slice; in balanced text, layout
 * is ignored.
 */
export function split(text: string): Slices {
  const strictly = new Splitter(text, false);
  strictly.run();
  if (strictly.balanced) return strictly;
  const loosely = new Splitter(text, true);
  loosely.run();
  return { slices: loosely.slices, balanced: false };
}

/**
 * The slices of a text from the end of a closed slice to the end of the first closed slice for which `stops` returns
 * true; undefined if braces do not match, so the whole text must be split.
 */
export function splitFrom(
  text: string,
  start: number,
  stops: (end: number) => boolean,
): readonly Slice[] | undefined {
  const splitter = new Splitter(text, false, start);
  splitter.run(stops);
  return splitter.balanced ? splitter.slices : undefined;
}

const outside = /[\w.]+|[{}<>[\]"'#:]|[^\s\w.{}<>[\]"'#:]+/g;
const inside = /[{}<>[\]"'#]/g;
const insideOrMargin = /[{}<>[\]"'#]|(?<=\n)[A-Za-z_]\w*(?=[ \t]*:?[ \t]*[{<])/g;

class Splitter {
  balanced = true;
  readonly slices: Slice[] = [];
  private readonly text: string;
  private readonly trustsMargin: boolean;
  private readonly stack: Opened[] = [];
  private head: Head | undefined;
  private blockStart: number | undefined;
  private sliceEnd: number;

  constructor(text: string, trustsMargin: boolean, start = 0) {
    this.text = text;
    this.trustsMargin = trustsMargin;
    this.sliceEnd = start;
  }

  run(stops: (end: number) => boolean = () => false): void {
    let offset = this.sliceEnd;
    while (offset < this.text.length) {
      const pattern = this.pattern();
      pattern.lastIndex = offset;
      const match = pattern.exec(this.text);
      if (!match) break;
      offset = this.step(match[0], match.index);
      const hasClosed = this.stack.length === 0 && this.sliceEnd === offset;
      if (hasClosed && stops(offset)) return;
    }
    if (this.stack.length > 0) this.balanced = false;
    this.endSlice(this.text.length);
  }

  private pattern(): RegExp {
    if (this.stack.length === 0) return outside;
    return this.trustsMargin ? insideOrMargin : inside;
  }

  /** Processes one match of the pattern and returns the offset after it. */
  private step(mark: string, offset: number): number {
    switch (mark) {
      case '#':
        return skipComment(this.text, offset);
      case '"':
      case "'":
        this.head = undefined;
        return skipString(this.text, offset);
      case '{':
      case '<':
      case '[':
        this.open(mark, offset);
        return offset + 1;
      case '}':
      case '>':
      case ']':
        return this.close(mark, offset);
      default:
        this.word(mark, offset);
        return offset + mark.length;
    }
  }

  private word(mark: string, offset: number): void {
    if (this.stack.length > 0) {
      if (!this.beginsAtMargin(mark)) return;
      this.stack.length = 0;
      this.endSlice(offset);
    }
    if (mark === ':') this.head = this.head?.colon === false ? { ...this.head, colon: true } : undefined;
    else this.head = /^[A-Za-z_]\w*$/.test(mark) ? { start: offset, colon: false } : undefined;
  }

  private open(brace: string, offset: number): void {
    if (this.stack.length === 0 && this.head) {
      const start = this.lineStart(this.head.start);
      this.endSlice(start);
      this.blockStart = start;
    }
    this.head = undefined;
    this.stack.push({ brace, offset });
  }

  private close(brace: string, offset: number): number {
    const top = this.stack.at(-1);
    this.head = undefined;
    if (brace === ']') {
      if (top?.brace === '[') this.stack.pop();
    } else {
      while (this.stack.at(-1)?.brace === '[') {
        this.balanced = false;
        this.stack.pop();
      }
      if (!this.stack.pop()) this.balanced = false;
    }
    if (this.stack.length > 0 || this.blockStart === undefined) return offset + 1;
    const end = this.separatorEnd(offset + 1);
    this.endSlice(end, true);
    return end;
  }

  private endSlice(end: number, isClosed = false): void {
    const start = this.sliceEnd;
    if (this.blockStart !== undefined || !isBlank(this.text.slice(start, end))) {
      this.slices.push({ start: this.blockStart ?? start, end, isClosed });
    }
    this.blockStart = undefined;
    this.sliceEnd = end;
  }

  /** The separator after a closing brace belongs to its field. */
  private separatorEnd(offset: number): number {
    const next = skipBlank(this.text, offset);
    const mark = this.text[next];
    return mark === ',' || mark === ';' ? next + 1 : offset;
  }

  /** The start of a block with the indentation of its first line, which helps to find missing braces. */
  private lineStart(offset: number): number {
    let start = offset;
    while (start > this.sliceEnd && /[ \t]/.test(this.text.charAt(start - 1))) start--;
    return start === 0 || this.text[start - 1] === '\n' ? start : offset;
  }

  private beginsAtMargin(name: string): boolean {
    if (name === 'layer' || name === 'layers') return true;
    const first = this.stack[0];
    return first !== undefined && this.isIndentedAfter(first.offset);
  }

  /** Whether the first non-empty line after the one at `offset` is indented. */
  private isIndentedAfter(offset: number): boolean {
    const line = /\n([ \t]*)[^\s]/g;
    line.lastIndex = offset;
    return (line.exec(this.text)?.[1] ?? '') !== '';
  }
}

/** Whether a text has only white space and comments, without the NUL bytes that are errors also in comments. */
function isBlank(text: string): boolean {
  return skipBlank(text, 0) === text.length && !text.includes('\0');
}
