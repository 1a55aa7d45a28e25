import assert from 'node:assert/strict';
import { test } from 'node:test';
import { file, run } from './support/run.ts';

const net = file(
  'net.prototxt',
  'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 } } }\n',
);

test('an empty argument is invalid usage', () => {
  for (const args of [
    ['check', ''],
    ['explain', ''],
    ['summary', net, ''],
    ['diff', net, ''],
    ['graph', ''],
  ]) {
    const { code, out, err } = run(...args);
    assert.deepEqual([code, out], [2, ''], args.join(' '));
    assert.match(err, /^error: an argument is empty\n/u);
  }
});

test('an output must be the name of a file', () => {
  for (const command of ['graph', 'deploy', 'upgrade'])
    for (const [output, why] of [
      ['', 'Expected the name of a file.'],
      ['.', 'It is a folder.'],
    ] as const) {
      const { code, err } = run(command, net, '-o', output);
      assert.equal(code, 2);
      assert.ok(
        err.startsWith(`error: option '-o, --output <file>' argument '${output}' is invalid. ${why}\n`),
        err,
      );
    }
});

test('an option with one value can only be given once', () => {
  for (const option of [
    ['--phase', 'TRAIN', '--phase', 'TEST'],
    ['--format', 'json', '--format', 'text'],
    ['-j', '1', '--jobs', '2'],
  ]) {
    const { code, err } = run('check', net, ...option);
    assert.equal(code, 2);
    assert.match(err, /^error: option '.*' can only be given once\n/u);
  }
  const repeatable = ['--stage', '--input-shape', '--rule'];
  const values = ['a', 'x=1', 'unused-top=off'];
  const args = repeatable.flatMap((option, index) => [
    option,
    values[index] ?? '',
    option,
    values[index] ?? '',
  ]);
  assert.equal(run('check', net, ...args).code, 0);
});

test('the help of every command has its exit codes once', () => {
  for (const command of ['check', 'summary', 'diff', 'graph', 'upgrade', 'deploy', 'explain'])
    assert.equal(run(command, '--help').out.match(/^Exit codes: /gmu)?.length, 1, command);
  assert.match(
    run('diff', '--help').out,
    /2 for invalid usage or files that cannot be read or compared\.\n$/u,
  );
  assert.doesNotMatch(run('check', '--help').out, /\[\]/u);
});

test('--input-shape for a blob that no net has: a warning', () => {
  const warning = 'warning: --input-shape has no effect for `typo`: no net has a blob of this name.\n';
  const other = file('other.prototxt', 'layer { name: "y" type: "Input" top: "y" }\n');
  for (const [command, ...nets] of [
    ['check', net, other],
    ['summary', net, other],
    ['diff', net, other],
    ['graph', net],
    ['deploy', net],
  ] as const)
    assert.ok(
      run(command, ...nets, '--input-shape', 'typo=1x2', '--input-shape', 'x=1').err.startsWith(warning),
      command,
    );
  assert.equal(run('check', net, other, '--input-shape', 'y=1', '--input-shape', 'x=1').err, '');
  const solver = file('solver.prototxt', 'net: "net.prototxt"\nbase_lr: 0.1\nlr_policy: "fixed"\n');
  assert.equal(run('check', solver, net, '--input-shape', 'x=1').err, '');
});

test('--proto must be a schema of Caffe', () => {
  const other = file('other.proto', 'message Other { optional int32 a = 1; }\n');
  for (const [proto, why] of [
    ['.', 'it is a folder.'],
    [net, 'line 1: Unexpected `layer`.'],
    [other, 'line 1: The file does not declare `NetParameter`, which every Caffe has.'],
  ] as const)
    for (const [command, ...nets] of [
      ['check', net],
      ['diff', net, net],
      ['graph', net],
      ['upgrade', net],
    ] as const) {
      const { code, out, err } = run(command, ...nets, '--proto', proto);
      assert.deepEqual([code, out], [2, ''], command);
      assert.ok(err.startsWith(`error: the schema ${proto} cannot be used: ${why}\n`), err);
    }
});
