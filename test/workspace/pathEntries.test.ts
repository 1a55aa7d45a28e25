import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noHost } from '../../server/src/workspace/host.ts';
import { pathEntries } from '../../server/src/workspace/pathEntries.ts';
import { memoryHost } from './support/memoryHost.ts';

const host = memoryHost({
  '/w/models/net.prototxt': '',
  '/w/models/data/list.txt': '',
  '/w/data/train_lmdb/data.mdb': '',
  '/w/data/list.txt': '',
  '/w/solver.prototxt': '',
});
const net = '/w/models/net.prototxt';

test('the entries of all folders from which a path may start, the nearest first', async () => {
  const { entries, isComplete } = await pathEntries('', net, host);
  assert.deepEqual(
    entries.map(({ name, kind }) => `${name} ${kind}`),
    ['net.prototxt file', 'data folder', 'models folder', 'solver.prototxt file'],
  );
  assert.ok(isComplete);
});

test('a folder with a database is one', async () => {
  const { entries } = await pathEntries('data/tr', net, host);
  assert.deepEqual(entries, [
    { name: 'list.txt', kind: 'file' },
    { name: 'train_lmdb', kind: 'database' },
  ]);
});

test('a folder that does not exist, and a host without files', async () => {
  assert.deepEqual((await pathEntries('nowhere/', net, host)).entries, []);
  assert.deepEqual((await pathEntries('', net, noHost)).entries, []);
});

test('of many entries, those that start like the path', async () => {
  let read = 0;
  const many = {
    ...host,
    async *entries() {
      for (let index = 0; index < 1_000_000; index += 1) {
        read += 1;
        yield { name: `${index}.jpg`, isFolder: false };
      }
    },
  };
  const { entries, isComplete } = await pathEntries('1234', net, many);
  assert.deepEqual(
    entries.map(({ name }) => name),
    ['1234.jpg', ...Array.from({ length: 10 }, (_, digit) => `1234${digit}.jpg`)],
  );
  assert.ok(!isComplete && read <= 20_001);
  assert.equal((await pathEntries('', net, many)).entries.length, 300);
});
