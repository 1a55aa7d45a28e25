import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inlayHints } from '../../server/src/features/inlayHints.ts';
import type { InlayHintOptions } from '../../server/src/features/types.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { open } from '../support/fixture.ts';

const all: InlayHintOptions = { shapes: true, parameters: true, batch: true };

/** The text with its hints inserted in « ». */
function withHints(text: string, options: Partial<InlayHintOptions> = {}): string {
  const hints = inlayHints(open(text), undefined, netState('TRAIN'), { ...all, ...options });
  return hints.reduceRight(
    (marked, { offset, label }) => `${marked.slice(0, offset)}«${label}»${marked.slice(offset)}`,
    text,
  );
}

const input =
  'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 3 dim: 9 dim: 9 } } }';
const conv =
  'layer {\n  name: "c" type: "Convolution" bottom: "x" top: "c"\n  convolution_param { num_output: 4 kernel_size: 3 }\n}';

test('hints are at the end of the first line of a layer, or after a layer on one line', () => {
  assert.equal(
    withHints(`${input}\n${conv}`),
    `${input}«2×3×9×9»\n${conv.replace('layer {', 'layer {«2×4×7×7 · 112 params»')}`,
  );
});

test('shapes, parameters and the batch axis can be hidden', () => {
  assert.match(withHints(`${input}\n${conv}`, { parameters: false, batch: false }), /layer \{«4×7×7»/u);
  assert.match(withHints(`${input}\n${conv}`, { shapes: false }), /layer \{«112 params»/u);
  assert.doesNotMatch(withHints(`${input}\n${conv}`, { shapes: false }), /«2×3/u);
});

test('several tops are shown with their names', () => {
  const text =
    'layer { name: "d" type: "MemoryData" top: "data" top: "label" memory_data_param { batch_size: 2 channels: 1 height: 4 width: 4 } }';
  assert.equal(withHints(text), `${text}«data 2×1×4×4, label 2»`);
});

test('an unknown size is a question mark, with the reason in the tooltip', () => {
  const text = 'layer { name: "d" type: "Data" top: "data" data_param { batch_size: 8 } }';
  const [hint] = inlayHints(open(text), undefined, netState('TRAIN'), all);
  assert.equal(hint?.label, '8×?×?×?');
  assert.equal(hint?.tooltip?.text, 'The size of the images depends on the data source.');
});

test('a comment states the shape of a datum', () => {
  const text =
    '# shape: data 1x28x28\nlayer { name: "d" type: "Data" top: "data" data_param { batch_size: 8 } }';
  assert.match(withHints(text), /«8×1×28×28»/u);
});

test('a rejected layer and the layers below have no parameters and unknown shapes', () => {
  const text = `${input}\n${conv.replace('kernel_size: 3', 'kernel_size: 30')}\nlayer { name: "r" type: "ReLU" bottom: "c" top: "c" }`;
  assert.equal(
    withHints(text)
      .match(/«[^»]*»/gu)
      ?.slice(1)
      .join(),
    '«?»,«?»',
  );
});

test('shared parameters are marked', () => {
  const shared = (name: string) =>
    `layer { name: "${name}" type: "InnerProduct" bottom: "x" top: "${name}" param { name: "w" } inner_product_param { num_output: 2 bias_term: false } }`;
  assert.match(
    withHints(`${input}\n${shared('a')}\n${shared('b')}`),
    /486 params»\n.*486 params \(shared\)»/u,
  );
});
