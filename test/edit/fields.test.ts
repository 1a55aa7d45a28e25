import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addField } from '../../server/src/edit/fields.ts';
import { newField } from '../../server/src/edit/newField.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

/** Adds `b: 1` after the field `after` of the only message in a text whose fields have one letter. */
function added(text: string, after: string): string {
  const range = { start: text.indexOf('{') + 1, end: text.lastIndexOf('}') };
  const fields = [...text.matchAll(/\b[a-z]: 0/gu)].map(({ index }) => ({ start: index, end: index + 4 }));
  const place = fields.find(({ start }) => text.startsWith(after, start));
  return applyEdits(text, [addField(text, { range, fields }, newField('n', 1), place)]);
}

for (const [shows, text, after, expected] of [
  [
    'the field before it',
    'm {\n  a: 0\n    b: 0\n      c: 0\n}',
    'b',
    'm {\n  a: 0\n    b: 0\n    n: 1\n      c: 0\n}',
  ],
  ['the last field', 'm {\n  a: 0\n\tb: 0\n}', 'b', 'm {\n  a: 0\n\tb: 0\n\tn: 1\n}'],
  [
    'the line of the field before it',
    'm {\n  a: 0\n    b: 0 c: 0\n}',
    'c',
    'm {\n  a: 0\n    b: 0 c: 0\n    n: 1\n}',
  ],
  ['the fields after the brace', 'm { a: 0\n    b: 0\n}', 'a', 'm { a: 0\n    n: 1\n    b: 0\n}'],
] as const) {
  test(`a new field has the indentation of ${shows}`, () => assert.equal(added(text, after), expected));
}
