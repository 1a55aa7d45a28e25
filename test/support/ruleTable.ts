import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnalysisSettings } from '../../server/src/document/settings.ts';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { open } from './fixture.ts';

/** A net and what a rule says of it. */
export interface RuleCase {
  readonly shows: string;
  readonly net: string;
  /** The texts that the rule marks, in the order of the file; none where it has to keep quiet. */
  readonly marks: readonly string[];
  /** Part of the first message. */
  readonly says?: string;
  readonly settings?: Partial<AnalysisSettings>;
}

/** Makes a test of every case of a rule. */
export function checkRule(code: string, cases: readonly RuleCase[]): void {
  for (const { shows, net, marks, says, settings } of cases) {
    test(`${code}: ${shows}`, () => {
      const found = diagnostics(open(net, settings))
        .filter((diagnostic) => diagnostic.code === code)
        .sort((one, other) => one.range.start - other.range.start);
      assert.deepEqual(
        found.map(({ range }) => net.slice(range.start, range.end)),
        marks,
        found.map(({ message }) => message).join('\n'),
      );
      assert.ok((found[0]?.message ?? '').includes(says ?? ''), found[0]?.message ?? 'nothing');
    });
  }
}
