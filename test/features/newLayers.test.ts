import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completion } from '../../server/src/features/completion/index.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { expandSnippet } from '../support/expandSnippet.ts';
import { open, withCursor } from '../support/fixture.ts';

const above = `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer {
  name: "conv1_1" type: "Convolution" bottom: "data" top: "conv1_1"
  param { name: "shared" } param { lr_mult: 2 }
  convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } }
}
`;

function layersAt(marked: string) {
  const { text, offset } = withCursor(marked);
  const items = completion(open(text), offset, netState('TRAIN')).filter(({ kind }) => kind === 'layer');
  return items.sort((one, other) => (one.order < other.order ? -1 : 1));
}

function snippetAt(marked: string, type: string): string | undefined {
  return layersAt(marked).find(({ label }) => label === type)?.snippet;
}

test('a layer continues the names above, reads the nearest blob, and has the parameters of its like', () => {
  assert.equal(
    snippetAt(`${above}|`, 'Convolution'),
    `layer {
	name: "\${1:conv1_2}"
	type: "Convolution"
	bottom: "\${2:conv1_1}"
	top: "\${1:conv1_2}"
	param {
		lr_mult: \${3:2}
	}
	convolution_param {
		num_output: \${4:4}
		kernel_size: \${5:3}
		weight_filler {
			type: "\${6:xavier}"
		}
	}
}
$0`,
  );
});

test('an in-place layer writes its bottom; usual parameters if the file has no such layer', () => {
  assert.equal(
    snippetAt(`${above}drop|`, 'Dropout'),
    `layer {
	name: "\${1:drop1}"
	type: "Dropout"
	bottom: "\${2:conv1_1}"
	top: "\${2:conv1_1}"
	dropout_param {
		dropout_ratio: \${3:0.5}
	}
}
$0`,
  );
});

test('a loss reads a prediction and a label; a data layer reads nothing', () => {
  const labelled = `layer { name: "d" type: "DummyData" top: "d" top: "lab" dummy_data_param { shape { dim: 2 dim: 3 } shape { dim: 2 } } }\n`;
  assert.match(
    snippetAt(`${labelled}|`, 'SoftmaxWithLoss') ?? '',
    /bottom: "\$\{\d:d\}"\n\tbottom: "\$\{\d:lab\}"/u,
  );
  const data = snippetAt('|', 'Data') ?? '';
  assert.doesNotMatch(data, /bottom/u);
  assert.match(data, /top: "\$\{\d:data\}"\n\ttop: "\$\{\d:label\}"/u);
});

test('the likeliest type comes first', () => {
  const relu = (name: string) => `layer { name: "r${name}" type: "ReLU" bottom: "${name}" top: "${name}" }\n`;
  const conv = (name: string, bottom: string) =>
    `layer { name: "${name}" type: "Convolution" bottom: "${bottom}" top: "${name}" convolution_param { num_output: 4 kernel_size: 1 } }\n`;
  const text = above + relu('conv1_1') + conv('c2', 'conv1_1') + relu('c2') + conv('c3', 'c2');
  assert.equal(layersAt(`${text}|`)[0]?.label, 'ReLU');
  assert.equal(layersAt(`${text + relu('c3')}|`)[0]?.label, 'Convolution');
});

test('special characters are escaped', () => {
  const odd = `layer { name: "a$}1" type: "Power" bottom: "data" top: "a$}1" }\n`;
  assert.match(snippetAt(`${above}${odd}|`, 'Power') ?? '', /name: "\$\{1:a\\\$\\\}2\}"/u);
});

test('only on an empty line at the top level of a net', () => {
  for (const marked of ['layer { | }', 'name: "n" |', 'net: "a.prototxt"\nbase_lr: 0.1\n|', '# |'])
    assert.deepEqual(layersAt(marked), [], marked);
});

test('a field that is typed in full matches no layer', () => {
  for (const name of ['input', 'layer', 'name', 'state'])
    for (const { filter } of layersAt(`${above}${name}|`))
      assert.ok(!isSubsequence(name, filter.toLowerCase()), filter);
});

function isSubsequence(word: string, text: string): boolean {
  let at = -1;
  return [...word].every((letter) => {
    at = text.indexOf(letter, at + 1);
    return at >= 0;
  });
}

test('V1: a layer continues the names above with a type and parameters of V1', () => {
  const net = `input: "data" input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8
layers {
  name: "conv1" type: CONVOLUTION bottom: "data" top: "conv1" blobs_lr: 2 param: "shared"
  convolution_param { num_output: 4 kernel_size: 3 }
}
`;
  const convolution = snippetAt(`${net}|`, 'Convolution') ?? '';
  assert.equal(
    expandSnippet(convolution).replaceAll(/\s+/gu, ' '),
    'layers { name: "conv2" type: CONVOLUTION bottom: "conv1" top: "conv2" blobs_lr: 2 convolution_param { num_output: 4 kernel_size: 3 } } ',
  );
  const labels = layersAt(`${net}|`).map(({ label }) => label);
  assert.ok(!labels.includes('BatchNorm'), 'V1 has no BatchNorm');
  assert.deepEqual(layersAt('layers { layer { name: "a" type: "relu" } bottom: "x" top: "a" }\n|'), []);
});

test('a Caffe without the current syntax: layers of V1, and no templates', () => {
  const { text, offset } = withCursor('# caffe-dialect: deconvnet\n|');
  const document = open(text);
  const items = completion(document, offset, netState('TRAIN'));
  const snippets = items.filter(({ kind }) => kind === 'layer').map(({ snippet }) => snippet);
  assert.ok(snippets.length > 0);
  assert.ok(snippets.every((snippet) => snippet.startsWith('layers {')));
  assert.ok(items.some(({ label }) => label === 'layers'));
  const net = items.filter(
    ({ label, kind }) => label === 'layer' || (kind === 'template' && /net/u.test(label)),
  );
  assert.deepEqual(net, []);
  for (const snippet of snippets) {
    const made = text + expandSnippet(snippet);
    assert.deepEqual(open(made).textErrors(), [], made);
  }
});

test('a Caffe without the bilinear filler: another one', () => {
  const input = 'input: "data" input_shape { dim: 1 dim: 3 dim: 8 dim: 8 }\n';
  const filler = (fork: string) =>
    /weight_filler \{\s*type: "\$\{\d:(\w+)/u.exec(
      snippetAt(`# caffe-dialect: ${fork}\n${input}|`, 'Deconvolution') ?? '',
    )?.[1];
  assert.equal(filler('segnet'), 'xavier');
  assert.equal(filler('fast-rcnn'), 'bilinear');
  const fillers = (fork: string) => {
    const { text, offset } = withCursor(
      `# caffe-dialect: ${fork}\n${input}layer { convolution_param { weight_filler { type: "|" } } }`,
    );
    return completion(open(text), offset, netState('TRAIN')).map(({ label }) => label);
  };
  assert.ok(!fillers('segnet').includes('bilinear'));
  assert.ok(fillers('fast-rcnn').includes('bilinear'));
});

test('a type that is typed in full still inserts its layer', () => {
  for (const type of ['ReLU', 'Data', 'Crop', 'Pooling', 'PReLU']) {
    const found = layersAt(`${above}${type}|`).find(({ label }) => label === type);
    assert.equal(found?.filter, type);
  }
});

test('typed letters find all types of the dialect, no letters the usual ones', () => {
  assert.ok(layersAt(`${above}Sli|`).some(({ label }) => label === 'Slice'));
  assert.ok(!layersAt(`${above}|`).some(({ label }) => label === 'Slice'));
  assert.ok(!layersAt(`${above}MultiB|`).some(({ label }) => label === 'MultiBoxLoss'));
  const head = `# caffe-dialect: ssd\n${above}`;
  assert.ok(layersAt(`${head}MultiB|`).some(({ label }) => label === 'MultiBoxLoss'));
});

test('a layer has as many bottoms as its like: an Upsample the mask that no layer reads', () => {
  const pool = (from: string, to: string) =>
    `layer { name: "${to}" type: "Pooling" bottom: "${from}" top: "${to}" top: "${to}_mask" pooling_param { kernel_size: 2 stride: 2 } }\n`;
  const text = `# caffe-dialect: segnet
input: "x" input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8
${pool('x', 'pool1')}${pool('pool1', 'pool2')}layer { name: "up2" type: "Upsample" bottom: "pool2" bottom: "pool2_mask" top: "up2" upsample_param { scale: 2 } }
`;
  const snippet = snippetAt(`${text}Ups|`, 'Upsample') ?? '';
  assert.match(snippet, /bottom: "\$\{\d:up2\}"\n\tbottom: "\$\{\d:pool1_mask\}"/u);
});

test('a layer with windows reads images, not a permuted or flattened blob', () => {
  const text = `# caffe-dialect: ssd
${above}layer { name: "perm" type: "Permute" bottom: "conv1_1" top: "perm" permute_param { order: 0 order: 2 order: 3 order: 1 } }
layer { name: "flat" type: "Flatten" bottom: "perm" top: "flat" }
`;
  for (const type of ['Pooling', 'Permute'])
    assert.match(snippetAt(`${text}P|`, type) ?? '', /bottom: "\$\{\d:conv1_1\}"/u);
  assert.match(snippetAt(`${text}|`, 'InnerProduct') ?? '', /bottom: "\$\{\d:flat\}"/u);
});
