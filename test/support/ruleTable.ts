import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnalysisSettings } from '../../server/src/document/settings.ts';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { open } from './fixture.ts';

/** A file and the findings of a rule in it. */
export interface RuleCase {
  /** The name of the test. */
  readonly shows: string;
  readonly net: string;
  /** The text of each finding's range, in file order; empty if the rule finds nothing. */
  readonly marks: readonly string[];
  /**
   * The complete message of each finding, in file order; a string if there is one. Not set if the rule finds nothing.
   */
  readonly messages?: string | readonly string[];
  readonly settings?: Partial<AnalysisSettings>;
}

/** Registers one test for each case of a rule. */
export function checkRule(code: string, cases: readonly RuleCase[]): void {
  for (const { shows, net, marks, messages = [], settings } of cases) {
    test(`${code}: ${shows}`, () => {
      const found = diagnostics(open(net, settings))
        .filter((diagnostic) => diagnostic.code === code)
        .sort((one, other) => one.range.start - other.range.start);
      assert.deepEqual(
        found.map(({ range }) => net.slice(range.start, range.end)),
        marks,
      );
      assert.deepEqual(
        found.map(({ message }) => message),
        typeof messages === 'string' ? [messages] : messages,
      );
    });
  }
}
