import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completion } from '../../server/src/features/completion/index.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { open, withCursor } from '../support/fixture.ts';

function labelsAt(marked: string, uri = 'a.prototxt'): string[] {
  const { text, offset } = withCursor(marked);
  return completion(open(text, {}, uri), offset, netState('TRAIN'))
    .sort((one, other) => (one.order < other.order ? -1 : 1))
    .map(({ label }) => label);
}

const nowhere: Readonly<Record<string, string>> = {
  'after a closing quote': 'layer { name: "a"| }',
  'after a closing quote at the end of the line': 'layer {\n  name: "a"|\n}',
  'after a single quote': "layer { name: 'a'| }",
  'directly after a string, once a letter is typed': 'layer { name: "a"b| }',
  'after a number': 'layer { pooling_param { stride: 2| } }',
  'after a half-typed number': 'solver_mode: GPU\nbase_lr: 1e|',
  'after the name of a field': 'layer {\n  name |\n}',
  'in a name without a colon': 'layer { name b| }',
  'in a comment': 'layer {\n  # b|\n}',
  'in a comment after a field': 'layer {\n  name: "a" # b|\n}',
  'after a quote in a comment': 'layer {\n  # don\'t say "|\n}',
  'in a name': 'layer { name: "b|" }',
  'in a file name': 'layer { data_param { source: "b|" } }',
  'in a string with the other quote': "layer { name: 'it\"s b|' }",
  'in a string with an escaped quote': 'layer { name: "a\\"b|" }',
  'after a colon in a name': 'layer { name: "type: |" }',
  'after a quote that does not start a value': 'layer { "| }',
  'in the value of a number': 'layer { pooling_param { stride: | } }',
  'in the value of a message': 'layer { pooling_param: | }',
  'in a file that is neither a net nor a solver': 'model {\n  depth: 3\n}\nb|',
};

for (const [where, text] of Object.entries(nowhere)) {
  test(`no completions ${where}`, () => assert.deepEqual(labelsAt(text), []));
}

const somewhere: Readonly<Record<string, readonly [text: string, label: string]>> = {
  'at the start of a line': ['layer {\n  |\n}', 'name'],
  'after a brace': ['layer {|}', 'name'],
  'after an angle': ['layer < b|\n>', 'bottom'],
  'after a finished value, on demand': ['layer { name: "a" | }', 'type'],
  'after a finished word': ['layer { pooling_param { pool: MAX s| } }', 'stride'],
  'after a closed message': ['layer { param { lr_mult: 1 } b| }', 'bottom'],
  'below a half-typed field': ['layer {\n  nam\n  b|\n}', 'bottom'],
  'below an unclosed string': ['layer {\n  name: "a\n  b|\n}', 'bottom'],
  'below a comment': ['layer {\n  # top: "\n  b|\n}', 'bottom'],
  'after a separator': ['layer { name: "a", b| }', 'bottom'],
  'after a list': ['layer { bottom: ["a", "b"] t| }', 'top'],
  'in the quotes of a type': ['layer { type: "|" }', 'ReLU'],
  'in single quotes': ["layer { type: 'Re|' }", 'ReLU'],
  'in an unclosed string': ['layer {\n  type: "Re|\n}', 'ReLU'],
  'in a list of blobs': [
    'layer { name: "a" type: "Input" top: "x" input_param { shape { dim: 1 } } }\nlayer { bottom: ["b", "|"] }',
    'x',
  ],
  'in a value on the next line': ['layer {\n  phase:\n    T|\n}', 'TEST'],
  'after a colon, on demand': ['layer { pooling_param { pool: | } }', 'AVE'],
};

for (const [where, [text, label]] of Object.entries(somewhere)) {
  test(`completions ${where}`, () => assert.ok(labelsAt(text).includes(label), labelsAt(text).join(' ')));
}

test('an empty file gets the fields of a net and a solver', () => {
  for (const text of ['|', '\n\n|', '# caffe\n|', 'n|', 'b|', 'name: "a"\nl|']) {
    const labels = labelsAt(text);
    assert.ok(labels.includes('layer'), text);
    assert.equal(labels.includes('base_lr'), !text.includes('name'), text);
  }
  assert.ok(labelsAt('type: "Adam"\n|').includes('base_lr'));
  assert.ok(!labelsAt('base_lr: 0.1\n|').includes('layer'));
  assert.ok(!labelsAt('layer { name: "a" }\n|').includes('base_lr'));
  assert.equal(labelsAt('|')[0], 'layer');
});

test('a file with a stated message type gets only its fields', () => {
  assert.ok(!labelsAt('# proto-message: SolverParameter\n|').includes('layer'));
});

test('fields that are set are not suggested again', () => {
  assert.ok(!labelsAt('base_lr: 0.1\nmax_iter: 1\nm|').includes('max_iter'));
});

test('only layers of the syntax of the file', () => {
  assert.ok(!labelsAt('|').includes('layers'));
  const old = labelsAt('layers { name: "a" }\n|');
  assert.ok(old.includes('layers') && !old.includes('layer'));
});

test('names of fillers, learning rate policies and solvers', () => {
  const conv = (field: string) => `layer { convolution_param { ${field} { type: "|" } } }`;
  assert.equal(labelsAt(conv('weight_filler'))[0], 'xavier');
  assert.equal(labelsAt(conv('bias_filler'))[0], 'constant');
  assert.ok(labelsAt('base_lr: 1\nlr_policy: "|"').includes('multistep'));
  assert.ok(labelsAt('base_lr: 1\ntype: "|"').includes('AdaDelta'));
  assert.deepEqual(labelsAt('base_lr: 1\nregularization_type: "|"'), ['L2', 'L1']);
});

const data = `layer { name: "mnist" type: "Data" top: "data" top: "label" data_param { source: "a" batch_size: 1 } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 2 } }
`;

test('the second bottom of a loss is a label', () => {
  assert.equal(labelsAt(`${data}layer { type: "Accuracy" bottom: "|" }`)[0], 'ip');
  assert.deepEqual(labelsAt(`${data}layer { type: "Accuracy" bottom: "ip" bottom: "|" }`), ['label', 'data']);
  const loss = 'layer { name: "acc" type: "Accuracy" bottom: "ip" bottom: "label" top: "acc" }\n';
  assert.equal(labelsAt(`${data}${loss}layer { type: "SoftmaxWithLoss" bottom: "|" }`)[0], 'ip');
});

test('blobs without a consumer come first', () => {
  const conv = (name: string) => `layer { name: "${name}" type: "Convolution" bottom: "data" top: "${name}"
    convolution_param { num_output: 1 kernel_size: 1 } }\n`;
  assert.deepEqual(labelsAt(`${data}${conv('a')}${conv('b')}layer { type: "Eltwise" bottom: "|" }`), [
    'b',
    'a',
    'ip',
    'data',
    'label',
  ]);
});

test('the tops of a data layer', () => {
  const at = (tops: string) => labelsAt(`layer { name: "mnist" type: "Data" ${tops} top: "|" }`);
  assert.deepEqual(at(''), ['data', 'label', 'mnist']);
  assert.deepEqual(at('top: "data"'), ['label', 'mnist']);
});
