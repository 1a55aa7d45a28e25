import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { overlaps } from '../../text/range.ts';
import { diagnostics } from '../diagnostics/diagnostics.ts';
import type { Diagnostic } from '../types.ts';

/** The edits of all fixes that need no second look, as far as they stand apart and add no error. */
export function fixAll(document: Document): TextEdit[] {
  const fixes = apart(diagnostics(document), ({ safe }) => safe);
  return editsOf(withoutHarm(document, fixes));
}

/** The edits that fix all diagnostics of a code by the fix that each prefers, as far as they stand apart and add no error. */
export function fixAlike(document: Document, code: string): TextEdit[] {
  return editsOf(fixesAlike(document, code));
}

const alike = new WeakMap<Document, Map<string, readonly Fix[]>>();

/** The preferred fixes of all diagnostics of a code that can be made together; worked out once. */
export function fixesAlike(document: Document, code: string): readonly Fix[] {
  const known = alike.get(document) ?? new Map<string, readonly Fix[]>();
  alike.set(document, known);
  const found = diagnostics(document).filter((diagnostic) => diagnostic.code === code);
  const fixes =
    known.get(code) ??
    withoutHarm(
      document,
      apart(found, ({ preferred }) => preferred),
    );
  known.set(code, fixes);
  return fixes;
}

/** The wanted fix of each diagnostic, without those that would touch an edit of one before them. */
function apart(found: readonly Diagnostic[], wanted: (fix: Fix) => boolean | undefined): Fix[] {
  const chosen: Fix[] = [];
  const taken: TextEdit[] = [];
  for (const { fixes } of found) {
    const fix = fixes?.().find(wanted);
    if (!fix || fix.edits.some(({ range }) => taken.some((other) => overlaps(range, other.range)))) continue;
    chosen.push(fix);
    taken.push(...fix.edits);
  }
  return chosen;
}

function editsOf(fixes: readonly Fix[]): TextEdit[] {
  return fixes.flatMap(({ edits }) => edits).toSorted((one, other) => one.range.start - other.range.start);
}

/** A file is looked at anew for each group of fixes that is tried. */
const mostTrials = 24;

/**
 * Those of some fixes after which there is no more to refuse than before: all of them, or else the halves that are sound
 * by themselves.
 */
function withoutHarm(document: Document, fixes: readonly Fix[]): readonly Fix[] {
  let trials = 0;
  let kept: readonly Fix[] = [];
  let current = errorsOf(document);
  const add = (group: readonly Fix[]): void => {
    if (group.length === 0 || trials++ >= mostTrials) return;
    const all = [...kept, ...group];
    const after = errorsOf(document.withText(applyEdits(document.text, editsOf(all))));
    if (!isWorse(after, current)) {
      [kept, current] = [all, after];
    } else if (group.length > 1) {
      const middle = Math.ceil(group.length / 2);
      add(group.slice(0, middle));
      add(group.slice(middle));
    }
  };
  add(fixes);
  return kept;
}

/** How many errors there are of each code. */
type Errors = ReadonlyMap<string, number>;

function errorsOf(document: Document): Errors {
  const counts = new Map<string, number>();
  for (const { severity, code } of diagnostics(document)) {
    if (severity === 'error') counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

/** More errors, or more of one kind in the text. A fault of the text may hide one of the net, which is no new one. */
function isWorse(after: Errors, before: Errors): boolean {
  const total = (errors: Errors) => [...errors.values()].reduce((sum, count) => sum + count, 0);
  const grown = [...after].some(
    ([code, count]) => code.startsWith('text/') && count > (before.get(code) ?? 0),
  );
  return grown || total(after) > total(before);
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
    current = current.withText(applyEdits(current.text, found));
  }
  return { text: current.text, edits };
}
