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
  'behind a closing quote': 'layer { name: "a"| }',
  'behind a closing quote at the end of the line': 'layer {\n  name: "a"|\n}',
  'behind a single quote': "layer { name: 'a'| }",
  'right behind a string, once a letter is typed': 'layer { name: "a"b| }',
  'behind a number': 'layer { pooling_param { stride: 2| } }',
  'behind a half-typed number': 'solver_mode: GPU\nbase_lr: 1e|',
  'behind the name of a field': 'layer {\n  name |\n}',
  'in a name that has no colon yet': 'layer { name b| }',
  'in a comment': 'layer {\n  # b|\n}',
  'in a comment behind a field': 'layer {\n  name: "a" # b|\n}',
  'behind a quote in a comment': 'layer {\n  # don\'t say "|\n}',
  'in a name': 'layer { name: "b|" }',
  'in a file name': 'layer { data_param { source: "b|" } }',
  'in a string with the other quote': "layer { name: 'it\"s b|' }",
  'in a string with an escaped quote': 'layer { name: "a\\"b|" }',
  'behind a colon in a name': 'layer { name: "type: |" }',
  'where a quote opens no value': 'layer { "| }',
  'in the value of a number': 'layer { pooling_param { stride: | } }',
  'in the value of a message': 'layer { pooling_param: | }',
  'in a file that is something else': 'model {\n  depth: 3\n}\nb|',
};

for (const [where, text] of Object.entries(nowhere)) {
  test(`nothing ${where}`, () => assert.deepEqual(labelsAt(text), []));
}

const somewhere: Readonly<Record<string, readonly [text: string, label: string]>> = {
  'at the start of a line': ['layer {\n  |\n}', 'name'],
  'behind a brace': ['layer {|}', 'name'],
  'behind an angle': ['layer < b|\n>', 'bottom'],
  'behind a finished value, on demand': ['layer { name: "a" | }', 'type'],
  'behind a finished word': ['layer { pooling_param { pool: MAX s| } }', 'stride'],
  'behind a closed message': ['layer { param { lr_mult: 1 } b| }', 'bottom'],
  'below a half-typed field': ['layer {\n  nam\n  b|\n}', 'bottom'],
  'below an open string': ['layer {\n  name: "a\n  b|\n}', 'bottom'],
  'below a comment': ['layer {\n  # top: "\n  b|\n}', 'bottom'],
  'behind a separator': ['layer { name: "a", b| }', 'bottom'],
  'behind a list': ['layer { bottom: ["a", "b"] t| }', 'top'],
  'in the quotes of a type': ['layer { type: "|" }', 'ReLU'],
  'in single quotes': ["layer { type: 'Re|' }", 'ReLU'],
  'in a string that is not closed': ['layer {\n  type: "Re|\n}', 'ReLU'],
  'in a list of blobs': [
    'layer { name: "a" type: "Input" top: "x" input_param { shape { dim: 1 } } }\nlayer { bottom: ["b", "|"] }',
    'x',
  ],
  'in a value on the next line': ['layer {\n  phase:\n    T|\n}', 'TEST'],
  'behind a colon, on demand': ['layer { pooling_param { pool: | } }', 'AVE'],
};

for (const [where, [text, label]] of Object.entries(somewhere)) {
  test(`something ${where}`, () => assert.ok(labelsAt(text).includes(label), labelsAt(text).join(' ')));
}

test('an empty file may become a net or a solver', () => {
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

test('a file that is told what it holds gets the fields of that', () => {
  assert.ok(!labelsAt('# proto-message: SolverParameter\n|').includes('layer'));
});

test('fields that a file has already are not offered again', () => {
  assert.ok(!labelsAt('base_lr: 0.1\nmax_iter: 1\nm|').includes('max_iter'));
});

test('layers of one syntax', () => {
  assert.ok(!labelsAt('|').includes('layers'));
  const old = labelsAt('layers { name: "a" }\n|');
  assert.ok(old.includes('layers') && !old.includes('layer'));
});

test('names of fillers, learning rates and solvers', () => {
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

test('a branch starts at what no layer reads yet', () => {
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
