import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { createDocument, type Document } from '../server/src/document/document.ts';
import { defaultSettings } from '../server/src/document/settings.ts';
import { snapshotOf } from './support/snapshot.ts';

const examples = new URL('../examples/', import.meta.url);

const texts = readdirSync(examples)
  .filter((name) => name.endsWith('.prototxt'))
  .map((name) => readFileSync(new URL(name, examples), 'utf8'));

/** Layers with shared parameters, in-place layers, filtered layers, a blob with two consumers, and a join. */
const connected = `name: "connected"
layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 2 dim: 4 dim: 6 dim: 6 } shape { dim: 2 } } }
layer { name: "a" type: "Convolution" bottom: "data" top: "a" param { name: "w" } convolution_param { num_output: 4 kernel_size: 3 pad: 1 } }
layer { name: "b" type: "Convolution" bottom: "data" top: "b" param { name: "w" } convolution_param { num_output: 4 kernel_size: 3 pad: 1 } }
layer { name: "bn" type: "BatchNorm" bottom: "a" top: "a" param { lr_mult: 0 } param { lr_mult: 0 } param { lr_mult: 0 } }
layer { name: "scale" type: "Scale" bottom: "a" top: "a" scale_param { bias_term: true } }
layer { name: "sum" type: "Eltwise" bottom: "a" bottom: "b" top: "sum" }
layer { name: "relu" type: "ReLU" bottom: "sum" top: "sum" }
layer { name: "pool" type: "Pooling" bottom: "sum" top: "pool" pooling_param { kernel_size: 2 stride: 2 } }
layer { name: "ip" type: "InnerProduct" bottom: "pool" top: "ip" inner_product_param { num_output: 10 } }
layer { name: "drop" type: "Dropout" bottom: "ip" top: "ip" include { phase: TRAIN } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" include { phase: TRAIN } }
layer { name: "prob" type: "Softmax" bottom: "ip" top: "prob" include { phase: TEST } }
`;

const old = `name: "old"
input: "data"
input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8
layers { name: "conv" type: CONVOLUTION bottom: "data" top: "conv" blobs_lr: 1 blobs_lr: 2 convolution_param { num_output: 4 kernel_size: 3 } }
layers { name: "relu" type: RELU bottom: "conv" top: "conv" }
layers { name: "ip" type: INNER_PRODUCT bottom: "conv" top: "ip" inner_product_param { num_output: 4 } }
`;

const written = fc.constantFrom(
  ...[
    '',
    ' ',
    '\n',
    '1',
    '0',
    '7',
    '"',
    'a',
    'b',
    '{',
    '}',
    '<',
    ':',
    '#',
    ',',
    'x: 1 ',
    'top: "a" ',
    'bottom: "sum" ',
  ],
  ...[
    'layer { name: "new" type: "ReLU" bottom: "a" top: "new" }\n',
    'layer { type: "Silence" bottom: "b" }\n',
  ],
  ...['name: "n" ', '# shape: data 1x3x8x8\n', '# caffe-ignore-file: all\n', '# caffe-dialect: ssd\n'],
  ...['lr_mult: 2 ', 'include { phase: TEST } ', 'loss_weight: 1 ', 'unknown_field: 3 ', 'num_output: 5 '],
);

/** An edit of a text: at a digit, at a line, anywhere, or a repeated line. */
interface Edit {
  readonly kind: 'digit' | 'line' | 'place' | 'twice';
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
  /** What is requested before the next edit: nothing, the nets, or everything. */
  readonly asked: 'nothing' | 'nets' | 'everything';
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('digit', 'line', 'place', 'twice'),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  remove: fc.nat(6),
  insert: written,
  asked: fc.constantFrom('nothing', 'nets', 'everything', 'everything'),
});

function apply(text: string, { kind, at, remove, insert }: Edit): string {
  const offset = Math.floor(at * text.length);
  if (kind === 'digit') {
    const digit = /\d/gu;
    digit.lastIndex = offset;
    const found = digit.exec(text)?.index ?? text.length;
    return text.slice(0, found) + insert.replace(/\D/gu, '') + text.slice(found + (remove % 2));
  }
  const start = kind === 'place' ? offset : text.lastIndexOf('\n', offset) + 1;
  const end = text.indexOf('\n', start) + 1 || text.length;
  if (kind === 'twice') return text.slice(0, end) + text.slice(start);
  if (kind === 'line') return text.slice(0, start) + insert + text.slice(remove > 3 ? end : start);
  return text.slice(0, start) + insert + text.slice(start + remove);
}

function open(text: string, previous?: Document): Document {
  const version = (previous?.version ?? 0) + 1;
  return createDocument({ uri: 'file:///net.prototxt', version, text, settings: defaultSettings }, previous);
}

test('after any edits, all results are the same as for a new document', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(connected, old, ...texts),
      fc.array(edit, { maxLength: 8 }),
      (first, edits) => {
        let document = open(first);
        snapshotOf(document);
        for (const each of edits) {
          document = open(apply(document.text, each), document);
          assert.deepEqual(snapshotOf(document), snapshotOf(open(document.text)));
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('a layer that an edit duplicates gets the same fixes as in a new document', () => {
  const doubled = connected.replace(/^layer \{ name: "pool".*\n/mu, '$&$&');
  const document = open(connected);
  snapshotOf(document);
  assert.deepEqual(snapshotOf(open(doubled, document)), snapshotOf(open(doubled)));
});

test('a bottom that is lost in one state has the receptive field of the other bottom', () => {
  const label = 'layer { type: "Data" top: "label" data_param { batch_size: 6 } }\n';
  const others = `layer { type: "Data" top: "data" include { phase: TEST } data_param { batch_size: 5 } }
layer { type: "InnerProduct" bottom: "data" top: "fc" }
layer { bottom: "fc" bottom: "label" }
`;
  const document = open(label + others);
  snapshotOf(document);
  const after = label.replace(' top: "label"', '') + others;
  assert.deepEqual(snapshotOf(open(after, document)), snapshotOf(open(after)));
});

/** A chain of convolutions and ReLUs. */
function chain(length: number): string {
  const layers = Array.from({ length }, (_, index) => {
    const bottom = index === 0 ? 'data' : `c${index - 1}`;
    return `layer { name: "c${index}" type: "Convolution" bottom: "${bottom}" top: "c${index}" param { lr_mult: 1 } convolution_param { num_output: 8 kernel_size: 3 pad: 1 } }
layer { name: "r${index}" type: "ReLU" bottom: "c${index}" top: "c${index}" }
`;
  });
  return `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
${layers.join('')}`;
}

/** The number of layers that are set up again after one text replaces another in the middle of the net. */
function setUpAnew(from: string, to: string): number {
  const before = open(chain(100));
  const [state] = before.states().states;
  const known = new Set(before.net(state).layers.map(({ setup }) => setup));
  const parts = before.text.split(from);
  const middle = parts.length >> 1;
  const text = `${parts.slice(0, middle).join(from)}${to}${parts.slice(middle).join(from)}`;
  return open(text, before)
    .net(state)
    .layers.filter(({ setup }) => !known.has(setup)).length;
}

for (const [shows, from, to, count] of [
  ['a rate: the layer alone', 'lr_mult: 1', 'lr_mult: 2', 1],
  ['a num_output: up to the next layer with a num_output', 'num_output: 8', 'num_output: 16', 3],
  ['the text above all layers: none', 'layer { name: "data"', '# a comment\nlayer { name: "data"', 0],
  ['a name: the layer alone', 'name: "r49"', 'name: "other"', 1],
] as const) {
  test(`set up again after a change of ${shows}`, () => {
    assert.equal(setUpAnew(from, to), count);
  });
}
