import { type Position, type TextDocumentContentChangeEvent, uinteger } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The units of columns that the protocol defines. */
export const positionEncodings = ['utf-16', 'utf-8', 'utf-32'] as const;

export type PositionEncoding = (typeof positionEncodings)[number];

/** The number of units of a code point. */
type Size = (codePoint: number) => number;

const sizes: Readonly<Record<Exclude<PositionEncoding, 'utf-16'>, Size>> = {
  'utf-8': (code) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4),
  'utf-32': () => 1,
};

/** A text whose columns count the units of an encoding other than UTF-16. Offsets stay in UTF-16. */
export function createEncodedText(inner: TextDocument, encoding: keyof typeof sizes): EncodedText {
  return new EncodedText(inner, sizes[encoding]);
}

/** Created by `createEncodedText`. */
export class EncodedText {
  private readonly inner: TextDocument;
  private readonly size: Size;
  /** The last position, from which the next one in its line is counted: lines can be long. */
  private last = { line: -1, character: 0, column: 0 };

  constructor(inner: TextDocument, size: Size) {
    this.inner = inner;
    this.size = size;
  }

  get uri(): string {
    return this.inner.uri;
  }

  get version(): number {
    return this.inner.version;
  }

  getText(): string {
    return this.inner.getText();
  }

  positionAt(offset: number): Position {
    const { line, character } = this.inner.positionAt(offset);
    const { last } = this;
    const from = last.line === line && last.character <= character ? last : { character: 0, column: 0 };
    const start = this.inner.offsetAt({ line, character: 0 });
    let column = from.column;
    for (const each of this.getText().slice(start + from.character, start + character))
      column += this.sizeOf(each);
    this.last = { line, character, column };
    return { line, character: column };
  }

  /** A column beyond the end of its line is its end; one within a code point is the start of the code point. */
  offsetAt({ line, character }: Position): number {
    const start = this.inner.offsetAt({ line, character: 0 });
    const end = this.inner.offsetAt({ line, character: uinteger.MAX_VALUE });
    let [offset, column] = [start, 0];
    for (const each of this.getText().slice(start, end)) {
      column += this.sizeOf(each);
      if (column > character) break;
      offset += each.length;
    }
    return offset;
  }

  /** Applies changes, each to the text after the one before it. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      const inUtf16 =
        'range' in change ? { text: change.text, range: this.utf16Range(change.range) } : change;
      TextDocument.update(this.inner, [inUtf16], version);
    }
    TextDocument.update(this.inner, [], version);
    this.last = { line: -1, character: 0, column: 0 };
  }

  private utf16Range({ start, end }: { start: Position; end: Position }) {
    const convert = (position: Position) => this.inner.positionAt(this.offsetAt(position));
    return { start: convert(start), end: convert(end) };
  }

  private sizeOf(character: string): number {
    return this.size(character.codePointAt(0) ?? 0);
  }
}
