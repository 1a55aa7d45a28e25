import type { Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createEncodedText, type EncodedText, type PositionEncoding } from './encodedText.ts';

/** A text with its positions in lines and columns, in the units of the editor. */
export type Text = Pick<TextDocument, 'uri' | 'version' | 'getText' | 'positionAt' | 'offsetAt'>;

/** Returns the URI of a file of the host. */
export type UriOf = (file: string) => string;

/** A document as an editor opens it. */
export interface OpenedText {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** A change of a range, or of the whole text. */
export interface TextChange {
  readonly range?: Range | undefined;
  readonly text: string;
}

/** The open documents of an editor. */
export class Texts {
  /** The units of the columns of all positions; set before the first document is opened. */
  encoding: PositionEncoding = 'utf-16';
  private readonly known = new Map<string, TextDocument | EncodedText>();

  get(uri: string): Text | undefined {
    return this.known.get(uri);
  }

  uris(): readonly string[] {
    return [...this.known.keys()];
  }

  /** A text that is not open in the editor. */
  create({ uri, version, text }: OpenedText): Text {
    return this.createText(uri, version, text);
  }

  open({ uri, version, text }: OpenedText): void {
    this.known.set(uri, this.createText(uri, version, text));
  }

  /** Applies changes, each to the text after the one before it; returns whether the document is open. */
  change(uri: string, version: number, changes: readonly TextChange[]): boolean {
    const text = this.known.get(uri);
    if (!text) return false;
    const update = (list: readonly TextDocumentContentChangeEvent[]) => {
      if ('update' in text) text.update(list, version);
      else TextDocument.update(text, [...list], version);
    };
    // Some editors send null for no range, which the library does not expect.
    for (const { range, text: written } of changes)
      update([{ text: written, ...(range && { range: insideOf(text, range) }) }]);
    update([]);
    return true;
  }

  /** Returns whether the document was open. */
  close(uri: string): boolean {
    return this.known.delete(uri);
  }

  private createText(uri: string, version: number, content: string): TextDocument | EncodedText {
    const text = TextDocument.create(uri, 'prototxt', version, content);
    return this.encoding === 'utf-16' ? text : createEncodedText(text, this.encoding);
  }
}

/** A range without lines beyond the end of the text, with which the library would lose all later positions. */
function insideOf(text: Text, { start, end }: Range): Range {
  const inside = (position: Range['start']) => text.positionAt(text.offsetAt(position));
  return { start: inside(start), end: inside(end) };
}
