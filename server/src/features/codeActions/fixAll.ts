import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import { Effort } from '../../fixes/effort.ts';
import { editBetween } from '../../text/common.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { RangeSet } from '../../text/rangeSet.ts';
import { diagnostics } from '../diagnostics/diagnostics.ts';
import type { Diagnostic } from '../types.ts';

/** The edits of all safe fixes that do no harm (see `withoutHarm`). */
export function fixAll(document: Document): readonly TextEdit[] {
  return inRounds(document, safeEdits, new Effort()).edits;
}

/** The text of a file after all safe fixes, or those that the effort allows, and the number of edits. */
export function fixedText(document: Document, effort = new Effort()): { text: string; edits: number } {
  const { text, count } = inRounds(document, safeEdits, effort);
  return { text, edits: count };
}

/** The edits of the preferred fixes of all diagnostics with a code, if they do no harm. */
export function fixAllOfCode(document: Document, code: string): readonly TextEdit[] {
  return inRounds(document, (current, effort) => editsOf(fixesOfCode(current, code, effort)), new Effort())
    .edits;
}

/** The edits of the safe fixes that do not overlap and do no harm. */
function safeEdits(document: Document, effort: Effort): TextEdit[] {
  const fixes = apart(diagnostics(document), ({ safe }) => safe, effort);
  return editsOf(withoutHarm(document, fixes, effort));
}

/** The maximum number of rounds: a fix may enable a different one, and fixes that undo each other must not loop. */
const maxRounds = 100;

interface Fixed {
  readonly text: string;
  /** The edits of the only round; of several rounds, one edit with the same result. */
  readonly edits: readonly TextEdit[];
  /** The number of edits of all rounds. */
  readonly count: number;
}

/** Applies edits as long as there are some: fixes that overlap, or that others enable, follow in a later round. */
function inRounds(
  document: Document,
  editsIn: (document: Document, effort: Effort) => readonly TextEdit[],
  effort: Effort,
): Fixed {
  const { text } = document;
  let current = document;
  let [edits, count]: [readonly TextEdit[], number] = [[], 0];
  for (let round = 0; round < maxRounds && !effort.isSpent; round++) {
    const found = editsIn(current, effort);
    if (found.length === 0) break;
    current = current.withText(applyEdits(current.text, found));
    edits = round === 0 ? found : [editBetween(text, current.text)];
    count += found.length;
  }
  return { text: current.text, edits, count };
}

const alike = new WeakMap<Document, Map<string, readonly Fix[]>>();

/** The preferred fixes of all diagnostics with a code that can be combined; computed once. */
export function fixesOfCode(document: Document, code: string, effort = new Effort()): readonly Fix[] {
  const known = alike.get(document) ?? new Map<string, readonly Fix[]>();
  alike.set(document, known);
  const found = diagnostics(document).filter((diagnostic) => diagnostic.code === code);
  const fixes =
    known.get(code) ??
    withoutHarm(
      document,
      apart(found, ({ preferred }) => preferred, effort),
      effort,
      code,
    );
  known.set(code, fixes);
  return fixes;
}

/** The wanted fix of each diagnostic, without those that overlap or touch an edit of an earlier one. */
function apart(
  found: readonly Diagnostic[],
  wanted: (fix: Fix) => boolean | undefined,
  effort: Effort,
): Fix[] {
  const chosen: Fix[] = [];
  const taken = new RangeSet();
  for (const { fixes } of found) {
    const fix = fixes?.(effort).find(wanted);
    if (!fix || fix.edits.some(({ range }) => taken.touches(range))) continue;
    chosen.push(fix);
    for (const { range } of fix.edits) taken.add(range);
  }
  return chosen;
}

function editsOf(fixes: readonly Fix[]): TextEdit[] {
  return fixes.flatMap(({ edits }) => edits).toSorted((one, other) => one.range.start - other.range.start);
}

/** The maximum number of trials; each one analyses the edited file. */
const mostTrials = 24;

/**
 * The fixes that do no harm (see `isWorse` and `refusesNumber`): all of them, otherwise those of each half, recursively.
 * Fixes of problems with one code must together resolve as many of these.
 */
function withoutHarm(
  document: Document,
  fixes: readonly Fix[],
  effort: Effort,
  code?: string,
): readonly Fix[] {
  let trials = 0;
  let kept: readonly Fix[] = [];
  let current = countOf(diagnostics(document), code);
  const add = (group: readonly Fix[]): void => {
    if (group.length === 0 || trials++ >= mostTrials || (trials > 1 && effort.isSpent)) return;
    effort.analyze(document, document.text.length);
    const all = [...kept, ...group];
    const edits = editsOf(all);
    const found = diagnostics(document.withText(applyEdits(document.text, edits)));
    const after = countOf(found, code);
    const resolves = code === undefined || after.ofCode <= current.ofCode - group.length;
    if (resolves && !isWorse(after, current) && !refusesNumber(found, edits)) {
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

/** The number of errors of the text by code, of all errors of the file, and of the problems with a code. */
interface Counts {
  readonly ofText: ReadonlyMap<string, number>;
  readonly all: number;
  readonly ofCode: number;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

function countOf(found: readonly Diagnostic[], wanted: string | undefined): Counts {
  const codes = found.filter(isError).map(({ code }) => code);
  const ofText = new Map<string, number>();
  for (const code of codes) if (code.startsWith('text/')) ofText.set(code, (ofText.get(code) ?? 0) + 1);
  return { ofText, all: codes.length, ofCode: found.filter(({ code }) => code === wanted).length };
}

/**
 * Whether there are more text errors with one code, or more errors and the same text errors: fixing a text error may
 * reveal existing errors of the net.
 */
function isWorse(after: Counts, before: Counts): boolean {
  const codes = [...after.ofText.keys(), ...before.ofText.keys()];
  const changes = codes.map((code) => (after.ofText.get(code) ?? 0) - (before.ofText.get(code) ?? 0));
  if (changes.some((change) => change > 0)) return true;
  return changes.every((change) => change === 0) && after.all > before.all;
}

/** Whether an error is at a number that the edits write: then it is not what the file means, such as a kernel of 0. */
function refusesNumber(found: readonly Diagnostic[], edits: readonly TextEdit[]): boolean {
  const numbers = new RangeSet();
  let shift = 0;
  for (const { range, newText } of edits) {
    const start = range.start + shift;
    if (/^-?[\d.]+$/u.test(newText)) numbers.add({ start, end: start + newText.length });
    shift += newText.length - (range.end - range.start);
  }
  return found.some((each) => isError(each) && !each.code.startsWith('text/') && numbers.touches(each.range));
}
