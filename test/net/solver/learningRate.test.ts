import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lowerRoot } from '../../../server/src/net/lower.ts';
import { scheduleOf } from '../../../server/src/net/solver/learningRate.ts';
import { bvlc } from '../../../server/src/schema/dialect.ts';
import { parse } from '../../../server/src/syntax/parse.ts';

function schedule(text: string) {
  return scheduleOf(lowerRoot(parse(text).blocks, bvlc.schema, 'SolverParameter'));
}

/** Caffe's rate at an iteration, computed as its solver does: one iteration after the other. */
type Reference = (iteration: number) => number;

const float = Math.fround;

/** multistep counts at most one step in each iteration. */
function multistep(base: number, gamma: number, values: readonly number[]): Reference {
  const counts: number[] = [];
  let count = 0;
  for (let iteration = 0; iteration < 20_000; iteration++) {
    if (count < values.length && iteration >= (values[count] ?? 0)) count += 1;
    counts.push(count);
  }
  return (iteration) => base * gamma ** (counts[iteration] ?? 0);
}

const cases: readonly [solver: string, reference: Reference][] = [
  ['base_lr: 0.01 lr_policy: "fixed"', () => float(0.01)],
  [
    'base_lr: 0.01 lr_policy: "step" gamma: 0.5 stepsize: 3000 max_iter: 20000',
    (iteration) => float(0.01) * 0.5 ** Math.trunc(iteration / 3000),
  ],
  [
    'base_lr: 0.1 lr_policy: "exp" gamma: 0.999 max_iter: 20000',
    (iteration) => float(0.1) * float(0.999) ** iteration,
  ],
  [
    'base_lr: 0.01 lr_policy: "inv" gamma: 0.0001 power: 0.75 max_iter: 20000',
    (iteration) => float(0.01) * (1 + float(0.0001) * iteration) ** -0.75,
  ],
  [
    'base_lr: 0.1 lr_policy: "multistep" gamma: 0.1 stepvalue: [5000, 15000, 15000, 8000] max_iter: 20000',
    multistep(float(0.1), float(0.1), [5000, 15_000, 15_000, 8000]),
  ],
  [
    'base_lr: 0.01 lr_policy: "poly" power: 0.5 max_iter: 20000',
    (iteration) => float(0.01) * Math.sqrt(1 - iteration / 20_000),
  ],
  ['base_lr: 0.01 lr_policy: "sigmoid" gamma: -0.001 stepsize: 5000 max_iter: 20000', () => Number.NaN],
  [
    'base_lr: 0.01 lr_policy: "sigmoid" gamma: 0.001 stepsize: 5000 max_iter: 20000',
    (iteration) => float(0.01) / (1 + Math.exp(-float(0.001) * (iteration - 5000))),
  ],
];

for (const [solver, reference] of cases) {
  test(`the learning rate at 1,000 iterations: ${solver}`, () => {
    const found = schedule(solver);
    if (Number.isNaN(reference(0))) return assert.equal(found, undefined);
    for (let index = 0; index < 1000; index++) {
      const iteration = (index * 7919) % 20_000;
      const [rate, expected] = [found?.rateAt(iteration) ?? Number.NaN, reference(iteration)];
      assert.ok(
        Math.abs(rate - expected) <= 1e-12 * Math.abs(expected),
        `${iteration}: ${rate}, ${expected}`,
      );
    }
  });
}

test('the iterations at which the rate jumps', () => {
  const step = 'base_lr: 1 lr_policy: "step" gamma: 0.5 stepsize: 30 max_iter: 100';
  assert.deepEqual(schedule(step)?.jumps, [30, 60, 90]);
  const multi = 'base_lr: 1 lr_policy: "multistep" gamma: 0.5 stepvalue: [10, 10, 5, 40]';
  assert.deepEqual(schedule(multi)?.jumps, [10, 11, 12, 40]);
  assert.equal(schedule('base_lr: 1 lr_policy: "inv" gamma: 1 power: 1')?.jumps, undefined);
});

test('no schedule for an unknown policy, or for values with which Caffe stops', () => {
  for (const text of [
    'base_lr: 1',
    'base_lr: 1 lr_policy: "constructor"',
    'base_lr: 1 lr_policy: "step" gamma: 0.5',
    'base_lr: 1 lr_policy: "exp" gamma: -1',
  ])
    assert.equal(schedule(text), undefined, text);
});

test('a very small step is bounded', () => {
  const found = schedule('base_lr: 1 lr_policy: "step" gamma: 0.5 stepsize: 1 max_iter: 2147483647');
  assert.equal(found?.jumps?.length, 1000);
});
