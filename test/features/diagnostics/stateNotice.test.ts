import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stateNotice } from '../../../server/src/features/diagnostics/stateNotice.ts';
import { netState } from '../../../server/src/net/states/state.ts';

const [train, trained, test0] = [netState('TRAIN'), netState('TRAIN', 0, ['train']), netState('TEST')];
const val = netState('TRAIN', 0, ['val']);
const deep = netState('TEST', 2, ['a', 'b']);

for (const [shows, held, states, expected] of [
  ['all states', [train, test0], [train, test0], ''],
  ['a phase', [train], [train, test0], ' (TRAIN phase only)'],
  ['a phase with several states', [train, val], [train, val, test0], ' (TRAIN phase only)'],
  ['a stage', [val], [trained, val], ' (TRAIN phase, stage `val` only)'],
  ['no stage', [train], [train, val], ' (TRAIN phase without stages only)'],
  ['a level and stages', [deep], [deep, test0], ' (TEST phase, level 2, stages `a` and `b` only)'],
  ['two phases', [val, test0], [train, val, test0], ' (TRAIN phase, stage `val`; TEST phase only)'],
] as const) {
  test(`the states of a message: ${shows}`, () => assert.equal(stateNotice(held, states), expected));
}
