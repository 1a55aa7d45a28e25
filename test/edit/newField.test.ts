import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quoted } from '../../server/src/edit/newField.ts';

test('a string literal escapes quotes, backslashes and control characters', () => {
  assert.equal(quoted('a"b\\c'), String.raw`"a\"b\\c"`);
  assert.equal(quoted('a\nb\rc\td\u0000e\u001bf\u007f'), String.raw`"a\nb\rc\td\000e\033f\177"`);
  assert.equal(quoted("it's é 名"), `"it's é 名"`);
});
