import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { codeActions } from '../../server/src/features/codeActions/codeActions.ts';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { forkNames } from '../../server/src/schema/data/forkNames.ts';
import { dialectOf, findDialect } from '../../server/src/schema/dialect.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { open } from '../support/fixture.ts';

const input =
  'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';
/** Forks of the time before Input layers have inputs of the net. */
const netInput = 'input: "x" input_dim: [1, 3, 8, 8]\n';
const layer = (text: string) => `${input}layer { name: "y" bottom: "x" top: "y" ${text} }\n`;
const volume = (text: string) => layer(text).replace('dim: 8 ', 'dim: 8 dim: 8 ');
const errorsOf = (text: string, dialect = 'auto') =>
  diagnostics(open(text, { dialect })).flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));

for (const [shows, text, dialect] of [
  ['an ordinary net is for BVLC', layer('type: "ReLU"'), 'bvlc'],
  ["SSD's fields are for SSD", layer('type: "Permute" permute_param { order: 0 order: 2 }'), 'ssd'],
  [
    'if both support the file, the one that accepts it',
    layer('type: "Scale" scale_param { num_axes: 0 filler { type: "xavier" } }'),
    'ssd',
  ],
  ['BVLC if neither does', layer('type: "Scale" scale_param { axis: 9 }'), 'bvlc'],
  ['a type alone decides', layer('type: "ShuffleChannel"'), 'shufflenet'],
  [
    'a Python layer is an option of BVLC',
    layer('type: "Python" python_param { module: "a" layer: "B" }'),
    'bvlc+python',
  ],
  ['a field decides', layer('type: "BN" bn_param { bn_mode: INFERENCE }').replace(input, netInput), 'segnet'],
  [
    'a filler that only forks have',
    layer('type: "InnerProduct" inner_product_param { num_output: 2 weight_filler { type: "gabor" } }'),
    'intel',
  ],
  ['what a fork lacks of BVLC is added', layer('type: "BN" bn_param { bn_mode: INFERENCE }'), 'segnet+bvlc'],
  [
    'what no single fork has is a mix, the fork that explains more first',
    layer('type: "Reorg" reorg_param { stride: 2 }') + layer('type: "Reorg"') + layer('type: "Im2parity"'),
    'intel+segaware',
  ],
  ['a misspelled field does not change the dialect from BVLC', layer('type: "ReLU" relu_parm { }'), 'bvlc'],
  ['a value of an enum decides', layer('type: "Pooling" pooling_param { pool: DEF_ALL }'), 'caffe-windows'],
  [
    'a repeated field decides',
    layer('type: "Pooling" pooling_param { kernel_size: 2 kernel_size: 3 }'),
    'intel',
  ],
  [
    'a field that only one of several forks repeats',
    layer('type: "AnnotatedData" transform_param { resize_param { } resize_param { } }'),
    'mobilenet-yolo',
  ],
  [
    'a list of two values where a pair of fields exists is a mistake',
    layer('type: "Pooling" pooling_param { kernel_size: [2, 2] }'),
    'bvlc',
  ],
  [
    'a list of three is the window of a volume',
    volume('type: "Pooling" pooling_param { kernel_size: [1, 2, 2] }'),
    'intel',
  ],
  [
    'a layer that BVLC rejects and a fork accepts decides',
    volume('type: "Pooling" pooling_param { kernel_size: 2 }'),
    'intel',
  ],
  ['a list in a field that a fork repeats decides', 'net: "n" device_id: [0, 1]', 'yjxiong'],
  ['a list in a field that no fork repeats does not', 'net: "n" base_lr: [0.1, 0.2]', 'bvlc'],
  [
    'a mix restores what SSD removed',
    layer('type: "Permute" permute_param { order: 0 }') + layer('type: "Swish" swish_param { beta: 2 }'),
    'bvlc+ssd',
  ],
  [
    'V1 has layers without a current name',
    'layers { name: "r" type: TRANSFORM_SOFTMAX_LOSS bottom: "x" top: "r" }',
    'yjxiong',
  ],
  ['V1 layers have forks too', 'layers { name: "r" type: RELU6 bottom: "x" top: "r" }', 'mobilenet-yolo'],
  [
    'of the forks with a type, one whose layer takes as many bottoms',
    layer('type: "Upsample" upsample_param { scale: 2 }'),
    'mobilenet-yolo',
  ],
  [
    'the same type with two bottoms is a different fork',
    `${netInput}layer { name: "p" type: "Pooling" bottom: "x" top: "p" top: "m" pooling_param { kernel_size: 2 stride: 2 } }
layer { name: "u" type: "Upsample" bottom: "p" bottom: "m" top: "u" upsample_param { scale: 2 } }`,
    'segnet',
  ],
  [
    'a fork next to others',
    layer('type: "Upsample" upsample_param { scale: 2 }') +
      layer('type: "Python" python_param { module: "a" layer: "B" }'),
    'mobilenet-yolo+python',
  ],
  [
    'a type that two forks define differently, next to what only one of them has',
    layer('type: "Upsample" upsample_param { scale: 2 }').replace(input, netInput) +
      'layer { name: "z" type: "Dropout" bottom: "y" top: "z" dropout_param { sample_weights_test: true } }',
    'mobilenet-yolo+segnet',
  ],
  ["a mistake that is a fork's field of a different kind", layer('type: "ReLU" engine: CAFFE'), 'bvlc'],
  [
    'an incomplete layer has no effect',
    `${layer('type: "Upsample" upsample_param { scale: 2 }')}layer { name: "c" type: "Convolution" bottom: "y" convolution_pa`,
    'mobilenet-yolo',
  ],
  [
    'what BVLC supports and rejects does not select a fork',
    layer('type: "Pooling" pooling_param { kernel_size: 3 pad: 3 }'),
    'bvlc',
  ],
] as const) {
  test(`auto: ${shows}`, () => assert.equal(open(text).dialect.name, dialect));
}

test('a comment sets the dialect, an argument overrides it, a setting does not', () => {
  const text = `# caffe-dialect: ssd\n${layer('type: "ReLU"')}`;
  const choice = (settings: object) => {
    const { dialect, by } = open(text, settings).choice;
    return [dialect.name, by];
  };
  assert.deepEqual(choice({}), ['ssd', 'comment']);
  assert.deepEqual(choice({ dialect: 'intel' }), ['intel', 'command']);
  assert.deepEqual(choice({ usualDialect: 'intel' }), ['ssd', 'comment']);
  const { dialect, by } = open(input, { usualDialect: 'intel+python' }).choice;
  assert.deepEqual([dialect.name, by], ['intel+python', 'setting']);
});

test('what a set dialect lacks is a failure, even if another dialect has it', () => {
  const text = layer('type: "Reorg" reorg_param { stride: 2 }');
  assert.deepEqual(errorsOf(text, 'bvlc'), ['text/unknown-field']);
  assert.deepEqual(errorsOf(layer('type: "Reorg"'), 'bvlc'), ['net/unknown-layer-type']);
  assert.deepEqual(errorsOf(text, 'intel'), []);
  assert.deepEqual(errorsOf(layer('type: "Swish"'), 'ssd'), ['net/unknown-layer-type']);
});

test('a file may mix what a fork adds with what it lacks of BVLC', () => {
  const text = `${input}layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 4 kernel_size: 3 pad: 1 } }
layer { name: "b" type: "BN" bottom: "c" top: "b" bn_param { bn_mode: INFERENCE scale_filler { value: 1 } } }
layer { name: "p" type: "Pooling" bottom: "b" top: "p" top: "m" pooling_param { kernel_size: 2 stride: 2 } }
layer { name: "k" type: "Concat" bottom: "p" top: "k" }
layer { name: "u" type: "Upsample" bottom: "k" bottom: "m" top: "u" upsample_param { scale: 2 upsample_h: 8 upsample_w: 8 } }`;
  assert.deepEqual(errorsOf(text), []);
  assert.deepEqual([...new Set(errorsOf(text, 'segnet'))], ['text/unknown-field', 'net/min-bottoms']);
});

test('auto accepts a layer of an older version of a fork', () => {
  const text = `${input}layer { name: "s" type: "YoloSeg" bottom: "x" bottom: "x" top: "s" }`;
  assert.deepEqual(errorsOf(text), []);
  assert.deepEqual(errorsOf(text, 'mobilenet-yolo'), ['net/exact-bottoms']);
});

test('Python layers do not add what a fork lacks', () => {
  const text = `${netInput}layer { name: "b" type: "Clip" bottom: "x" top: "b" }`;
  assert.deepEqual(errorsOf(text, 'fast-rcnn+python'), ['net/unknown-layer-type']);
  assert.deepEqual(errorsOf(text, 'python'), []);
});

test('what a set dialect lacks of BVLC names BVLC, and the dialect can be changed', () => {
  for (const [text, message] of [
    [input, '`layer` (LayerParameter) has no field `input_param` in this Caffe; BVLC has it.'],
    [
      `${netInput}layer { name: "b" type: "BatchNorm" bottom: "x" top: "b" }`,
      '`BatchNorm` is not a layer type of this Caffe; BVLC has it.',
    ],
    [
      `${netInput}layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { kernel_size: 2 round_mode: FLOOR } }`,
      '`pooling_param` (PoolingParameter) has no field `round_mode` in this Caffe; BVLC has it.',
    ],
    [
      `${netInput}layer { name: "p" type: "LRN" bottom: "x" top: "p" lrn_param { engine: CAFFE } }`,
      '`lrn_param` (LRNParameter) has no field `engine` in this Caffe; BVLC has it.',
    ],
    [
      'net: "n" solver_type: ADAM',
      '`solver_type`: `ADAM` is not a value of SolverParameter.SolverType in this Caffe; BVLC has it.',
    ],
  ] as const) {
    const document = open(text, { dialect: 'segnet' });
    const found = diagnostics(document).find((one) => one.message === message);
    assert.ok(
      found,
      diagnostics(document)
        .map((one) => one.message)
        .join('\n'),
    );
    const titles = codeActions(document, found.range).map(({ title }) => title);
    assert.ok(
      titles.some((title) => title.startsWith('Use the dialect `segnet+bvlc` ')),
      titles.join('\n'),
    );
  }
});

test('a V1 layer type of a fork is not unknown', () => {
  const old =
    'layers { name: "d" type: DUMMY_DATA top: "x" dummy_data_param { num: 1 channels: 1 height: 1 width: 1 } }\n';
  const text = `${old}layers { name: "r" type: TRANSFORM_SOFTMAX_LOSS bottom: "x" top: "r" }`;
  assert.deepEqual(errorsOf(text), []);
  assert.deepEqual(errorsOf(text, 'bvlc'), ['text/enum-value']);
});

test('names of dialects', () => {
  assert.equal(findDialect('SSD')?.name, 'ssd');
  assert.equal(findDialect('intel + python')?.name, 'intel+python');
  assert.equal(findDialect('python')?.name, 'bvlc+python');
  assert.equal(findDialect('ssd+ssd')?.name, 'ssd');
  for (const nothing of ['', 'auto', 'caffe2', 'ssd+']) assert.equal(findDialect(nothing), undefined);
});

test('every fork has a schema, in which every type is declared', () => {
  for (const name of forkNames) {
    const { schema } = dialectOf([name]);
    assert.ok(schema.message('LayerParameter'), name);
    for (const message of schema.messages.values()) {
      for (const field of message.fields.values()) {
        if (field.type.kind === 'message')
          assert.ok(schema.message(field.type.name), `${name}: ${field.type.name}`);
      }
    }
  }
});

test('the setting offers every fork', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const setting = manifest.contributes.configuration.properties['caffePrototxt.dialect'];
  assert.deepEqual(setting.enum, ['auto', ...forkNames]);
  assert.equal(setting.enumDescriptions.length, setting.enum.length);
});

test('pooling of volumes: auto accepts it, and BVLC offers the forks that do', () => {
  const text = volume('type: "Pooling" pooling_param { kernel_size: 2 }');
  assert.deepEqual(errorsOf(text), []);
  assert.deepEqual(errorsOf(text, 'bvlc'), ['pool/four-axes']);
  const document = open(text, { dialect: 'bvlc' });
  const [found] = diagnostics(document).filter(({ code }) => code === 'pool/four-axes');
  assert.ok(found?.forks?.includes('yjxiong'));
  const fewAxes = layer('type: "Pooling" pooling_param { kernel_size: 2 }').replace('dim: 8 ', '');
  assert.deepEqual(errorsOf(fewAxes), ['pool/four-axes']);
});

test('layers of volumes: auto accepts those of a fork, also beside Python layers', () => {
  const python =
    'layer { name: "p" type: "Python" bottom: "y" top: "z" python_param { module: "m" layer: "L" } }';
  for (const type of ['PReLU', 'MVN']) {
    const text = volume(`type: "${type}"`);
    assert.deepEqual(errorsOf(text), [], type);
    assert.notDeepEqual(errorsOf(text, 'bvlc'), [], type);
    assert.equal(open(text).dialect.name, 'intel', type);
    assert.deepEqual(errorsOf(`${text} ${python}`), [], type);
    assert.equal(open(`${text} ${python}`).dialect.name, 'intel+python', type);
  }
});

test('a number of bottoms that only forks take is a mistake with fixes, for auto too', () => {
  const weighted = `${netInput}layer { name: "y" type: "SoftmaxWithLoss" bottom: "x" bottom: "x" bottom: "x" top: "y" }`;
  assert.deepEqual(errorsOf(weighted), ['net/exact-bottoms']);
  const [found] = diagnostics(open(weighted)).filter(({ code }) => code === 'net/exact-bottoms');
  assert.ok(found?.forks?.includes('intel'));
  assert.ok(!found?.forks?.includes('segnet'));
});

const pooled =
  'layer { name: "p" type: "Pooling" bottom: "x" top: "p" top: "mask" pooling_param { kernel_size: 2 stride: 2 } }';
const upsampled = (name: string, bottoms: string) =>
  `layer { name: "${name}" type: "Upsample" ${bottoms} top: "${name}" upsample_param { scale: 2 } }`;

test('auto: one layer of several with a wrong number of bottoms is a mistake', () => {
  const right = upsampled('u', 'bottom: "p" bottom: "mask"');
  assert.equal(open(`${netInput}${pooled}${right}`).dialect.name, 'segnet');
  const wrong = `${netInput}${pooled}${right}${upsampled('v', 'bottom: "p"')}`;
  assert.equal(open(wrong).dialect.name, 'segnet');
  assert.deepEqual(errorsOf(wrong), ['net/exact-bottoms']);
});

test('auto: if all layers of a type have another number of bottoms, another fork is meant', () => {
  const text = `${netInput}${upsampled('u', 'bottom: "x"')}`;
  assert.equal(open(text).dialect.forks.includes('segnet'), false);
  assert.deepEqual(errorsOf(text), []);
});

const weighted = (weights: string) =>
  `input: "x" input: "l" input_dim: [1, 2, 8, 8, 1, 1, 8, 8] layer { name: "y" type: "SoftmaxWithLoss" bottom: "x" bottom: "l" top: "y" loss_param { weight_by_label_freqs: true ${weights} } }`;

test('the forks with weights of classes require one for each class', () => {
  assert.deepEqual(errorsOf(weighted('class_weighting: 0.5 class_weighting: 2')), []);
  for (const dialect of ['segnet', 'synopsys', 'enet'])
    assert.deepEqual(errorsOf(weighted('class_weighting: 0.5'), dialect), ['fork/class-weights'], dialect);
});

test('auto: a fork that is chosen because a better known one rejects the net is named', () => {
  const codes = (text: string) => diagnostics(open(text)).map(({ code }) => code);
  assert.ok(!codes(weighted('class_weighting: 0.5 class_weighting: 2')).includes('tool/other-dialect'));
  // Vitis AI declares the weights, but does not read them.
  const wrong = open(weighted('class_weighting: 0.5'));
  assert.equal(wrong.dialect.name, 'vitis');
  const notice = diagnostics(wrong).find(({ code }) => code === 'tool/other-dialect');
  assert.match(notice?.message ?? '', /because `segnet` rejects this/u);
  const [fix] = notice?.fixes?.() ?? [];
  assert.deepEqual(errorsOf(applyEdits(wrong.text, fix?.edits ?? [])), ['fork/class-weights']);
});

test('an ordinary net does not depend on the dialect, so that no other one is tried', () => {
  const filled = (filler: string) =>
    layer(`type: "InnerProduct" inner_product_param { num_output: 2 weight_filler { type: "${filler}" } }`);
  for (const filler of ['xavier', 'msra', 'bilinear'])
    for (const net of open(filled(filler))
      .states()
      .states.map((state) => open(filled(filler)).net(state)))
      assert.equal(net.dependsOnDialect, false, filler);
});

test('fillers are known from the day on which BVLC got them', () => {
  const net = `${netInput}layers { name: "y" type: INNER_PRODUCT bottom: "x" top: "y" inner_product_param { num_output: 2 weight_filler { type: "msra" } } }`;
  assert.deepEqual(errorsOf(net, 'deconvnet'), ['filler/unknown']);
  assert.deepEqual(errorsOf(net, 'segnet'), []);
});
