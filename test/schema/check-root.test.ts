import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectRoot } from '../../server/src/schema/root.ts';
import { parse } from '../../server/src/syntax/parse.ts';

const files: readonly (readonly [text: string, root: string | undefined, fileName?: string])[] = [
  ['name: "a" layer { }', 'NetParameter'],
  ['layers { }', 'NetParameter'],
  ['input: "data"', 'NetParameter'],
  ['net: "train.prototxt" base_lr: 0.1', 'SolverParameter'],
  ['net_param { layer { } } max_iter: 1', 'SolverParameter'],
  ['', 'NetParameter'],
  ['', 'SolverParameter', 'solver.prototxt'],
  ['name: "only"', 'NetParameter'],
  ['item { name: "none" label: 0 }', undefined],
  ['images/1.jpg 3\nimages/2.jpg 4\n', undefined],
];

for (const [text, root, fileName] of files) {
  test(`${JSON.stringify(text)} ${fileName ?? ''} is ${root ?? 'neither a net nor a solver'}`, () => {
    assert.equal(detectRoot(parse(text), fileName), root);
  });
}
