import assert from 'node:assert/strict';
import { test } from 'node:test';
import { file, run, runWith } from '../support/run.ts';

const input = 'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 } } }\n';
const ip = (count: number) =>
  `layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: ${count} } }\n`;
const old = file('old.prototxt', input + ip(4));
const current = file('new.prototxt', input + ip(5));
const solver = file('solver.prototxt', 'net: "old.prototxt"\nbase_lr: 1\n');
const empty = file('empty.prototxt', '');

test('equal nets: exit code 0', () => {
  const { code, out, err } = run('diff', old, file('same.prototxt', `# a comment\n${input}${ip(4)}`));
  assert.equal(code, 0);
  assert.match(out, /The nets are equal\. Compared in TRAIN and TEST\./u);
  assert.equal(err, '');
});

test('nets that differ: exit code 1', () => {
  const { code, out } = run('diff', old, current);
  assert.equal(code, 1);
  assert.match(out, /^~ ip {2}InnerProduct {2}num_output: 4 → 5$/mu);
});

for (const [shows, args, message] of [
  ['a solver', [old, solver], 'solver.prototxt: This is a solver, not a net.\n'],
  ['a missing file', ['missing', old], 'missing: no such file or folder.\n'],
  [
    'two files that cannot be read',
    ['missing', solver],
    'missing: no such file or folder.\nsolver.prototxt: This is a solver, not a net.\n',
  ],
  [
    'another file',
    [file('page.prototxt', '<!doctype html>'), old],
    'page.prototxt: This is a web page instead of the file that it shows. Download the file itself: on GitHub, use “Raw”.\n',
  ],
  [
    'a file of other fields',
    [file('other.prototxt', 'item { name: "a" id: 1 }'), old],
    'other.prototxt: This is not a net.\n',
  ],
] as const) {
  test(`${shows}: exit code 2`, () => {
    const { code, out, err } = run('diff', ...args);
    assert.deepEqual([code, out, err], [2, '', message]);
  });
}

test('one file, and standard input twice: exit code 2', () => {
  assert.equal(run('diff', old).code, 2);
  const { code, err } = runWith(input, 'diff', '-', '-');
  assert.equal(code, 2);
  assert.match(err, /standard input can only be given once/u);
});

test('standard input', () => {
  const { code, out } = runWith(input + ip(4), 'diff', '-', old);
  assert.equal(code, 0);
  assert.match(out, /^- standard input\n\+ old\.prototxt\n/u);
});

test('empty nets', () => {
  assert.equal(run('diff', empty, empty).code, 0);
  assert.match(run('diff', empty, old).out, /^2 layers added\. Compared/mu);
});

test('JSON', () => {
  const { code, out } = run('diff', '--format', 'json', '--phase', 'TEST', old, current);
  assert.equal(code, 1);
  const { before, after, equal, states } = JSON.parse(out);
  assert.deepEqual(before, { file: 'old.prototxt', name: '', dialect: 'bvlc', errors: 0 });
  assert.equal(after.file, 'new.prototxt');
  assert.equal(equal, false);
  assert.equal(states.length, 1);
  const [{ before: state, totals, layers }] = states;
  assert.deepEqual(state, { phase: 'TEST', level: 0, stages: [] });
  assert.deepEqual([totals.before.params, totals.after.params], [16, 20]);
  const [layer] = layers;
  assert.deepEqual(layer.differs, ['fields', 'shapes', 'params', 'macs']);
  assert.deepEqual(layer.fields, [{ path: 'inner_product_param.num_output', before: 4, after: 5 }]);
  assert.deepEqual(layer.after, {
    name: 'ip',
    type: 'InnerProduct',
    line: 2,
    bottoms: ['x'],
    tops: ['ip'],
    shapes: [[1, 5]],
    params: 20,
    macs: 15,
  });
});

test('Markdown', () => {
  const { code, out } = run('diff', '--format', 'markdown', old, current);
  assert.equal(code, 1);
  assert.match(out, /^### `old\.prototxt` → `new\.prototxt`\n/u);
  assert.match(out, /^\| 🟡 changed \| `ip` \| InnerProduct \| `num_output`: `4` → `5`<br>/mu);
});

test('colors', () => {
  const isColored = ({ out }: { out: string }) => out.includes('\u001b[33mip\u001b[39m');
  assert.ok(isColored(run('diff', '--color', 'always', old, current)));
  assert.ok(!isColored(run('diff', old, current)));
});

test('--all lists affected layers with their differences', () => {
  const relu = 'layer { name: "relu" type: "ReLU" bottom: "ip" top: "relu" }\n';
  const [one, other] = [4, 5].map((count) => file(`relu${count}.prototxt`, input + ip(count) + relu));
  const args = [one ?? '', other ?? ''];
  assert.match(run('diff', ...args).out, /^· In 1 other layer, only shapes or costs differ:\n {2}relu$/mu);
  assert.match(run('diff', '--all', ...args).out, /^· relu {2}ReLU {10}output: 1×4 → 1×5$/mu);
});
