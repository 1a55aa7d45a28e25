import assert from 'node:assert/strict';
import { test } from 'node:test';
import { file, read, run, runWith } from '../support/run.ts';

const ugly = 'layer{name:"a"\n type:"ReLU"}\n';
const clean = 'layer {\n  name: "a"\n  type: "ReLU"\n}\n';

test('format: writes to standard output, or in place', () => {
  const one = file('ugly.prototxt', ugly);
  assert.deepEqual(run('format', one, '--indent', '2'), { code: 0, out: clean, err: '' });
  assert.deepEqual(run('format', '--indent', '2', '--write', one), { code: 0, out: '', err: '' });
  assert.equal(read(one), clean);
  assert.deepEqual(runWith(ugly, 'format', '-', '--indent', 'tab').out, clean.replaceAll('  ', '\t'));
});

test('format: --check prints the files that would change', () => {
  const [one, two] = [file('ugly.prototxt', ugly), file('clean.prototxt', clean)];
  assert.deepEqual(run('format', '--check', two), { code: 0, out: '', err: '' });
  assert.deepEqual(run('format', '--check', one, two), { code: 1, out: 'ugly.prototxt\n', err: '' });
  assert.equal(read(one), ugly);
  assert.equal(run('format', '--check', one, one).out, 'ugly.prototxt\n');
});

test('format: --help ends with its own exit codes', () => {
  assert.match(run('format', '--help').out, /Exit codes: [^\n]*--check or --diff[^\n]*\n$/u);
});

test('format: a folder without nets, and a file of blank lines', () => {
  const blank = file('blank.prototxt', '\n \n');
  assert.deepEqual(run('format', blank), { code: 0, out: '', err: '' });
  file('nothing/notes.txt', '');
  assert.match(run('format', 'nothing').err, /^nothing: the folder has no prototxt files\.\n$/u);
});

test('format: --diff prints the changes', () => {
  const one = file('ugly.prototxt', ugly);
  const { code, out } = run('format', '--diff', one, '--indent', '2');
  assert.equal(code, 1);
  assert.match(out, /^--- ugly\.prototxt\n?.*\n\+\+\+ ugly\.prototxt.*\n@@ -1,2 \+1,4 @@\n/mu);
  assert.match(out, /^\+ {2}name: "a"$/mu);
  assert.equal(read(one), ugly);
});

test('format: options', () => {
  const long = "layer { name: 'a', type: 'ReLU' }\n";
  const args = ['--indent', '4', '--one-line-limit', '20', '--quotes', 'double', '--separators', 'remove'];
  const expected = 'layer {\n    name: "a"\n    type: "ReLU"\n}\n';
  assert.deepEqual(runWith(long, 'format', '-', ...args), { code: 0, out: expected, err: '' });
});

test('format: repeated values as lists', () => {
  const text = 'layer { bottom: "a" bottom: "b" }\n';
  const expected = 'layer { bottom: ["a", "b"] }\n';
  assert.deepEqual(runWith(text, 'format', '-', '--repeated', 'list'), { code: 0, out: expected, err: '' });
});

test('format: a file with syntax errors is reported and unchanged', () => {
  const broken = file('broken.prototxt', 'layer{ name: "a"\n');
  const { code, err } = run('format', '--write', broken);
  assert.equal(code, 1);
  assert.match(err, /^broken\.prototxt: line 1, column 6: .*closed.* The file is not formatted\.\n$/u);
  assert.equal(read(broken), 'layer{ name: "a"\n');
});

test('format: bytes that are not UTF-8 and Windows line ends are preserved', () => {
  const name = file('gbk.prototxt', Buffer.from('# \u00cd\u00f8\r\na{b:1}\r\n', 'latin1'));
  assert.equal(run('format', '-w', name).code, 0);
  assert.equal(read(name), '# \u00cd\u00f8\r\na { b: 1 }\r\n');
});

test('format: invalid usage', () => {
  const [one, two] = [file('ugly.prototxt', ugly), file('clean.prototxt', clean)];
  assert.match(run('format', one, two).err, /^error: several files require --write, --check or --diff/u);
  assert.match(
    run('format', one, '--write', '--check').err,
    /^error: --write and --check cannot be combined/u,
  );
  for (const args of [
    ['--indent', '9'],
    ['--one-line-limit', '-1'],
    ['--quotes', 'none'],
    ['missing.prototxt'],
  ])
    assert.equal(run('format', one, ...args, '--check').code, 2, args.join(' '));
});
