import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainMessage } from '../../client/src/plainMessage.ts';

test('a name in a message is no link', () => {
  assert.equal(plainMessage('Layer `[a](command:x)` stays.'), 'Layer `[a] (command:x)` stays.');
  assert.equal(plainMessage('Layer `a` (Data) stays.'), 'Layer `a` (Data) stays.');
});
