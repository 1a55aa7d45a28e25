import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonText, shortened, visible } from '../../server/src/text/visible.ts';

const table: readonly (readonly [what: string, text: string, shown: string])[] = [
  ['text', 'conv1/网络 é 😀', 'conv1/网络 é 😀'],
  ['a tab', 'a\tb', 'a\tb'],
  ['line breaks', 'a\nb\r\nc', 'a⏎b\\x0d⏎c'],
  ['an escape sequence', '\u001b[2J', '\\x1b[2J'],
  ['BEL, NUL and DEL', '\u0007\0\u007f', '\\x07\\x00\\x7f'],
  ['C1 controls', '\u009b31m\u0085', '\\x9b31m\\x85'],
  ['overrides of the direction', 'a\u202eb\u2066c\u200f', 'a\\u202eb\\u2066c\\u200f'],
  ['characters without width', 'a\u200bb\ufeffc\u00add', 'a\\u200bb\\ufeffc\\xadd'],
  ['line separators', 'a\u2028b\u2029', 'a\\u2028b\\u2029'],
  ['tags beyond the basic plane', '\u{e0041}', '\\u{e0041}'],
  ['an unpaired surrogate', 'a\ud83d', 'a\\ud83d'],
];

for (const [what, text, shown] of table) {
  test(`visible: ${what}`, () => {
    assert.equal(visible(text), shown);
    assert.equal(visible(shown), shown);
  });
}

test('jsonText: no character that a terminal obeys, and the same value', () => {
  const value = { names: ['\u009b31m\u007f', 'a\u202eb\u2028', '\u{e0041}', '\n\t', '网络 é 😀'] };
  for (const indent of [0, 2]) {
    const text = jsonText(value, indent);
    assert.equal(visible(text.replaceAll('\n', '')), text.replaceAll('\n', ''));
    assert.deepEqual(JSON.parse(text), value);
  }
});

test('shortened: the limit, and no half characters', () => {
  assert.equal(shortened('abcd', 4), 'abcd');
  assert.equal(shortened('abcde', 4), 'abc…');
  assert.equal(shortened('ab😀cd', 4), 'ab…');
  assert.equal(shortened('abc', 0), '…');
});
