import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localPath, nodeHost } from '../../server/src/node/host.ts';

const without = [
  'file://server/share/net.prototxt',
  'file:///a%2fb.prototxt',
  'file:///%',
  'file:///%e0%a4%a',
  'FILE://server/net.prototxt',
  'untitled:Untitled-1',
  'git:/a.prototxt?x',
  'vscode-vfs://github/a/b.prototxt',
];

for (const uri of without) {
  test(`a document without a local path has no files around it: ${uri}`, () => {
    const host = nodeHost(['/w']);
    assert.equal(localPath(uri), undefined);
    assert.equal(host.path(uri), undefined);
  });
}

for (const uri of without.filter((each) => /^file:/iu.test(each))) {
  test(`no file is searched for it: ${uri}`, () => {
    const host = nodeHost(['/w']);
    assert.deepEqual(host.candidates('a.h5', uri), []);
    assert.deepEqual(host.configurations(uri), []);
    assert.equal(host.newConfiguration(uri), undefined);
    assert.equal(host.below(uri, '/w/net.prototxt'), undefined);
    assert.equal(host.below('/w/net.prototxt', uri), undefined);
  });
}

test('paths with colons are paths', () => {
  const host = nodeHost(['/w']);
  assert.deepEqual(host.candidates('a.h5', '/w/net:v2.prototxt'), ['/w/a.h5']);
  assert.equal(localPath('file:///w/net%3Av2.prototxt'), '/w/net:v2.prototxt');
});
