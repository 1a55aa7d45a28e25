import { type CheckId, findCheck } from '../../checks/catalogue.ts';
import type { Document } from '../../document/document.ts';
import { tooManyLayers } from '../../document/tooLarge.ts';
import type { Diagnostic } from '../types.ts';

/** The diagnostic of a file that is a web page, UTF-16, binary or too large; empty for other files. */
export function foreignFile(document: Document): Diagnostic[] {
  if (document.isTooLarge) return [tooLargeDiagnostic(document)];
  const found = [...pageDiagnostic(document), ...utf16Diagnostic(document)].slice(0, 1);
  return found.length > 0 || document.root ? found : binaryDiagnostic(document);
}

function tooLargeDiagnostic({ tree }: Document): Diagnostic {
  const start = tree.starts[0] ?? 0;
  const range = { start, end: start + (tree.blocks[0]?.fields[0]?.name.text.length ?? 0) };
  const code = 'tool/too-many-layers';
  return { severity: 'warning', code, message: tooManyLayers, range, layer: null, states: [] };
}

/**
 * The diagnostic of UTF-16 or UTF-32 text whose bytes are read as characters: every second one of its first letters is
 * NUL, or all but every fourth one.
 */
function utf16Diagnostic({ text }: Document): Diagnostic[] {
  const isWide = /^(?:[^\0]\0{3}){2}|^(?:\0{3}[^\0]){2}|^ÿþ\0\0|^\0\0þÿ/u.test(text);
  if (!isWide && !/^(?:[^\0]\0){4}|^(?:\0[^\0]){4}|^(?:ÿþ|þÿ).*\0/su.test(text)) return [];
  const encoding = isWide ? 'UTF-32' : 'UTF-16';
  const message = `This file is encoded as ${encoding}, but Caffe reads UTF-8. Save the file as UTF-8 without a byte order mark.`;
  return [unreadable('text/control-character', message, 0, 1)];
}

/** The diagnostic of a binary file. Text files that are neither a net nor a solver get none. */
function binaryDiagnostic({ text }: Document): Diagnostic[] {
  const offset = firstControl(text);
  if (offset < 0) return [];
  const message =
    'This is not a text file: it contains binary data. A trained model (`.caffemodel`) is binary; its net is a separate text file.';
  return [unreadable('text/control-character', message, offset, offset + 1)];
}

/** The diagnostic of an HTML page, such as the page of GitHub that shows a file. */
function pageDiagnostic({ text }: Document): Diagnostic[] {
  const page = /^(\s*)<(?:!doctype\s+html|html\b|head\b)[^>]*>?/iu.exec(text);
  if (!page) return [];
  const message =
    'This is a web page instead of the file that it shows. Download the file itself: on GitHub, use “Raw”.';
  return [unreadable('text/expected-identifier', message, page[1]?.length ?? 0, page[0].length)];
}

function unreadable(code: CheckId, message: string, start: number, end: number): Diagnostic {
  return {
    severity: 'error',
    code,
    message,
    range: { start, end },
    layer: null,
    states: [],
    caffePhrase: findCheck(code)?.phrase,
    first: true,
  };
}

/** The offset of the first control character that is not white space; −1 if there is none. */
function firstControl(text: string): number {
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code < 32 && (code < 9 || code > 13)) return offset;
  }
  return -1;
}
