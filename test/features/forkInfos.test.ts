import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forkInfos } from '../../server/src/features/forkInfos.ts';

test('a fork of which only additions are known says so', () => {
  const abouts = new Map(forkInfos().map(({ name, about }) => [name, about]));
  for (const name of ['nnie', 'shufflenet']) assert.match(abouts.get(name) ?? '', /only what it adds/u);
  for (const name of ['bvlc', 'ssd', 'python', 'segnet', 'dsn'])
    assert.doesNotMatch(abouts.get(name) ?? 'only what it adds', /only what it adds/u);
});
