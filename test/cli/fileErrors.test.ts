import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whyNot } from '../../server/src/cli/fileErrors.ts';

test('the reasons of file errors are words for users, without the path', () => {
  for (const code of ['EACCES', 'EMFILE', 'ENFILE', 'ENOENT', 'ENOSPC'])
    assert.match(whyNot({ code, name: 'Error', message: `${code}: raw, open 'x'` }), /^[a-z][^':]*\.$/u);
});
