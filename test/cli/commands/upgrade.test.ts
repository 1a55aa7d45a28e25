import assert from 'node:assert/strict';
import { test } from 'node:test';
import { file, read, run, runWith } from '../support/run.ts';

const old = 'layers { name: "a" type: RELU bottom: "x" top: "a" }\n';
const current = 'layer { name: "a" type: "ReLU" bottom: "x" top: "a" }\n';

test('upgrade: writes to standard output, to a file, in place', () => {
  const one = file('one.prototxt', old);
  const two = file('two.prototxt', old);
  assert.deepEqual(run('upgrade', one), { code: 0, out: current, err: '' });
  assert.deepEqual(run('upgrade', one, '-o', 'out.prototxt'), { code: 0, out: '', err: '' });
  assert.deepEqual([read(one), read('out.prototxt')], [old, current]);
  assert.deepEqual(run('upgrade', '--write', one, two), { code: 0, out: '', err: '' });
  assert.deepEqual([read(one), read(two)], [current, current]);
  assert.deepEqual(run('upgrade', one), { code: 0, out: current, err: '' });
});

test('upgrade: bytes that are not UTF-8 are preserved', () => {
  const text = `# \u00c4\u00d6\u00dc\n${old}`;
  const name = file('latin.prototxt', Buffer.from(text, 'latin1'));
  run('upgrade', '-w', name);
  assert.equal(read(name), `# \u00c4\u00d6\u00dc\n${current}`);
});

test('upgrade: standard input cannot be changed in place', () => {
  assert.deepEqual(runWith(old, 'upgrade', '-'), { code: 0, out: current, err: '' });
  assert.deepEqual(runWith(old, 'upgrade', '-', '-o', 'piped.prototxt'), { code: 0, out: '', err: '' });
  assert.equal(read('piped.prototxt'), current);
  const { code, err } = runWith(old, 'upgrade', '--write', '-');
  assert.equal(code, 2);
  assert.match(err, /^error: standard input cannot be changed in place/u);
});

test('upgrade: a byte order mark, CRLF and mixed encodings are preserved', () => {
  const mark = '\u00ef\u00bb\u00bf';
  const gbk = '# \u00cd\u00f8\r\n';
  for (const head of [mark, `${mark}# one\r\n`, gbk, `${gbk}# \u00c3\u00a4\r\n`]) {
    const bytes = Buffer.from(`${head}${old.replace('\n', '\r\n')}`, 'latin1');
    const name = file('bytes.prototxt', bytes);
    assert.equal(run('upgrade', '-w', name).code, 0);
    assert.equal(read(name), `${head}${current.replace('\n', '\r\n')}`);
  }
});

test('upgrade: a file that cannot be upgraded is reported and unchanged', () => {
  const broken = file('broken.prototxt', 'layers { name: "a" type: RELU\n');
  const labels = file('labels.prototxt', 'item { name: "cat" label: 1 }\n');
  const { code, out, err } = run('upgrade', '--write', broken, labels);
  assert.deepEqual([code, out], [1, '']);
  assert.match(
    err,
    /^broken\.prototxt: Syntax error: .*\nlabels\.prototxt: The file is neither a net nor a solver\.\n$/u,
  );
  assert.equal(read(broken), 'layers { name: "a" type: RELU\n');
});

test('upgrade: invalid usage and unreadable files', () => {
  const one = file('one.prototxt', old);
  const two = file('two.prototxt', old);
  assert.equal(run('upgrade', 'missing.prototxt').code, 2);
  assert.equal(run('upgrade', one, '-o', 'no/such/folder.prototxt').code, 2);
  assert.match(run('upgrade', one, two).err, /^error: several files require --write/u);
  assert.equal(run('upgrade', one, two).code, 2);
  assert.equal(run('upgrade', one, '--write', '-o', 'out.prototxt').code, 2);
});

test('upgrade: a layer of an unknown type is unchanged and reported', () => {
  const unknown = 'layers { name: "b" type: MYSTERY bottom: "a" top: "b" blobs_lr: 1 }\n';
  const name = file('unknown.prototxt', old + unknown);
  const err = `${name}: line 2: \`MYSTERY\` is not a known layer type of V1. The layer \`b\` is unchanged.\n`;
  assert.deepEqual(run('upgrade', name), { code: 1, out: current + unknown, err });
  assert.deepEqual(run('upgrade', '--write', name), { code: 1, out: '', err });
  assert.equal(read(name), current + unknown);
});
