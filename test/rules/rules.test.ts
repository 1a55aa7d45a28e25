import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { rules } from '../../server/src/rules/registry.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { open } from '../support/fixture.ts';

/** The pages of the rules are tests: what they show as an example is what the rule finds, and what they show as mended is
 * what its first fix makes of that. */
for (const { code, doc } of rules) {
  test(`${code}: the example of its page shows it, and nothing worse`, () => {
    const found = diagnostics(open(doc.example)).map((diagnostic) => diagnostic.code);
    assert.ok(found.includes(code), found.join(', '));
    assert.deepEqual([...new Set(found)], [code]);
  });

  test(`${code}: its first fix makes the mended example of it`, () => {
    const document = open(doc.example);
    const [finding] = diagnostics(document).filter((diagnostic) => diagnostic.code === code);
    assert.ok(finding);
    const [fix] = finding.fixes?.() ?? [];
    if (fix) assert.equal(applyEdits(doc.example, fix.edits), doc.fixed);
    assert.deepEqual(
      diagnostics(open(doc.fixed)).map((diagnostic) => diagnostic.code),
      [],
    );
  });
}

test('codes are stable names: lower case, hyphens, in the order of the alphabet', () => {
  const codes = rules.map(({ code }) => code);
  assert.deepEqual(codes, [...new Set(codes)].sort());
  for (const code of codes) assert.match(code, /^[a-z0-9]+(-[a-z0-9]+)+$/u);
});

test('every rule says what, why and how to mend it', () => {
  for (const { doc } of rules) for (const text of [doc.what, doc.why, doc.fix]) assert.match(text, /\.$/u);
});
