import { createDocument, type Document } from '../document/document.ts';
import type { NetState } from '../net/state.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { overlaps } from '../text/range.ts';
import { diagnostics } from './diagnostics.ts';
import type { Diagnostic } from './types.ts';

/** The edits of all fixes that need no second look, without those that would touch an edit before them. */
export function fixAll(document: Document, states?: readonly NetState[]): TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const diagnostic of diagnostics(document, states)) {
    const edits = safeEdits(diagnostic);
    if (edits.every(({ range }) => !chosen.some((other) => overlaps(range, other.range))))
      chosen.push(...edits);
  }
  return chosen.toSorted((one, other) => one.range.start - other.range.start);
}

/** One fix may make another possible; a fix that undoes another must not go on for ever. */
const maxRounds = 10;

/** The text of a file after all fixes that need no second look, and how many edits that took. */
export function fixedText(document: Document, states?: readonly NetState[]): { text: string; edits: number } {
  let current = document;
  let edits = 0;
  for (let round = 0; round < maxRounds; round++) {
    const found = fixAll(current, states);
    if (found.length === 0) break;
    edits += found.length;
    const { uri, version, settings, surroundings } = document;
    const text = applyEdits(current.text, found);
    current = createDocument({ uri, version, text, settings, surroundings }, current);
  }
  return { text: current.text, edits };
}

function safeEdits(diagnostic: Diagnostic): readonly TextEdit[] {
  return (diagnostic.fixes?.() ?? []).find(({ safe }) => safe)?.edits ?? [];
}
