import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looksLikeCaffe } from '../../client/src/looksLikeCaffe.ts';

test('recognizes nets and solvers, and no other files', () => {
  for (const text of [
    'name: "a"\nlayer {\n  name: "x"\n  type: "ReLU"\n}',
    'layers { name: "x" type: RELU }',
    'net: "train.prototxt"\nbase_lr: 0.01\n',
  ]) {
    assert.ok(looksLikeCaffe(text), text);
  }
  for (const text of [
    '',
    'node { name: "x" op: "Relu" }',
    'name: "resnet"\nplatform: "onnx"\n',
    'layer: 3',
  ]) {
    assert.ok(!looksLikeCaffe(text), text);
  }
});
