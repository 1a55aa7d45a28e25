import assert from 'node:assert/strict';
import { test } from 'node:test';
import { netState } from '../../server/src/net/states/state.ts';
import { ruleFindings } from '../../server/src/rules/findings.ts';
import { findRule } from '../../server/src/rules/registry.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { open } from '../support/fixture.ts';

const sound = findRule('unused-top');
assert.ok(sound);

const failing: Rule = {
  ...sound,
  code: 'failing',
  net() {
    throw new RangeError('too deep');
  },
};

const net = `layer { name: "x" type: "Input" top: "x" top: "y" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "left" type: "ReLU" bottom: "x" top: "left" }
layer { name: "loss" type: "EuclideanLoss" bottom: "x" bottom: "y" top: "loss" }`;

test('a rule that throws is reported, and the other rules still run', () => {
  const states = [netState('TRAIN')];
  const alone = ruleFindings(open(net), states, [sound]);
  assert.equal(alone.length, 1);
  const [failure, ...others] = ruleFindings(open(net), states, [failing, sound]);
  assert.equal(failure?.code, 'tool/rule-failed');
  assert.match(failure?.message ?? '', /`failing` failed .*too deep/u);
  assert.deepEqual(
    others.map(({ code, range }) => ({ code, range })),
    alone.map(({ code, range }) => ({ code, range })),
  );
});
