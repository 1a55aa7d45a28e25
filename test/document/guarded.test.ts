import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guarded } from '../../server/src/document/guarded.ts';
import { open } from '../support/fixture.ts';

test('a part that throws has no result and is reported with what reproduces it', () => {
  const reported: unknown[][] = [];
  const document = open('name: "n"', { onInternalError: (...parts) => reported.push(parts) }, 'net.prototxt');
  const thrown = { reason: 'a defect' };
  const result = guarded(document, 'Quick fixes for conv/stride', { start: 6, end: 9 }, () => {
    throw thrown;
  });
  assert.equal(result, undefined);
  assert.deepEqual(reported, [
    ['Quick fixes for conv/stride at offset 6 of net.prototxt (version 0) failed.', thrown],
  ]);
  assert.equal(
    guarded(document, '', { start: 0, end: 0 }, () => 1),
    1,
  );
});
