import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signatureAt } from '../../server/src/features/signature.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { open, withCursor } from '../support/fixture.ts';

const above =
  'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';

/** The label of the signature with its active parameter in brackets. */
function labelAt(marked: string): string | undefined {
  const { text, offset } = withCursor(above + marked);
  const found = signatureAt(open(text), offset, netState('TRAIN'));
  const active = found?.parameters[found.active];
  if (!found || !active) return undefined;
  const { start, end } = active;
  return `${found.label.slice(0, start)}[${found.label.slice(start, end)}]${found.label.slice(end)}`;
}

test('a layer: its numbers of bottoms and tops, and its parameters; the missing one is active', () => {
  assert.equal(
    labelAt('layer { name: "e" type: "Eltwise" | }'),
    'Eltwise { [bottom: 2 or more], top: 1, eltwise_param, param, include, exclude, loss_weight }',
  );
  assert.equal(
    labelAt('layer {\n  type: "Convolution"\n  bottom: "data"\n  top: "c"\n  |\n}'),
    'Convolution { bottom: 1 or more, top: as many as bottoms, [convolution_param], param, include, exclude, loss_weight }',
  );
  assert.match(labelAt('layer { type: "Softmax" bottom: "da|ta" }') ?? '', /\[bottom: 1\]/u);
});

test('the documentation has the shapes of the blobs', () => {
  const { text, offset } = withCursor(`${above}layer { name: "r" type: "ReLU" bottom: "data" top: "r" | }`);
  const found = signatureAt(open(text), offset, netState('TRAIN'));
  assert.match(found?.parameters[0]?.documentation.text ?? '', /`data` 1×3×8×8/u);
  assert.match(found?.documentation.text ?? '', /\w/u);
});

test('a message: its fields with their defaults', () => {
  assert.equal(
    labelAt('layer { type: "Dropout" dropout_param { | } }'),
    'dropout_param { [dropout_ratio = 0.5] }',
  );
  assert.match(
    labelAt('layer { type: "Convolution" convolution_param { num_output: 3 kernel_size: 5| } }') ?? '',
    /^convolution_param \{ num_output, .*\[kernel_size…\]/u,
  );
  assert.match(
    labelAt('layer { convolution_param { weight_filler { type: "xavier" | } } }') ?? '',
    /^weight_filler \{ type = constant, \[value = 0\]/u,
  );
  assert.match(labelAt('layer {\n  pooling_param {\n    pool: MAX\n    |') ?? '', /^pooling_param/u);
});

test('nothing outside of layers, without a type, and in comments', () => {
  for (const text of [
    '|',
    'layer | { }',
    'layer { | }',
    'layer { type: "constructor" | }',
    'layer { type: "ReLU"\n # a |\n}',
    'unknown { | }',
    'layer { unknown_param { | } }',
    'state { | }',
  ])
    assert.equal(labelAt(text), undefined, text);
});
