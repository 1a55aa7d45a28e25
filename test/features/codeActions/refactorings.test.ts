import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refactorings } from '../../../server/src/features/codeActions/refactorings.ts';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { open, withCursor } from '../../support/fixture.ts';

function offered(marked: string): string[] {
  const { text, offset } = withCursor(marked);
  return refactorings(open(text), { start: offset, end: offset }).map(({ title }) => title);
}

function after(marked: string, title: string): string {
  const { text, offset } = withCursor(marked);
  const found = refactorings(open(text), { start: offset, end: offset }).find(
    (action) => action.title === title,
  );
  assert.ok(found, `offered: ${offered(marked).join('; ')}`);
  assert.equal(found.kind, 'refactor');
  return applyEdits(text, found.edits);
}

const upgrade = 'Upgrade the file to current syntax';
const deploy = 'Generate deploy.prototxt…';
const input =
  'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 8 dim: 9 dim: 9 } } }\n';
const grouped = (name: string) =>
  `layer { name: "${name}" type: "Convolution" bottom: "x" top: "${name}" convolution_param { num_output: 8 group: 8 kernel_size: 3 } }\n`;

test('old syntax: on the first line and on a layer', () => {
  const layers = 'layers { name: "s" type: SILENCE bottom: "a" }\n';
  const inputs = 'input: "a"\ninput_shape { dim: 1 }\n';
  const current = `layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 1 } } }\nlayer { name: "s" type: "Silence" bottom: "a" }\n`;
  assert.equal(after(`|name: "n"\n${inputs}${layers}`, upgrade), `name: "n"\n${current}`);
  assert.equal(after(`${inputs}|${layers}`, upgrade), current);
  assert.deepEqual(offered(`${inputs}${layers.replace('bottom', '|bottom')}`), []);
});

test('a Caffe without the current syntax: nothing that writes it is offered', () => {
  const net = `# caffe-dialect: deconvnet
input: "x" input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8
layers { name: "d" type: DATA top: "d" top: "label" data_param { source: "s" batch_size: 2 } }
layers { name: "r" type: RELU bottom: "x" top: "r" }
`;
  const titles = ['input', 'layers', 'layers { name: "r'].flatMap((at) => offered(net.replace(at, `|${at}`)));
  assert.deepEqual(
    [...titles, ...offered(`|${net}`)].filter((title) => !/^(?:Move|Duplicate) /u.test(title)),
    [],
  );
});

test('inputs: in both directions', () => {
  const fields = 'name: "n"\ninput: "a"\ninput_shape { dim: 1 }\n';
  const layer =
    'name: "n"\nlayer {\n  name: "a"\n  type: "Input"\n  top: "a"\n  input_param { shape { dim: 1 } }\n}\n';
  assert.equal(after(fields.replace('input:', '|input:'), 'Convert the inputs to Input layers'), layer);
  assert.equal(
    after(layer.replace('type', '|type'), 'Convert the Input layers to `input` and `input_shape`'),
    fields,
  );
});

test('depthwise layers: one or all', () => {
  const text = input + grouped('a') + grouped('b');
  const at = text.replace('"Convolution"', '"|Convolution"');
  const one = 'Convert `a` to DepthwiseConvolution';
  const all = 'Convert all depthwise layers to DepthwiseConvolution';
  assert.deepEqual(offered(at), [one, all]);
  assert.equal(after(at, all), text.replaceAll('"Convolution"', '"DepthwiseConvolution"'));
  assert.deepEqual(offered(`${input}${grouped('a')}`.replace('"Convolution"', '"|Convolution"')), [one]);
  assert.equal(
    after(
      at.replaceAll('Convolution"', 'DepthwiseConvolution"').replace('|Depthwise', 'Depthwise|'),
      'Convert `a` to Convolution with one group per channel',
    ),
    text
      .replaceAll('"Convolution"', '"DepthwiseConvolution"')
      .replace('"DepthwiseConvolution"', '"Convolution"'),
  );
});

test('deployment: on the first line, the data layer and the loss of a training net', () => {
  const train = `layer { name: "d" type: "Data" top: "d" top: "label" }
layer { name: "fc" type: "InnerProduct" bottom: "d" top: "fc" inner_product_param { num_output: 2 } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "fc" bottom: "label" }
`;
  assert.deepEqual(offered(`|name: "n"\n${train}`), [deploy]);
  const copy = (name: string) => `Duplicate \`${name}\` as \`${name}_2\``;
  assert.deepEqual(offered(`name: "n"\n|${train}`), [deploy, copy('d')]);
  assert.deepEqual(offered(`name: "n"\n${train.replace('layer { name: "loss"', '|layer { name: "loss"')}`), [
    deploy,
    copy('loss'),
  ]);
  assert.ok(
    !offered(`name: "n"\n${train.replace('layer { name: "fc"', '|layer { name: "fc"')}`).includes(deploy),
  );
  assert.deepEqual(offered(`|${input}`), [
    'Convert the Input layers to `input` and `input_shape`',
    copy('x'),
  ]);
});

test('none if the text has errors or the file is not a net', () => {
  assert.deepEqual(offered('|layers { name: "s" type: SILENCE bottm: "a" }\n'), []);
  assert.deepEqual(offered('|net: "x"\nbase_lr: 1\n'), []);
});

test('training a layer from scratch: on its name, if it has parameters', () => {
  const title = 'Rename `a` to train it from scratch';
  const text = input + grouped('a');
  assert.equal(
    after(text.replace('name: "a"', 'name: "|a"'), title),
    text.replace('name: "a"', 'name: "a_ft"'),
  );
  assert.ok(!offered(text.replace('bottom', '|bottom')).includes(title));
  const relu = `${input}layer { name: "|a" type: "ReLU" bottom: "x" top: "a" }\n`;
  assert.ok(!offered(relu).includes(title));
});

test('a layer between two others is removed, and its consumers read its bottom', () => {
  const text = `${input}layer { name: "p" type: "Power" bottom: "x" top: "p" }
layer { name: "r" type: "ReLU" bottom: "p" top: "p" }
layer { name: "s" type: "Sigmoid" bottom: "p" top: "s" }
`;
  const title = 'Remove `p` and connect its consumers to `x`';
  const expected = `${input}layer { name: "r" type: "ReLU" bottom: "x" top: "p" }
layer { name: "s" type: "Sigmoid" bottom: "p" top: "s" }
`;
  assert.equal(after(text.replace('layer { name: "p"', 'la|yer { name: "p"'), title), expected);
  assert.equal(after(text.replace('name: "p"', 'name: "|p"'), title), expected);
  assert.equal(
    after(text.replace('name: "r"', 'name: "|r"'), 'Remove `r` and connect its consumers to `p`'),
    text.replace('layer { name: "r" type: "ReLU" bottom: "p" top: "p" }\n', ''),
  );
  for (const marked of [
    text.replace('name: "s"', 'name: "|s"'),
    text.replace('type: "Power"', '|type: "Power"'),
    text.replace('name: "x"', 'name: "|x"'),
  ])
    assert.ok(!offered(marked).some((each) => each.startsWith('Remove')), marked);
});

test('layers are inserted in place after a convolution, with names like the others', () => {
  const conv = (name: string, bottom: string) =>
    `layer { name: "${name}" type: "Convolution" bottom: "${bottom}" top: "${name}" convolution_param { num_output: 4 kernel_size: 1 } }\n`;
  const relu = (name: string, blob: string) =>
    `layer { name: "${name}" type: "ReLU" bottom: "${blob}" top: "${blob}" }\n`;
  const text = `${input}${conv('conv1', 'x')}${relu('relu1', 'conv1')}${conv('conv2', 'conv1')}`;
  const at = text.replace('name: "conv2"', 'name: "|conv2"');
  assert.equal(
    after(at, 'Insert ReLU after `conv2`'),
    `${text}layer {
  name: "relu2"
  type: "ReLU"
  bottom: "conv2"
  top: "conv2"
}
`,
  );
  const both = after(at, 'Insert BatchNorm and Scale after `conv2`');
  assert.match(both, /name: "conv2_bn"\n {2}type: "BatchNorm"[^}]*\}\nlayer \{\n {2}name: "conv2_scale"/u);
  const first = offered(text.replace('name: "conv1"', 'name: "|conv1"'));
  assert.ok(first.includes('Insert BatchNorm and Scale after `conv1`'));
  assert.ok(!first.includes('Insert ReLU after `conv1`'));
  assert.ok(!offered(text.replace('type: "Conv', 'type: "|Conv')).some((each) => each.startsWith('Insert')));
});

test('old syntax: net-level inputs are upgraded with the layers, since Caffe rejects a mixture', () => {
  const inputs = '|input: "a"\ninput_shape { dim: 1 }\n';
  assert.deepEqual(offered(`name: "n"\n${inputs}layers { name: "s" type: SILENCE bottom: "a" }\n`), [
    upgrade,
  ]);
});

const ofPhase = (phase: string, name: string) =>
  `layer { name: "${name}" type: "Convolution" bottom: "x" top: "c" include { phase: ${phase} } convolution_param { num_output: 8 kernel_size: 1 } }\n`;
const both = `${input}${ofPhase('TRAIN', 'a')}${ofPhase('TEST', 'b')}`;

test('an inserted layer is in the states of the layer before it', () => {
  const inserted = after(both.replace('name: "a"', 'name: "|a"'), 'Insert BatchNorm and Scale after `a`');
  assert.equal(inserted.match(/include \{\n {4}phase: TRAIN\n {2}\}/gu)?.length, 2);
  assert.deepEqual(
    diagnostics(open(inserted)).filter(({ severity }) => severity === 'error'),
    [],
  );
});

test('a layer is not removed if its consumer reads another layer in the other phase', () => {
  const text = `${both}layer { name: "p" type: "Power" bottom: "c" top: "p" }\n`;
  assert.ok(!offered(text.replace('name: "a"', 'name: "|a"')).some((title) => title.startsWith('Remove')));
  const only = text.replace(ofPhase('TEST', 'b'), '');
  assert.ok(offered(only.replace('name: "a"', 'name: "|a"')).some((title) => title.startsWith('Remove')));
});

test('a layer that the Caffe of the file lacks is not inserted', () => {
  const insertions = (fork: string) =>
    offered(
      `# caffe-dialect: ${fork}
input: "x" input_shape { dim: 1 dim: 3 dim: 8 dim: 8 }
|layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 4 kernel_size: 3 } }
`,
    ).filter((title) => title.startsWith('Insert '));
  const activation = 'Insert ReLU after `c`';
  assert.deepEqual(insertions('segnet'), [activation]);
  assert.deepEqual(insertions('ctpn'), [activation]);
  assert.deepEqual(insertions('fast-rcnn'), [activation, 'Insert BatchNorm and Scale after `c`']);
});
