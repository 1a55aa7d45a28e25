import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { nodeHost } from '../../server/src/node/host.ts';

const root = mkdtempSync(join(tmpdir(), 'host-'));
const net = join(root, 'models', 'lenet', 'net.prototxt');
mkdirSync(join(root, 'models', 'lenet'), { recursive: true });
writeFileSync(join(root, 'data.txt'), 'abcdef');
after(() => rmSync(root, { recursive: true }));

test('a relative name is searched in the folder of the file, its parents up to the root, then the other roots', () => {
  const host = nodeHost([root, join(root, 'other')]);
  assert.deepEqual(host.candidates('a/b.h5', net), [
    join(root, 'models', 'lenet', 'a', 'b.h5'),
    join(root, 'models', 'a', 'b.h5'),
    join(root, 'a', 'b.h5'),
    join(root, 'other', 'a', 'b.h5'),
  ]);
});

test('a relative name stays within the root; an absolute name can be anywhere', () => {
  const host = nodeHost([root]);
  assert.deepEqual(host.candidates('../x.h5', net), [join(root, 'models', 'x.h5'), join(root, 'x.h5')]);
  assert.deepEqual(host.candidates('../../../../x.h5', net), []);
  assert.deepEqual(host.candidates('/data/x.h5', net), ['/data/x.h5']);
});

test('a name that starts with two dots is not a parent path', () => {
  const host = nodeHost([root]);
  assert.deepEqual(host.candidates('..data/x.h5', join(root, 'net.prototxt')), [
    join(root, '..data', 'x.h5'),
  ]);
  assert.equal(host.below(join(root, '..data', 'x'), join(root, 'net.prototxt')), '..data/x');
});

test('for a file outside of all roots, its folder and the roots are searched', () => {
  assert.deepEqual(nodeHost([join(root, 'models')]).candidates('x', join(root, 'net.prototxt')), [
    join(root, 'x'),
    join(root, 'models', 'x'),
  ]);
});

test('declarations: the nearest file first; a new file is created at the root', () => {
  const host = nodeHost([root]);
  const names = ['models/lenet', 'models', ''].map((folder) => join(root, folder, 'caffe-prototxt.json'));
  assert.deepEqual(host.configurations(pathToFileURL(net).href), names);
  assert.equal(host.newConfiguration(pathToFileURL(net).href), join(root, 'caffe-prototxt.json'));
});

test('relative paths for patterns', () => {
  const host = nodeHost([root]);
  assert.equal(host.below(net, join(root, 'caffe-prototxt.json')), 'models/lenet/net.prototxt');
  assert.equal(host.below(join(root, 'x'), net), undefined);
});

test('reads parts of files; no size for a missing file', async () => {
  const host = nodeHost([root]);
  assert.equal(await host.size(join(root, 'data.txt')), 6);
  assert.equal(await host.size(root), undefined);
  assert.equal(await host.size(join(root, 'nothing')), undefined);
  const read = async (start: number, length: number) =>
    new TextDecoder().decode(await host.read(join(root, 'data.txt'), start, length));
  assert.equal(await read(2, 3), 'cde');
  assert.equal(await read(4, 10), 'ef');
});

const posixOnly = process.platform === 'win32' ? 'needs POSIX' : false;

test('paths of other machines are not read, except below a root', () => {
  for (const name of [
    '//server/share/x.h5',
    '\\\\server\\share\\x.h5',
    '/\\server/share/x.h5',
    '\\\\?\\C:\\x.h5',
  ])
    assert.deepEqual(nodeHost([root]).candidates(name, net), [], name);
  const share = '//server/share/x.h5';
  assert.deepEqual(nodeHost(['//server/share']).candidates(share, net), [share]);
});

test('a symbolic link in a root may not lead out of the roots', { skip: posixOnly }, async () => {
  const inner = join(root, 'models');
  symlinkSync(join(root, 'data.txt'), join(inner, 'out.txt'));
  symlinkSync(root, join(inner, 'up'));
  symlinkSync(join(inner, 'own.txt'), join(inner, 'in.txt'));
  writeFileSync(join(inner, 'own.txt'), 'abc');
  const sizes = (host: ReturnType<typeof nodeHost>) =>
    Promise.all(['out.txt', 'up/data.txt', 'in.txt'].map((name) => host.size(join(inner, name))));
  assert.deepEqual(await sizes(nodeHost([inner])), [undefined, undefined, 3]);
  assert.deepEqual(await sizes(nodeHost([inner, root])), [6, 6, 3]);
  assert.deepEqual(await sizes(nodeHost([inner], { linksMayLeave: true })), [6, 6, 3]);
  assert.equal(await nodeHost([inner]).size(join(root, 'data.txt')), 6);
});

test('a root may be a symbolic link', { skip: posixOnly }, async () => {
  const alias = join(root, 'alias');
  symlinkSync(join(root, 'models'), alias);
  writeFileSync(join(root, 'models', 'x.txt'), 'abc');
  assert.equal(await nodeHost([alias]).size(join(alias, 'x.txt')), 3);
});

test('named pipes and devices have no size and are not read', { skip: posixOnly }, async () => {
  const pipe = join(root, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const host = nodeHost([root]);
  for (const path of [pipe, '/dev/zero']) {
    assert.equal(await host.size(path), undefined);
    await assert.rejects(host.read(path, 0, 10), /it is not a regular file/u);
  }
});

test('the entries of a folder that does not lead out of its root, without hidden ones', async () => {
  const [inside, outside] = [join(root, 'listed'), mkdtempSync(join(tmpdir(), 'outside-'))];
  after(() => rmSync(outside, { recursive: true }));
  mkdirSync(join(inside, 'folder'), { recursive: true });
  writeFileSync(join(inside, 'file'), '');
  writeFileSync(join(inside, '.hidden'), '');
  symlinkSync('folder', join(inside, 'link'));
  symlinkSync(outside, join(root, 'away'));
  writeFileSync(join(outside, 'secret'), '');
  const entries = async (path: string) => {
    const found: string[] = [];
    for await (const { name, isFolder } of nodeHost([root]).entries(path)) found.push(`${name} ${isFolder}`);
    return found.sort();
  };
  assert.deepEqual(await entries(inside), ['file false', 'folder true', 'link true']);
  assert.deepEqual(await entries(join(root, 'away')), []);
  assert.deepEqual(await entries(join(root, 'nowhere')), []);
  assert.deepEqual(await entries(join(inside, 'file')), []);
});
