import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnalysisSettings } from '../../server/src/document/settings.ts';
import { codeActions } from '../../server/src/features/codeActions/codeActions.ts';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { open } from './fixture.ts';

/** A mistake and the result of a quick fix. */
export interface FixCase {
  readonly shows: string;
  /** The file with the mistake; `⟦` and `⟧` enclose the expected range of the diagnostic. */
  readonly bad: string;
  readonly code: string;
  /** The title of the fix to apply; by default the preferred one, otherwise the first. */
  readonly title?: string;
  /** Titles of fixes that would be wrong. */
  readonly notOffered?: readonly string[];
  readonly fixed: string;
  /** Codes that may remain in the fixed file, none by default. The code of the case must be gone. */
  readonly left?: readonly string[];
  readonly settings?: Partial<AnalysisSettings>;
}

/** Adds a test for each case: the diagnostic, its exact range, the fix and the fixed text. */
export function checkFixes(cases: readonly FixCase[]): void {
  for (const one of cases) test(`${one.shows}: ${one.code} is fixed`, () => checkCase(one));
}

function checkCase({ bad, code, title, notOffered = [], fixed, left = [], settings }: FixCase): void {
  const range = { start: bad.indexOf('⟦'), end: bad.indexOf('⟧') - 1 };
  const text = bad.replace('⟦', '').replace('⟧', '');
  const document = open(text, settings);
  const found = diagnostics(document).filter((diagnostic) => diagnostic.code === code);
  assert.deepEqual(
    found.map((diagnostic) => text.slice(diagnostic.range.start, diagnostic.range.end)).slice(0, 1),
    [text.slice(range.start, range.end)],
    diagnostics(document)
      .map(({ code: other, message }) => `${other}: ${message}`)
      .join('\n'),
  );
  assert.deepEqual(found[0]?.range, range);
  const offered = codeActions(document, range).filter(
    (action) => action.diagnostic?.code === code && action.edits.length > 0,
  );
  const fix =
    title === undefined
      ? (offered.find(({ preferred }) => preferred) ?? offered[0])
      : offered.find((action) => action.title === title);
  assert.ok(fix, `offered: ${offered.map((action) => action.title).join('; ')}`);
  for (const wrong of notOffered) assert.ok(!offered.some((action) => action.title === wrong), wrong);
  assert.equal(applyEdits(text, fix.edits), fixed);
  const after = diagnostics(open(fixed, settings)).filter(({ severity }) => severity !== 'hint');
  assert.deepEqual(
    after.map((diagnostic) => diagnostic.code).filter((other) => !left.includes(other) || other === code),
    [],
    after.map((diagnostic) => `${diagnostic.code}: ${diagnostic.message}`).join('\n'),
  );
}
