import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkIds, findCheck } from '../../../server/src/checks/catalogue.ts';
import { fixers } from '../../../server/src/fixes/registry.ts';
import { codes } from '../../../server/src/rules/pages/codes.ts';
import { findPage, pageMarkdown } from '../../../server/src/rules/pages/pages.ts';

/** The kinds of checks that a diagnostic can report. */
const shown = ['fatal', 'parse', 'crash'];

test('every check that stops Caffe has a page', () => {
  const without = checkIds.filter((id) => shown.includes(findCheck(id)?.kind ?? '') && !findPage(id));
  assert.deepEqual(without, []);
});

test('the descriptions on pages are sentences', () => {
  for (const code of codes) {
    const page = findPage(code);
    if (page) assert.match(page.what, /^[`A-Z].*\.$/u, code);
  }
});

test('the page of each check with quick fixes describes them', () => {
  for (const { checks, doc } of fixers) {
    assert.match(doc, /^[A-Z].*\.$/u);
    for (const check of checks) {
      const page = findPage(check);
      assert.ok(page && pageMarkdown(page).includes(doc), check);
    }
  }
});

test('codes are distinct', () => {
  assert.deepEqual(codes.length, new Set(codes).size);
});
