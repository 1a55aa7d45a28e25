import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeActions } from '../../../server/src/features/codeActions/codeActions.ts';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { checkFixes } from '../../support/fixTable.ts';
import { open } from '../../support/fixture.ts';

const input = `layer { name: "x" type: "Input" top: "x" top: "y" input_param { shape { dim: 2 dim: 4 } shape { dim: 2 } } }
`;

checkFixes([
  {
    shows: 'a Softmax without a top and with a label without a producer',
    bad: `${input}layer {
  name: "prob"
  type: "Softmax"
  bottom: "x"
  bottom: ⟦"label"⟧
}
`,
    code: 'net/unknown-bottom',
    fixed: `${input}layer {
  name: "prob"
  type: "Softmax"
  bottom: "x"
  top: "prob"
}
`,
  },
  {
    shows: 'a bottom without a producer, of a layer with a top',
    bad: `${input}layer { name: "r" type: "ReLU" bottom: "x" bottom: ⟦"z"⟧ top: "r" }
`,
    code: 'net/unknown-bottom',
    title: 'Remove the bottom `z`',
    fixed: `${input}layer { name: "r" type: "ReLU" bottom: "x" top: "r" }
`,
  },
  {
    shows: 'a Softmax named as a loss, with existing labels',
    bad: `${input.replaceAll('"y"', '"label"')}layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "Softmax" bottom: "ip" bottom: ⟦"label"⟧ top: "loss" }
`,
    code: 'net/exact-bottoms',
    fixed: `${input.replaceAll('"y"', '"label"')}layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" }
`,
  },
  {
    shows: 'bottoms in a list',
    bad: `${input}layer { name: "prob" type: "Softmax" bottom: ["x", ⟦"label"⟧] }
`,
    code: 'net/unknown-bottom',
    fixed: `${input}layer { name: "prob" type: "Softmax" bottom: ["x"] top: "prob" }
`,
    left: ['list-syntax'],
  },
]);

test('one cause gives one message, with the number of bottoms', () => {
  const found = diagnostics(open(`${input}layer { name: "p" type: "Softmax" bottom: "x" bottom: "label" }`));
  assert.deepEqual(
    found.filter(({ severity }) => severity === 'error').map(({ code, message }) => [code, message]),
    [['net/unknown-bottom', 'No layer above produces the blob `label`. Softmax takes only 1 bottom.']],
  );
});

test('a misspelled first bottom is a separate failure', () => {
  const text = `${input}layer { name: "p" type: "Softmax" bottom: "q" bottom: "y" top: "p" }`;
  const errors = diagnostics(open(text)).filter(({ severity }) => severity === 'error');
  assert.deepEqual(
    errors.map(({ code }) => code),
    ['net/unknown-bottom', 'net/exact-bottoms'],
  );
});

test('removal of bottoms that a fork takes is not preferred', () => {
  const text = `# caffe-dialect: ssd
layer { name: "x" type: "Input" top: "x" top: "y" top: "in" top: "out" input_param { shape { dim: 2 dim: 4 } } }
layer { name: "loss" type: "SmoothL1Loss" bottom: "x" bottom: "y" bottom: "in" bottom: "out" top: "loss" }
`;
  const at = text.indexOf('"out" top: "loss"') + 1;
  const offered = codeActions(open(text), { start: at, end: at });
  const removals = offered.filter(({ title }) => title.startsWith('Remove'));
  assert.deepEqual(
    removals.map(({ title, preferred }) => [title, preferred]),
    [['Remove the bottoms `in`, `out`', undefined]],
  );
});
