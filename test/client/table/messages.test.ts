import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isColumns, isFromTable } from '../../../client/src/table/tableMessages.ts';

test('messages of a page are checked', () => {
  for (const message of [
    { kind: 'ready' },
    { kind: 'reveal', row: 'conv1', focus: false },
    { kind: 'copy', text: '' },
    { kind: 'columns', columns: ['layer', 'macs'] },
  ])
    assert.ok(isFromTable(message));
  for (const message of [
    undefined,
    null,
    'ready',
    { kind: 'reveal', row: 1, focus: true },
    { kind: 'reveal', row: 'a' },
    { kind: 'copy', text: ['a'] },
    { kind: 'columns', columns: 'layer' },
    { kind: 'columns', columns: [1] },
    { kind: 'columns' },
    { kind: 'other' },
  ])
    assert.ok(!isFromTable(message));
});

test('chosen columns are a short list of names', () => {
  assert.ok(isColumns([]));
  assert.ok(!isColumns(Array.from({ length: 1000 }, () => 'layer')));
});
