import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Kind, Violation } from './kinds/kind.ts';
import { minimizeList, minimizeText } from './minimize.ts';
import { indicesOf, planOf } from './plan.ts';
import { Random } from './random.ts';
import { examinerOf, signatureOf } from './run.ts';
import { readSeeds } from './seeds.ts';

/** All kinds but servers in processes of their own, which take seconds to start. */
const quick = ['text', 'edits', 'names', 'workspace', 'sources', 'protocol'];

/** A short run with a fixed seed; `npm run fuzz` runs longer ones. */
for (const planned of planOf('1', readSeeds(undefined), quick)) {
  test(`random inputs violate nothing: ${planned.name}`, async () => {
    const found: Violation[] = [];
    for (let round = 0; round < 5; round++)
      // As all violations count as known, no time is spent on reductions.
      for (const index of indicesOf(planned, round))
        await planned.inputs.examine(index, (violation) => found.push(violation) > 0);
    assert.deepEqual(found, []);
  });
}

test('the same seed gives the same input', () => {
  const [texts, other] = [planOf('3', ['layer { }\n'], ['text']), planOf('4', ['layer { }\n'], ['text'])];
  assert.equal(texts[0]?.inputs.print(5), planOf('3', ['layer { }\n'], ['text'])[0]?.inputs.print(5));
  assert.notEqual(texts[0]?.inputs.print(5), other[0]?.inputs.print(5));
});

test('random numbers are spread evenly', () => {
  const random = new Random('a');
  const drawn = Array.from({ length: 10_000 }, () => random.below(10));
  for (let digit = 0; digit < 10; digit++) {
    const count = drawn.filter((each) => each === digit).length;
    assert.ok(count > 850 && count < 1150, `${digit}: ${count}`);
  }
});

test('a list and a text are reduced to what fails', async () => {
  const numbers = Array.from({ length: 100 }, (_, index) => index);
  const both = async (list: readonly number[]) => list.includes(13) && list.includes(77);
  assert.deepEqual(await minimizeList(numbers, both), [13, 77]);
  const text = 'name: "net"\nlayer { type: "ReLU" bad: 1 }\nlayer { }\n';
  assert.equal(await minimizeText(text, async (some) => some.includes('bad')), 'bad');
});

/** A kind whose inputs with the word `bad` fail. */
const words: Kind<string> = {
  name: 'words',
  generate: (random) => Array.from({ length: 50 }, () => random.pick(['good', 'fine', 'bad'])).join('\n'),
  violations: async (text) =>
    text.includes('bad')
      ? [{ oracle: 'no bad word', message: `the word "bad" at ${text.indexOf('bad')}` }]
      : [],
  minimize: (text, fails) => minimizeText(text, fails),
  size: () => 1,
  print: (text) => text,
};

test('an input that violates an oracle is reduced and reported once', async () => {
  const { examine } = examinerOf(words, '1', []);
  const { finds } = await examine(0, () => false);
  assert.deepEqual(
    finds.map(({ kind, index, oracle, input }) => [kind, index, oracle, input]),
    [['words', 0, 'no bad word', 'bad']],
  );
  const known = new Set(finds.map(signatureOf));
  assert.deepEqual((await examine(1, (each) => known.has(signatureOf(each)))).finds, []);
});

test('the command prints a tally and how to continue', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(import.meta.dirname, 'main.ts'),
      '--seconds',
      '1',
      '--seed',
      '1',
      '--kind',
      'sources',
      '--round',
      '5',
    ],
    { encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^\d+ inputs \(\d+ sources\), \d+ edits and messages, \d+ s$/mu);
  assert.match(stdout, /^to continue: npm run fuzz -- --seed 1 --round \d+$/mu);
  assert.match(stdout, /^\d+ passed, 0 failed$/mu);
});

test('the command refuses unknown kinds', () => {
  const main = join(import.meta.dirname, 'main.ts');
  const { status, stderr } = spawnSync(process.execPath, [main, '--kind', 'x'], { encoding: 'utf8' });
  assert.equal(status, 2);
  assert.match(stderr, /^--kind x: the kinds are text, /u);
});
