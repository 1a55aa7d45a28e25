import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkIds } from '../../server/src/checks/catalogue.ts';
import { codeActions } from '../../server/src/features/codeActions/codeActions.ts';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { fixers } from '../../server/src/fixes/registry.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { open } from '../support/fixture.ts';

/** Properties of every fix that is offered. */

const folder = fileURLToPath(new URL('../mistakes/', import.meta.url));
const files = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => join(folder, entry.name, 'bad.prototxt'));

for (const file of files) {
  const text = readFileSync(file, 'utf8');
  test(`${file.slice(folder.length)}: edits do not overlap, and the failure is gone`, () => {
    checkText(text);
  });

  test(`${file.slice(folder.length)}: nothing throws on a truncated file`, () => {
    for (let end = 10; end < text.length; end += 37) {
      const cut = text.slice(0, end);
      const document = open(cut);
      for (const { edits } of codeActions(document, { start: 0, end })) applyEdits(cut, edits);
    }
  });
}

test('every check of a fixer exists, and every fixer has a documentation sentence', () => {
  for (const { checks, doc } of fixers) {
    for (const check of checks) assert.ok(checkIds.includes(check), check);
    assert.match(doc, /^[A-Z].*\.$/u);
  }
});

function checkText(text: string): void {
  const document = open(text);
  const actions = codeActions(document, { start: 0, end: text.length });
  for (const { title, edits, diagnostic } of actions) {
    const sorted = edits.toSorted((one, other) => one.range.start - other.range.start);
    sorted.forEach(({ range }, index) => {
      assert.ok(
        range.start <= range.end && range.end <= (sorted[index + 1]?.range.start ?? text.length),
        title,
      );
    });
    if (diagnostic?.severity !== 'error' || edits.length === 0) continue;
    const count = (of: string) => diagnostics(open(of)).filter(({ code }) => code === diagnostic.code).length;
    assert.ok(count(applyEdits(text, edits)) < count(text), title);
  }
}
