import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';

/** Relative links in the documentation lead to files. */

const root = resolve(import.meta.dirname, '..');
const pages = ['README.md', 'CHANGELOG.md', ...readdirSync(join(root, 'docs')).map((file) => `docs/${file}`)];

for (const page of pages.filter((file) => file.endsWith('.md'))) {
  test(`the relative links of ${page} lead to files`, () => {
    const text = readFileSync(join(root, page), 'utf8');
    const targets = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/gu)].flatMap(([, target]) => target ?? []);
    const missing = targets
      .filter((target) => !/^[a-z]+:/u.test(target))
      .filter((target) => !existsSync(resolve(root, dirname(page), target)));
    assert.deepEqual(missing, []);
  });
}

test('the security page names tests', () => {
  const text = readFileSync(join(root, 'docs/security.md'), 'utf8');
  assert.ok([...text.matchAll(/\]\(\.\.\/test\//gu)].length > 10);
});
