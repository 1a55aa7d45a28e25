import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { completion } from '../../server/src/features/completion/index.ts';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { expandSnippet } from '../support/expandSnippet.ts';
import { open } from '../support/fixture.ts';

function templatesAt(before: string, after = '') {
  return completion(open(before + after), before.length, netState('TRAIN')).filter(
    ({ kind }) => kind === 'template',
  );
}

function textAt(before: string, label: string): string {
  return expandSnippet(templatesAt(before).find((each) => each.label === label)?.snippet ?? '');
}

/** The names and types of the inserted layers. */
function layersAt(before: string, label: string): string[] {
  return [...textAt(before, label).matchAll(/name: "(.*)"\n\ttype: "(.*)"/gu)].map(
    ([, name, type]) => `${name} ${type}`,
  );
}

function problems(text: string): string[] {
  return diagnostics(open(text))
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ code, message }) => `${code}: ${message}`);
}

const image = (size: string, channels = 3) =>
  `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 2 dim: ${channels} ${size} } } }\n`;
const square = image('dim: 32 dim: 32');
const conv = (name: string, bottom = 'data') =>
  `layer { name: "${name}" type: "Convolution" bottom: "${bottom}" top: "${name}" convolution_param { num_output: 8 kernel_size: 3 } }\n`;
const labelled = `layer { name: "d" type: "DummyData" top: "d" top: "label" dummy_data_param { shape { dim: 4 dim: 3 dim: 9 dim: 9 } shape { dim: 4 } } }\n`;
const odd = `layer { name: "a$}\\"1" type: "Convolution" bottom: "data" top: "a$}\\"1" convolution_param { num_output: 8 kernel_size: 3 } }\n`;

const examples = ['lenet', 'lenet-batchnorm', 'resnet50', 'inception-3a', 'ssd300', 'vgg16'].map((name) =>
  readFileSync(new URL(`../../examples/${name}.prototxt`, import.meta.url), 'utf8'),
);

test('every template is accepted where it is offered', () => {
  const nets = ['', 'name: "n"\n', square, square + conv('conv1'), labelled + conv('c', 'd'), square + odd];
  for (const net of [...nets, ...examples]) {
    const known = problems(net);
    const offered = templatesAt(`${net}\n`);
    assert.ok(offered.length > 0, net);
    for (const { label, snippet } of offered) {
      const text = `${net}\n${expandSnippet(snippet)}`;
      const found =
        net === '' && label.startsWith('solver') ? problems(expandSnippet(snippet)) : problems(text);
      assert.deepEqual(
        found.filter((each) => !known.includes(each)),
        [],
        `${label} in ${net.slice(0, 300)}`,
      );
    }
  }
});

test('all templates are offered somewhere', () => {
  const labels = [templatesAt(''), templatesAt(square + conv('c')), templatesAt(labelled + conv('c', 'd'))]
    .flat()
    .map(({ label }) => label);
  assert.deepEqual([...new Set(labels)].sort(), [
    'bottleneck',
    'bottleneck_projection',
    'classifier',
    'classifier_deploy',
    'conv_bn_scale_relu',
    'conv_relu',
    'data_train_test',
    'deploy_net',
    'depthwise_separable',
    'image_data_train_test',
    'inception',
    'residual',
    'residual_projection',
    'solver_adam',
    'solver_poly',
    'solver_step',
    'ssd_head',
    'train_test_net',
  ]);
});

test('a fork is offered only templates with layers that it has', () => {
  const labels = templatesAt(`# caffe-dialect: segnet\ninput: "x" input_dim: [1, 3, 8, 8]\n`).map(
    ({ label }) => label,
  );
  assert.ok(labels.includes('conv_relu'));
  assert.ok(!labels.includes('conv_bn_scale_relu'));
});

test('names follow the pattern of the file', () => {
  const unit = (name: string, bn: string) =>
    `${conv(name)}layer { name: "${bn}" type: "BatchNorm" bottom: "${name}" top: "${name}" }\n`;
  const bnAfter = (net: string) => layersAt(square + net, 'conv_bn_scale_relu').slice(0, 2);
  assert.deepEqual(bnAfter(''), ['conv1 Convolution', 'bn1 BatchNorm']);
  assert.deepEqual(bnAfter(unit('conv1', 'bn1')), ['conv2 Convolution', 'bn2 BatchNorm']);
  assert.deepEqual(bnAfter(unit('conv1', 'bn_conv1')), ['conv2 Convolution', 'bn_conv2 BatchNorm']);
  assert.deepEqual(bnAfter(unit('conv2_1', 'conv2_1/bn')), ['conv2_2 Convolution', 'conv2_2/bn BatchNorm']);
  assert.deepEqual(bnAfter(unit('layer1', 'norm1')), ['layer2 Convolution', 'norm2 BatchNorm']);
});

test('residual modules continue those of the file', () => {
  const original = `${square}${conv('res2a_branch2a')}${conv('res2a_branch2b', 'res2a_branch2a')}
layer { name: "res2a" type: "Eltwise" bottom: "res2a_branch2b" bottom: "res2a_branch2b" top: "res2a" }\n`;
  assert.deepEqual(
    layersAt(original, 'bottleneck_projection').filter((name) => name.endsWith('Convolution')),
    [
      'res2b_branch1 Convolution',
      'res2b_branch2a Convolution',
      'res2b_branch2b Convolution',
      'res2b_branch2c Convolution',
    ],
  );
  assert.match(textAt(original, 'residual'), /bottom: "res2a"\n\tbottom: "res2b_branch2b"\n\ttop: "res2b"/u);
});

test('the sum of a residual module has the channels of its input', () => {
  const text = textAt(image('dim: 9 dim: 9', 24) + conv('c'), 'residual');
  assert.deepEqual(
    [...text.matchAll(/num_output: (\d+)/gu)].map(([, number]) => number),
    ['8', '8'],
  );
});

test('an inception module continues those of the file', () => {
  const before = `${square}${conv('i_3a/1x1')}
layer { name: "i_3a/output" type: "Concat" bottom: "i_3a/1x1" top: "i_3a/output" }\n`;
  const names = layersAt(before, 'inception');
  assert.equal(names[0], 'i_3b/1x1 Convolution');
  assert.equal(names.at(-1), 'i_3b/output Concat');
});

test('layers after a convolution have the parameters of those of the file, and are in place like them', () => {
  const before = `${square}
layer { name: "c1" type: "Convolution" bottom: "data" top: "c1" param { lr_mult: 3 } param { lr_mult: 6 } convolution_param { num_output: 8 kernel_size: 3 weight_filler { type: "xavier" } } }
layer { name: "c1_bn" type: "BatchNorm" bottom: "c1" top: "c1_bn" batch_norm_param { use_global_stats: true eps: 0.5 } }\n`;
  const text = textAt(before, 'conv_bn_scale_relu').replaceAll(/\s+/gu, ' ');
  assert.match(text, /param \{ lr_mult: 3 \} convolution_param/u);
  assert.match(text, /bias_term: false weight_filler \{ type: "xavier" \}/u);
  assert.match(text, /bottom: "c2" top: "c2_bn" batch_norm_param \{ eps: 0.5 \}/u);
});

test('the common part of the names is one stop', () => {
  const found = templatesAt(square + conv('conv1')).find(({ label }) => label === 'conv_relu')?.snippet ?? '';
  assert.match(found, /name: "conv\$\{1:2\}"/u);
  assert.match(found, /name: "relu\$\{1:2\}"/u);
  assert.doesNotMatch(found, /bottom: "conv\$\{1:1\}"/u);
});

test('no blob that a state lacks, and no label that does not fit', () => {
  const trained = conv('only').replace('convolution_param', 'include { phase: TRAIN } convolution_param');
  assert.match(
    textAt(`${labelled}${conv('both', 'd')}${trained.replace('"data"', '"d"')}`, 'conv_relu'),
    /bottom: "both"/u,
  );
  const boxes = labelled.replace('shape { dim: 4 }', 'shape { dim: 1 dim: 1 dim: 4 dim: 8 }');
  const labels = templatesAt(`${boxes}${conv('c', 'd')}`).map(({ label }) => label);
  assert.ok(!labels.includes('classifier') && labels.includes('classifier_deploy'));
});

test('a solver gets what it lacks', () => {
  const text = textAt('net: "a.prototxt"\nbase_lr: 1\n', 'solver_poly');
  assert.match(text, /^test_iter: 100\n/u);
  assert.doesNotMatch(text, /base_lr|\bnet:/u);
  assert.doesNotMatch(textAt('train_net: "a"\n', 'solver_step'), /test_iter|\bnet:/u);
  assert.deepEqual(templatesAt('net: "a"\nlr_policy: "step"\n'), []);
});

test('only on an empty line at the top level', () => {
  for (const before of ['layer { ', 'name: "n" ', 'layers { name: "a" type: RELU }\n', '# '])
    assert.deepEqual(templatesAt(before), [], before);
});

test('names of a file do no harm', () => {
  const names = ['constructor', '__proto__', '1', 'x'.repeat(3000)];
  for (const name of names)
    assert.ok(templatesAt(`${square}${conv(name)}layer { type: "${name}" }\n`).length > 0);
});

test('a Caffe gets only what it has: its layers, fields and fillers, and the solver types of its enum', () => {
  for (const fork of ['segnet', 'ctpn', 'yjxiong', 'fast-rcnn', 'pspnet', 'deconvnet']) {
    const before = `# caffe-dialect: ${fork}\n`;
    const nets = [
      before,
      `${before}input: "data" input_shape { dim: 2 dim: 3 dim: 32 dim: 32 }\n${conv('conv1')}`,
      `${before}layer { name: "d" type: "DummyData" top: "d" top: "label" dummy_data_param { shape { dim: 4 dim: 3 dim: 9 dim: 9 } shape { dim: 4 } } }\n${conv('c', 'd')}`,
    ];
    for (const net of fork === 'deconvnet' ? [before] : nets) {
      const items = completion(open(net), net.length, netState('TRAIN')).filter(
        ({ kind }) => kind === 'template' || kind === 'layer',
      );
      assert.ok(items.length > 0);
      for (const { label, snippet } of items) {
        const document = open(net + expandSnippet(snippet));
        const lacks = /unknown-field|enum|unknown-layer-type|filler|unknown-type/u;
        const found = diagnostics(document).filter(
          ({ code, severity }) => severity === 'error' && lacks.test(code),
        );
        assert.deepEqual(found, [], `${label} in ${net}: ${document.text}`);
      }
    }
  }
});
