import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeActions } from '../../../server/src/features/codeActions/codeActions.ts';
import { fixAll, fixAllOfCode, fixedText } from '../../../server/src/features/codeActions/fixAll.ts';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { open } from '../../support/fixture.ts';

const input =
  'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';
const layer = (text: string) => `${input}layer { name: "y" bottom: "x" top: "y" ${text} }\n`;

test('all safe fixes are applied at once', () => {
  const bad = layer('type: relu').replace('dim: 1 ', 'dim: 1.0 ');
  assert.equal(applyEdits(bad, fixAll(open(bad))), layer('type: "ReLU"'));
  const spelled = layer('type: "ReLU"').replace('dim: 1 dim: 3', 'dim: 1.0 dim: 3.0');
  assert.equal(fixAll(open(spelled)).length, 2, 'one round: separate edits');
});

test('fixes that enable other fixes are applied in several rounds', () => {
  const document = open(layer('type: relu'));
  assert.equal(applyEdits(document.text, fixAll(document)), layer('type: "ReLU"'));
  assert.deepEqual(fixedText(document), { text: layer('type: "ReLU"'), edits: 2 });
});

test('fixes that touch each other are applied in several rounds', () => {
  const data = (params: string) => `layer { name: "d" type: "Data" top: "d" ${params} }\n`;
  const bad = data('data_param { source: "s" batch_size: 2 scale: 0.5 mirror: true crop_size: 20 }');
  assert.equal(
    applyEdits(bad, fixAllOfCode(open(bad), 'data-transform-ignored')),
    data(
      'data_param { source: "s" batch_size: 2 } transform_param { scale: 0.5 crop_size: 20 mirror: true }',
    ),
  );
});

test('fixes of one cause are not combined', () => {
  const good = `layer {
  name: "y"
  bottom: "x"
  top: "y"
  type: "Convolution"
  param {
    lr_mult: 2
  }
  convolution_param {
    num_output: 4
    kernel_size: 3
  }
}
`;
  const bad = good.replace('  param {\n', '  param {\n  param {\n');
  assert.equal(applyEdits(bad, fixAllOfCode(open(bad), 'text/unknown-field')), good);
});

test('all typographic quotes of a line are replaced', () => {
  const good = layer('type: "ReLU"');
  const curly = good.replaceAll(/"([^"]*)"/gu, '“$1”');
  assert.equal(fixedText(open(curly)).text, good);
  assert.equal(fixedText(open(good.replaceAll(/"([^"]*)"/gu, '’$1’'))).text, good);
  assert.equal(fixedText(open(curly.replaceAll('“y”', '“y 1”'))).text, good.replaceAll('"y"', '"y 1"'));
});

test('errors of which each hides the next are all fixed', () => {
  const bottoms = 'bottom: "x 1" '.repeat(20);
  const good = layer(`type: "Concat" ${bottoms}`).replaceAll('"x"', '"x 1"');
  const bad = good.replaceAll('bottom: "x 1"', 'bottom: “x 1”');
  assert.equal(fixedText(open(bad)).text, good);
});

test('suggestions for misspelled names are not applied automatically', () => {
  for (const bad of [
    layer('type: "Pooling" pooling_param { kernel_sze: 2 }'),
    layer('type: "Rellu"'),
    layer('type: "ReLU"').replace('bottom: "x"', 'bottom: "xx"'),
  ]) {
    assert.notDeepEqual(diagnostics(open(bad)), []);
    assert.deepEqual(fixAll(open(bad)), []);
  }
});

test('a number that Caffe rejects is not written', () => {
  const layerWith = (numbers: string) =>
    `${input}layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { ${numbers} } }\n`;
  for (const [numbers, fixed] of [
    ['num_output: 4 kernel_size: 1e-400', undefined],
    ['num_output: -0 kernel_size: 3', undefined],
    ['num_output: 4 kernel_size: 0.0', undefined],
    ['num_output: 4 kernel_size: 2.9999999999999999999', undefined],
    ['num_output: 4.0 kernel_size: 3 stride: 0.0', 'num_output: 4 kernel_size: 3 stride: 0.0'],
    ['num_output: 4 kernel_size: 30e-1 pad: 0.0', 'num_output: 4 kernel_size: 3 pad: 0'],
  ] as const)
    assert.equal(fixedText(open(layerWith(numbers))).text, layerWith(fixed ?? numbers));
});

test('a file without problems is unchanged', () => {
  assert.deepEqual(fixedText(open(layer('type: "ReLU"'))), { text: layer('type: "ReLU"'), edits: 0 });
});

test('several problems with one code can be fixed at once', () => {
  const bad = `${layer('type: "ReLU"')}layer { name: "z" typo: "ReLU" botom: "y" topp: "z" }\n`;
  const [first] = codeActions(open(bad), { start: bad.indexOf('botom'), end: bad.indexOf('botom') });
  assert.equal(first?.title, 'Replace with `bottom`');
  const all = codeActions(open(bad), first?.diagnostic?.range ?? { start: 0, end: 0 }).find(
    ({ title }) => title === 'Fix all `text/unknown-field` problems in this file',
  );
  assert.deepEqual(all?.task, { kind: 'fixAllOfCode', code: 'text/unknown-field' });
  assert.equal(
    applyEdits(bad, fixAllOfCode(open(bad), 'text/unknown-field')),
    `${layer('type: "ReLU"')}layer { name: "z" type: "ReLU" bottom: "y" top: "z" }\n`,
  );
});

test('a fix of a text error may reveal several errors of the net', () => {
  const text = `${layer('type: relu')}layer { name: "z" type: "ReLU" bottom: "a" top: "z" }
layer { name: "w" type: "ReLU" bottom: "b" top: "w" }
`;
  const errors = (of: string) => diagnostics(open(of)).filter(({ severity }) => severity === 'error').length;
  const good = text.replace('relu', '"ReLU"');
  assert.ok(errors(good) > errors(text));
  assert.equal(fixedText(open(text)).text, good);
});

test('several unknown fields are not renamed to the same field', () => {
  const text = layer('type: "Convolution" convolution_param { pad_l: 0 pad_r: 1 filters: 4 num_outpt: 8 }');
  assert.deepEqual(fixAllOfCode(open(text), 'text/unknown-field'), []);
  const offered = codeActions(open(text), { start: 0, end: text.length });
  assert.ok(offered.every(({ title }) => !title.startsWith('Fix all')));
});
