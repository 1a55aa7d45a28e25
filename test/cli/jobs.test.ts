import assert from 'node:assert/strict';
import { test } from 'node:test';
import { file, read, run, runWith } from './support/run.ts';

const input =
  'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';

/** A net with a varying number of layers, so that durations differ; every third net has an error. */
function net(index: number): string {
  const layers = Array.from(
    { length: (index % 5) * 20 },
    (_, layer) => `layer { name: "r${layer}" type: "ReLU" bottom: "x" top: "r${layer}" }\n`,
  );
  const error = 'layer { name: "p" type: "ReLU" bottom: "missing" top: "p" }\n';
  return `${input}${index % 3 === 0 ? error : ''}${layers.join('')}`;
}

const folder = 'nets';
for (let index = 0; index < 30; index += 1)
  file(`${folder}/${String(index).padStart(2, '0')}.prototxt`, net(index));
const staged = `${input}layer { name: "s" type: "ReLU" bottom: "x" top: "s" include { stage: "late" } }\n`;
file(`${folder}/staged.prototxt`, staged);
file(`${folder}/zz_solver.prototxt`, 'net: "staged.prototxt"\ntrain_state { stage: "late" }\nbase_lr: 0.1\n');

const inThreads: readonly (readonly [string, readonly string[]])[] = [
  ['check as text', ['check', folder]],
  ['check as JSON', ['check', '--format', 'json', folder]],
  ['check as SARIF', ['check', '--format', 'sarif', folder]],
  ['check for GitHub', ['check', '--format', 'github', folder]],
  [
    'check with severities and shapes',
    ['check', '--rule', 'net/unknown-bottom=information', '--input-shape', 'x=2x3', folder],
  ],
  [
    'check with too many warnings',
    ['check', '--rule', 'net/unknown-bottom=warning', '--max-warnings', '1', folder],
  ],
  ['summary as a table', ['summary', folder]],
  ['summary as JSON', ['summary', '--format', 'json', folder]],
  ['check with a missing file', ['check', folder, 'missing.prototxt', `${folder}/01.prototxt`]],
  ['check with standard input', ['check', folder, '-', `${folder}/03.prototxt`]],
];

for (const [name, args] of inThreads) {
  test(`${name}: same output for any number of threads`, () => {
    const alone = runWith(staged, ...args, '--jobs', '1');
    assert.ok(alone.out.length > 0);
    assert.deepEqual(runWith(staged, ...args, '--jobs', '3'), alone);
  });
}

test('a solver sets the states of a net in a different thread', () => {
  const nets = JSON.parse(run('check', '--format', 'json', '--jobs', '3', folder).out);
  const one = nets.find(({ file }: { file: string }) => file.endsWith('staged.prototxt'));
  assert.deepEqual(
    [one.statesBy, one.solvers, one.states[0].stages],
    ['solver', ['zz_solver.prototxt'], ['late']],
  );
});

test('--fix in several threads: each file once, even if it is given twice', () => {
  const before = input.replace('dim: 1 ', 'dim: 1.0 ');
  const names = Array.from({ length: 6 }, (_, index) => file(`fix/${index}.prototxt`, before));
  const { code, err } = run('check', '--fix', '--jobs', '3', 'fix');
  assert.deepEqual([code, err], [0, '6 edits applied.\n']);
  for (const name of names) assert.equal(read(name), input);
  const twice = file('twice.prototxt', before);
  assert.equal(run('check', '--fix', '--jobs', '2', twice, `./${twice}`).err, '1 edit applied.\n');
  assert.equal(read(twice), input);
});

test('--jobs requires an integer of 1 or more', () => {
  for (const bad of ['0', '-1', 'many']) {
    const { code, err } = run('check', '--jobs', bad, folder);
    assert.equal(code, 2);
    assert.match(err, /Expected an integer/u);
  }
});
