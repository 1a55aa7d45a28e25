import assert from 'node:assert/strict';
import { test } from 'node:test';
import { residualNet } from '../bench/generate.ts';
import { keyOf, openText, withKey } from '../bench/key.ts';
import type { Result } from '../bench/measures.ts';
import { compareLines, number, ratioLines } from '../bench/report.ts';
import { sample, summarised } from '../bench/sample.ts';
import { diagnostics } from '../server/src/features/diagnostics/diagnostics.ts';

test('a generated net has the requested number of layers, and Caffe accepts it', () => {
  for (const layers of [4, 5, 12, 13, 14, 100]) {
    const document = openText(residualNet(layers));
    assert.equal(document.netInput().upgraded.layers.length, layers);
    assert.deepEqual(diagnostics(document), []);
  }
});

test('the key is a digit in the middle whose change causes no problem', () => {
  const document = openText(residualNet(100));
  const key = keyOf(document);
  assert.ok(key);
  assert.ok(Math.abs(key.offset - document.text.length / 2) < document.text.length / 8);
  const edited = withKey(document.text, key, 'after');
  assert.notEqual(edited, document.text);
  assert.deepEqual(diagnostics(openText(edited, document)), []);
  assert.equal(withKey(edited, key, 'before'), document.text);
});

test('a net without num_output has no key', () => {
  assert.equal(keyOf(openText('layer { name: "a" type: "Input" top: "a" }')), undefined);
});

test('median and quartiles', () => {
  assert.deepEqual(summarised([5, 1, 4, 2, 3]), { median: 3, low: 2, high: 4, runs: 5 });
  assert.deepEqual(summarised([1, 2, 3, 4]), { median: 2.5, low: 1.75, high: 3.25, runs: 4 });
});

test('a sample excludes warm-ups and ends after the given runs and time', async () => {
  let taken = 0;
  const take = () => ++taken;
  const enough = await sample({ warmUps: 2, runs: 3, most: 9, time: -1 }, take);
  assert.deepEqual(enough, { median: 4, low: 3.5, high: 4.5, runs: 3 });
  const most = await sample({ warmUps: 0, runs: 3, most: 9, time: 60_000 }, take);
  assert.equal(most.runs, 9);
});

const result = (subject: string, measure: string, median: number): Result => ({
  subject,
  measure,
  unit: 'ms',
  median,
  low: median,
  high: median,
  runs: 3,
});

test('ratios within one run and between two runs', () => {
  const results = [
    result('1,000 layers', 'open to diagnostics', 100),
    result('1,000 layers', 'key to diagnostics', 4),
    result('10,000 layers', 'key to diagnostics', 10),
  ];
  assert.deepEqual(ratioLines(results), [
    '1,000 layers           open / key, to diagnostics    25.0 ×',
    '1,000 layers → 10,000  growth of key to diagnostics  2.50 ×',
  ]);
  assert.deepEqual(compareLines(results, [result('1,000 layers', 'key to diagnostics', 50)]), [
    '1,000 layers  key to diagnostics  12.5 ×  50.0 → 4.00 ms',
  ]);
});

test('numbers have three significant digits', () => {
  assert.deepEqual([0.01234, 0.1234, 1.234, 12.34, 1234.5].map(number), [
    '0.01',
    '0.12',
    '1.23',
    '12.3',
    '1,235',
  ]);
});
