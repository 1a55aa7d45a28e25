import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../../server/src/features/hover/hover.ts';
import { netState } from '../../../server/src/net/states/state.ts';
import { open, withCursor } from '../../support/fixture.ts';

function hoverAt(marked: string): string {
  const { text, offset } = withCursor(marked);
  return hover(open(text), offset, netState('TRAIN'))?.markdown.text ?? '';
}

const solver =
  'net: "a.prototxt"\nbase_lr: 0.1\nlr_policy: "step"\ngamma: 0.1\nstepsize: 40\nmax_iter: 100\ndisplay: 20\n';

test('the fields of a schedule show it: where the rate changes, and a picture', () => {
  for (const name of ['base_lr', 'lr_policy', 'gamma', 'stepsize', 'max_iter']) {
    const text = hoverAt(solver.replace(name, `${name.slice(0, 2)}|${name.slice(2)}`));
    assert.match(text, /\| 0 \| 0\.1 \|\n\| 40 \| 0\.01 \|\n\| 80 \| 0\.001 \|/u, name);
  }
  assert.match(hoverAt(solver.replace('"step"', '"st|ep"')), /`█{13}▄{13}▁{6}`/u);
});

test('of many changes, the first ones and the last iteration have rows', () => {
  const often = solver.replace('stepsize: 40', 'stepsize: 10').replace('base_lr', 'base|_lr');
  const rows = hoverAt(often).match(/^\| (?:\d+|…) .*$/gmu);
  assert.deepEqual(rows, [
    '| 0 | 0.1 |',
    '| 10 | 0.01 |',
    '| 20 | 0.001 |',
    '| 30 | 0.0001 |',
    '| 40 | 1e-5 |',
    '| 50 | 1e-6 |',
    '| … | … |',
    '| 99 | 1e-10 |',
  ]);
});

test('a continuous change has rows at parts of the training', () => {
  const poly = solver.replace('"step"', '"po|ly"').replace('gamma: 0.1', 'power: 1');
  assert.match(hoverAt(poly), /\| 0 \| 0\.1 \|\n\| 10 \| 0\.09 \|\n\| 25 \| 0\.075 \|/u);
});

test('the picture goes from the highest to the lowest rate, and is flat for a constant one', () => {
  const inv = solver.replace('"step"', '"in|v"').replace('gamma: 0.1', 'gamma: 0.0001 power: 0.75');
  assert.match(hoverAt(inv), /`█[▁-█]{30}▁`/u);
  assert.match(hoverAt(solver.replace('"step"', '"fix|ed"')), /`▁{32}`/u);
});

test('other fields, unknown policies, and solvers without an end have none', () => {
  assert.doesNotMatch(hoverAt(solver.replace('display', 'dis|play')), /Learning rate,/u);
  assert.doesNotMatch(hoverAt(solver.replace('"step"', '"st|ap"')), /Learning rate,/u);
  assert.doesNotMatch(
    hoverAt(solver.replace('max_iter: 100\n', '').replace('"step"', '"st|ep"')),
    /Learning rate,/u,
  );
});
