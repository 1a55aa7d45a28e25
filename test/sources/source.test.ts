import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DataSource } from '../../server/src/layers/dataSource.ts';
import type { FileReader } from '../../server/src/sources/reader.ts';
import { readSource } from '../../server/src/sources/source.ts';
import { MemoryFiles } from '../support/fileReader.ts';
import { png } from './make.ts';

const sources: readonly DataSource[] = [
  { kind: 'hdf5List', path: 'source' },
  { kind: 'imageList', path: 'source', rootFolder: '' },
  { kind: 'mean', path: 'source' },
  { kind: 'lmdb', path: 'source' },
];

const itself = (name: string) => name;

for (const source of sources) {
  const name = source.kind === 'lmdb' ? 'source/data.mdb' : 'source';

  test(`${source.kind} that does not exist`, async () => {
    assert.deepEqual(await readSource(source, new MemoryFiles({}), itself), {
      kind: 'unreadable',
      file: name,
      why: `\`${name}\` does not exist, or is not a file.`,
    });
  });

  test(`${source.kind} where nothing may be read`, async () => {
    const files = new MemoryFiles({ [name]: 'text' });
    assert.deepEqual(await readSource(source, files, () => undefined), {
      kind: 'unreadable',
      file: name,
      why: `\`${name}\` is in a location that may not be read.`,
    });
    assert.equal(files.bytesRead, 0);
  });

  test(`${source.kind} that cannot be read`, async () => {
    const broken: FileReader = { size: async () => 10_000, read: () => Promise.reject(new Error('EACCES')) };
    assert.deepEqual(await readSource(source, broken, itself), {
      kind: 'unreadable',
      file: name,
      why: `\`${name}\` cannot be read (EACCES).`,
    });
  });

  test(`${source.kind} that shrinks while it is read`, async () => {
    const shrunk: FileReader = { size: async () => 10_000, read: async () => new Uint8Array(0) };
    assert.deepEqual(await readSource(source, shrunk, itself), {
      kind: 'unreadable',
      file: name,
      why: `\`${name}\` is damaged or truncated.`,
    });
  });
}

test('names in nets and lists are resolved alike, and the facts have the last file', async () => {
  const files = new MemoryFiles({
    'file:///net/list.txt': 'a b.png 0',
    'file:///net/images/a b.png': png(3, 4),
  });
  const asked: string[] = [];
  const resolve = (name: string) => {
    asked.push(name);
    return `file:///net/${name}`;
  };
  const request = { kind: 'imageList', path: 'list.txt', rootFolder: 'images/' } as const;
  const facts = await readSource(request, files, resolve);
  assert.equal(facts.file, 'file:///net/images/a b.png');
  assert.deepEqual(asked, ['list.txt', 'images/a b.png']);
});

test('an unreadable file in a list is reported by its name in the list', async () => {
  const files = new MemoryFiles({ list: '../secret.h5', '../secret.h5': 'secret' });
  const resolve = (name: string) => (name.startsWith('..') ? undefined : name);
  const facts = await readSource({ kind: 'hdf5List', path: 'list' }, files, resolve);
  assert.equal(
    facts.kind === 'unreadable' && facts.why,
    '`../secret.h5` is in a location that may not be read.',
  );
  assert.equal(files.bytesRead, '../secret.h5'.length);
});

test('errors of `resolve` are reported', async () => {
  const facts = await readSource({ kind: 'mean', path: 'mean' }, new MemoryFiles({}), () => {
    throw new TypeError('not a path');
  });
  assert.equal(facts.kind === 'unreadable' && facts.why, '`mean` cannot be read (not a path).');
});
