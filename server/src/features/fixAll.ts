import { createDocument, type Document } from '../document/document.ts';
import type { Fix } from '../edit/fix.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { overlaps } from '../text/range.ts';
import { diagnostics } from './diagnostics.ts';
import type { Diagnostic } from './types.ts';

/** The edits of all fixes that need no second look, without those that would touch an edit before them. */
export function fixAll(document: Document): TextEdit[] {
  return together(diagnostics(document), ({ safe }) => safe);
}

/** The edits that mend all diagnostics of a code by the fix that each prefers, as far as they do not touch. */
export function fixAlike(document: Document, code: string): TextEdit[] {
  const alike = diagnostics(document).filter((diagnostic) => diagnostic.code === code);
  return together(alike, ({ preferred }) => preferred);
}

function together(found: readonly Diagnostic[], wanted: (fix: Fix) => boolean | undefined): TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const { fixes } of found) {
    const edits = fixes?.().find(wanted)?.edits ?? [];
    if (edits.every(({ range }) => !chosen.some((other) => overlaps(range, other.range))))
      chosen.push(...edits);
  }
  return chosen.toSorted((one, other) => one.range.start - other.range.start);
}

/** One fix may make another possible; a fix that undoes another must not go on for ever. */
const maxRounds = 10;

/** The text of a file after all fixes that need no second look, and how many edits that took. */
export function fixedText(document: Document): { text: string; edits: number } {
  let current = document;
  let edits = 0;
  for (let round = 0; round < maxRounds; round++) {
    const found = fixAll(current);
    if (found.length === 0) break;
    edits += found.length;
    const { uri, version, settings, surroundings } = document;
    const text = applyEdits(current.text, found);
    current = createDocument({ uri, version, text, settings, surroundings }, current);
  }
  return { text: current.text, edits };
}
