import assert from 'node:assert/strict';
import { test } from 'node:test';
import { upgradeFile, whyNotUpgraded } from '../../server/src/edit/upgrade/index.ts';
import { leftLayers } from '../../server/src/edit/upgrade/layers.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { open } from '../support/fixture.ts';

for (const [shows, type, stays] of [
  ['a word that no fork has', 'MYSTERY', true],
  ['a number that no fork has', '77', true],
  ['a name that is not a V1 value', 'Mystery', true],
  ['a V1 number', '4', false],
  ['a word of a fork', 'UPSAMPLE', false],
  ['a current name', 'ReLU', false],
  ['a string', '"Mystery"', false],
] as const) {
  test(`V1: a layer whose type is ${shows} ${stays ? 'stays' : 'does not stay'}`, () => {
    const text = `layers { name: "a" type: ${type} bottom: "x" top: "a" blobs_lr: 1 }\n`;
    const document = open(text);
    const [left] = leftLayers(document);
    assert.deepEqual(left, stays ? { type, name: 'a', start: 0 } : undefined);
    assert.equal(applyEdits(text, upgradeFile(document)) === text, stays);
  });
}

test('upgrade: incomplete text and nets that Caffe cannot upgrade are unchanged', () => {
  for (const [text, why] of [
    ['layers { name: "a" type: RELU', /Syntax error/u],
    ['layers { layer { name: "a" type: "nosuch" } top: "a" }', /`nosuch` is not a layer type/u],
    ['item { name: "cat" label: 1 }\n', /neither a net nor a solver/u],
    ['net: "x"\ntype: "SGD"\nsolver_type: SGD\n', /rejects `type` together with the old `solver_type`/u],
    ['layers { }\nmax_iter: 1\nsolver_type: SGD\nmomentum: 1\n', /`layers` is a field of a net/u],
    ['input: "d" input_dim: 1 layer { }\nmax_iter: 1\n', /`max_iter` is a field of a solver/u],
    ['layers: [{ name: "a" type: RELU }, { name: "b" type: RELU }]', /Use a separate `layers/u],
    ['layers { layer { name: "a" type: "relu" } }\nlayer { name: "b" type: "ReLU" }', /ignores a `layer/u],
    ['input: "d" input_shape { }\nlayers { layer { name: "a" type: "relu" } }', /ignores `input_shape`/u],
    ['layers { layer { name: "a" } # proto-message: caffe.SolverParameter\n}', /Move it to its own line/u],
    ['# shape: x 1x2\nlayers { name: "a" type: RELU # shape: x 1x2\n}', /`# shape: x 1x2` comes after/u],
    ['layers { name: "a" type: LRN type: RELU }', /`type` is already set/u],
    ['# caffe-dialect: deconvnet\nlayers { name: "a" type: RELU }', /`deconvnet`\) has no `layer/u],
    ['# caffe-dialect: deconvnet\nlayer { name: "a" type: RELU }', /has no `layer/u],
  ] as const) {
    assert.match(whyNotUpgraded(open(text)) ?? '', why);
    assert.deepEqual(upgradeFile(open(text)), []);
  }
});

test('upgrade: a comment that is a directive already, or none, does not matter', () => {
  const text = '# shape: x 1x2\nlayers { name: "a # shape: x 1x2" type: RELU # shape of x\n}';
  assert.equal(whyNotUpgraded(open(text)), undefined);
  assert.equal(whyNotUpgraded(open('layer { name: "a" type: "ReLU" # shape: x 1x2\n}')), undefined);
});

test('upgrade: the type of a solver of a Caffe without `type` stays', () => {
  for (const fork of ['segnet', 'ctpn', 'yjxiong', 'deconvnet'])
    assert.deepEqual(upgradeFile(open(`# caffe-dialect: ${fork}\nnet: "x"\nsolver_type: SGD\n`)), []);
});
