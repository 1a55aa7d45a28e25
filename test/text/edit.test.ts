import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../server/src/text/edit.ts';

test('edits apply to the original text, in any order', () => {
  const edits = [
    { range: { start: 4, end: 5 }, newText: 'E' },
    { range: { start: 0, end: 2 }, newText: '' },
    { range: { start: 6, end: 6 }, newText: '!' },
  ];
  assert.equal(applyEdits('abcdef', edits), 'cdEf!');
});

test('insertions at one offset keep their order, before a replacement that starts there', () => {
  const edits = [
    { range: { start: 1, end: 2 }, newText: 'B' },
    { range: { start: 1, end: 1 }, newText: '1' },
    { range: { start: 1, end: 1 }, newText: '2' },
  ];
  assert.equal(applyEdits('abc', edits), 'a12Bc');
});
