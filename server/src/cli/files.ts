import { readFileSync } from 'node:fs';
import { type AnalysisSettings, createDocument, type Document } from '../document/document.ts';

let last: Document | undefined;

/**
 * Reads and analyses a file; throws what the file system says when it cannot be read. Files that are named together
 * are often variants of each other, so each takes the blocks that it shares with the one before.
 */
export function openFile(path: string, settings: AnalysisSettings): Document {
  last = createDocument({ uri: path, version: 0, text: decode(readFileSync(path)), settings }, last);
  return last;
}

/**
 * Text of a file. Bytes that are not UTF-8, such as GBK comments, are kept one character each, so that Caffe's verdict,
 * which goes by bytes, stays the same.
 */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}
