import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeDialect } from '../../../server/src/edit/writeDialect.ts';
import { writeShape } from '../../../server/src/edit/writeShape.ts';
import { codeActions } from '../../../server/src/features/codeActions/codeActions.ts';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { open, withCursor } from '../../support/fixture.ts';

const input =
  'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';

function actionsAt(marked: string, settings = {}) {
  const { text, offset } = withCursor(marked);
  const document = open(text, settings);
  return { text, document, actions: codeActions(document, { start: offset, end: offset }) };
}

test('a field of a fork: switching to a dialect that has it removes the error', () => {
  const { text, actions } = actionsAt(
    `# caffe-dialect: bvlc\n${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 2 ceil_|mode: false } }`,
  );
  assert.equal(actions[0]?.title, 'Use the dialect `cascade-rcnn` (zhaoweicai/cascade-rcnn: Cascade R-CNN)');
  const fixed = applyEdits(text, actions[0]?.edits ?? []);
  assert.match(fixed, /^# caffe-dialect: cascade-rcnn\nlayer/u);
  assert.deepEqual(diagnostics(open(fixed)), []);
});

test('of several forks with a field, the one that accepts what is in it is first', () => {
  const text = `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" bn_param { bn_mode: INFERENCE } }\n`;
  const at = { start: text.indexOf('bn_param'), end: text.indexOf('bn_param') };
  const titles = codeActions(open(text, { dialect: 'bvlc' }), at).map(({ title }) => title);
  assert.match(titles.find((title) => title.startsWith('Use the dialect')) ?? '', /`segnet`/u);
});

test('a layer type of a fork: its fork is added to the current dialect', () => {
  const { text, actions } = actionsAt(
    `${input}layer { name: "y" type: "Shuffle|Channel" bottom: "x" top: "y" }`,
    { usualDialect: 'ssd' },
  );
  const [first] = actions;
  assert.equal(first?.diagnostic?.code, 'net/unknown-layer-type');
  assert.match(applyEdits(text, first?.edits ?? []), /^# caffe-dialect: ssd\+shufflenet\nlayer/u);
});

test('a layer without known shapes: state the shapes of its tops, or declare it', () => {
  const { actions } = actionsAt(
    `${input}layer { name: "y" type: "Pyt|hon" bottom: "x" top: "y" top: "z" python_param { module: "m" layer: "L" } }`,
  );
  assert.deepEqual(
    actions.map(({ title, task }) => [title, task?.kind]),
    [
      ['Set the shape of `y`…', 'stateShape'],
      ['Set the shape of `z`…', 'stateShape'],
      ['Declare `Python m.L` in caffe-prototxt.json', 'declareLayer'],
    ],
  );
});

test('an unknown type: state its shape in a comment, or declare it', () => {
  const { text, document, actions } = actionsAt(
    `${input}layer { name: "y" type: "Mi|ne" bottom: "x" top: "y" }`,
  );
  assert.deepEqual(
    actions.map(({ task, diagnostic }) => [task, diagnostic?.code]),
    [
      [{ kind: 'stateShape', blob: 'y' }, 'net/unknown-layer-type'],
      [{ kind: 'declareLayer', name: 'Mine', bottoms: 1, tops: 1 }, 'net/unknown-layer-type'],
    ],
  );
  assert.deepEqual(diagnostics(open(applyEdits(text, writeShape(document, 'y', [1, 5])))), []);
});

test('data of unknown shape: state the shape', () => {
  const { actions } = actionsAt(
    'layer { name: "d" type: "Da|ta" top: "data" top: "label" data_param { source: "x" batch_size: 8 } }',
  );
  assert.deepEqual(
    actions.map(({ task }) => task),
    [{ kind: 'stateShape', blob: 'data' }],
  );
});

test('a stated shape is inserted above the layer and replaces an earlier one', () => {
  const text = `${input}  layer {\n    name: "d" type: "Data" top: "data"\n    data_param { source: "s" batch_size: 8 }\n  }\n`;
  const stated = applyEdits(text, writeShape(open(text), 'data', [8, 3, 32, 32]));
  assert.equal(stated, text.replace('  layer {', '  # shape: data 8x3x32x32\n  layer {'));
  const again = applyEdits(stated, writeShape(open(stated), 'data', [8, 1, 28, 28]));
  assert.equal(again, stated.replace('8x3x32x32', '8x1x28x28'));
  assert.deepEqual(diagnostics(open(again)), []);
});

test('the shape of a blob without a producer is stated at the start of the file, with its line endings', () => {
  const text = 'name: "n"\r\ninput: "data"\r\n';
  assert.equal(applyEdits(text, writeShape(open(text), 'other', [1])), `# shape: other 1\r\n${text}`);
});

test('auto removes the comment', () => {
  const text = `# a net\n# caffe-dialect: ssd\n${input}`;
  assert.equal(applyEdits(text, writeDialect(open(text), 'auto')), `# a net\n${input}`);
  assert.deepEqual(writeDialect(open(input), 'auto'), []);
});

test('a fork whose layer takes the bottoms is offered first', () => {
  const text = `# caffe-dialect: r-fcn\n${input}layer { name: "u" type: "Upsample" bottom: "x" top: "u" upsample_param { scale: 2 } }`;
  const at = text.indexOf('upsample_param');
  const [first] = codeActions(open(text), { start: at, end: at });
  const fixed = applyEdits(text, first?.edits ?? []);
  assert.match(fixed, /^# caffe-dialect: r-fcn\+/u);
  assert.deepEqual(
    diagnostics(open(fixed)).filter(({ severity }) => severity === 'error'),
    [],
  );
});

test('a number of bottoms that a fork takes: its layer is used before that of the dialect', () => {
  const text = `# caffe-dialect: r-fcn\n${input}layer { name: "u" type: "SoftmaxWithLoss" bottom: "x" bottom: "x" bottom: "x" top: "u" }`;
  const at = text.indexOf('bottom: "x" top') + 8;
  const fix = codeActions(open(text), { start: at, end: at }).find(({ title }) => title.includes('intel'));
  const fixed = applyEdits(text, fix?.edits ?? []);
  assert.match(fixed, /^# caffe-dialect: intel\+r-fcn\n/u);
  assert.doesNotMatch(
    diagnostics(open(fixed))
      .map(({ code }) => code)
      .join(),
    /bottoms/u,
  );
});

test('an unknown dialect is a warning at its name', () => {
  const [found] = diagnostics(open(`# caffe-dialect: intl\n${input}`));
  assert.deepEqual(
    [found?.severity, found?.code, found?.message, found?.range],
    [
      'warning',
      'comment/dialect',
      'There is no dialect `intl`. Did you mean `intel`?',
      { start: 17, end: 21 },
    ],
  );
});

test('a layer of an unknown type is accepted if the shapes of its tops are stated', () => {
  const layer =
    'layer { name: "y" type: "Mine" bottom: "x" top: "y" }\nlayer { name: "r" type: "ReLU" bottom: "y" top: "r" }\n';
  assert.deepEqual(
    diagnostics(open(input + layer)).map(({ code }) => code),
    ['net/unknown-layer-type'],
  );
  assert.deepEqual(diagnostics(open(`${input}# shape: y 1x5\n${layer}`)), []);
});
