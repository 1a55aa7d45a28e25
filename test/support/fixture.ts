import { createDocument, type Document } from '../../server/src/document/document.ts';
import type { AnalysisSettings } from '../../server/src/document/settings.ts';
import { defaultSettings } from '../../server/src/document/settings.ts';

/** A document with the given text, for tests of features. */
export function open(
  text: string,
  settings: Partial<AnalysisSettings> = {},
  uri = 'test.prototxt',
): Document {
  return createDocument({
    uri,
    version: 0,
    text,
    settings: { ...defaultSettings, ...settings },
  });
}

/** Removes the cursor, `|`, from a text and returns its offset. */
export function withCursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('|');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** A line such as `#   ^^^^ error conv/num-output: message` below the text that it marks. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly says: string;
}

const markLine = /^[ \t]*#[ \t]*(\^+)[ \t]*(.*)$/u;

/** The marks of a text. They are comments, so they need not be removed. */
export function marksOf(text: string): Mark[] {
  const marks: Mark[] = [];
  let above = 0;
  let start = 0;
  for (const line of text.split('\n')) {
    const [, carets, says] = markLine.exec(line) ?? [];
    if (carets !== undefined && says !== undefined) {
      const from = above + line.indexOf('^');
      marks.push({ start: from, end: from + carets.length, says });
    } else {
      above = start;
    }
    start += line.length + 1;
  }
  return marks;
}
