import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { rules } from '../../server/src/rules/registry.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { open } from '../support/fixture.ts';

/**
 * The pages of the rules are tests: the rule finds something in the example, and its first fix converts the example to the
 * fixed text.
 */
for (const { code, doc } of rules) {
  test(`${code}: the example of the page has findings of this rule only`, () => {
    const found = diagnostics(open(doc.example)).map((diagnostic) => diagnostic.code);
    assert.ok(found.includes(code), found.join(', '));
    assert.deepEqual([...new Set(found)], [code]);
  });

  test(`${code}: the first fix converts the example to the fixed text`, () => {
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

test('codes are lower case with hyphens, and sorted', () => {
  const codes = rules.map(({ code }) => code);
  assert.deepEqual(codes, [...new Set(codes)].sort());
  for (const code of codes) assert.match(code, /^[a-z0-9]+(-[a-z0-9]+)+$/u);
});

test('the page of every rule has `what`, `why` and `fix`, as sentences', () => {
  for (const { doc } of rules) for (const text of [doc.what, doc.why, doc.fix]) assert.match(text, /\.$/u);
});
