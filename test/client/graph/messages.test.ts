import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFromPage } from '../../../client/src/graph/graphMessages.ts';
import { isPageState } from '../../../client/src/panels/pageState.ts';

test('messages of a page are checked', () => {
  for (const message of [
    { kind: 'ready', overlaid: false },
    { kind: 'state', state: 'TEST deploy' },
    { kind: 'state', state: null },
    { kind: 'reveal', node: 'layer:a', focus: true },
    { kind: 'save', format: 'png', content: '' },
  ])
    assert.ok(isFromPage(message));
  for (const message of [
    undefined,
    null,
    'ready',
    { kind: 'ready' },
    { kind: 'state' },
    { kind: 'state', state: 1 },
    { kind: 'reveal', node: 1, focus: true },
    { kind: 'reveal', node: 'a' },
    { kind: 'save', format: '../x', content: '' },
    { kind: 'save', format: 'svg' },
    { kind: 'other' },
  ])
    assert.ok(!isFromPage(message));
});

test('a stored state has a URI', () => {
  assert.ok(isPageState({ uri: 'file:///a' }));
  for (const state of [undefined, null, {}, { uri: 3 }]) assert.ok(!isPageState(state));
});
