import { type CheckId, findCheck } from '../../checks/catalogue.ts';
import type { Document } from '../../document/document.ts';
import type { Diagnostic } from '../types.ts';

/** What there is to say of a file that cannot be meant as it is: a web page, or no text at all. */
export function notCaffe(document: Document): Diagnostic[] {
  const page = pageDiagnostic(document);
  return page.length > 0 || document.root ? page : binaryDiagnostic(document);
}

/** A file that is neither a net nor a solver is none of our business, but one that is no text deserves a word. */
function binaryDiagnostic({ text }: Document): Diagnostic[] {
  const offset = firstControl(text);
  if (offset < 0) return [];
  const message =
    'This is not a text: it holds bytes that no text has. A trained model (`.caffemodel`) is binary; the net that it belongs to is a text.';
  return [unreadable('text/control-character', message, offset, offset + 1)];
}

/** What GitHub answers where the file itself was wanted. */
function pageDiagnostic({ text }: Document): Diagnostic[] {
  const page = /^(\s*)<(?:!doctype\s+html|html\b|head\b)[^>]*>?/iu.exec(text);
  if (!page) return [];
  const message =
    'This is a web page: it was saved in place of the file that it shows. Download the file itself; GitHub has it behind “Raw”.';
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

/** Where the first character stands that is neither printed nor white space; −1 if there is none. */
function firstControl(text: string): number {
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code < 32 && (code < 9 || code > 13)) return offset;
  }
  return -1;
}
