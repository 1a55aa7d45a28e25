import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definition, highlights, references } from '../../../server/src/features/navigation/navigate.ts';
import { netState } from '../../../server/src/net/states/state.ts';
import type { Range } from '../../../server/src/text/range.ts';
import { open, withCursor } from '../../support/fixture.ts';

const train = netState('TRAIN');

/** The lines of ranges, from 1, with the text of each. */
function places(text: string, ranges: readonly Range[]): string[] {
  return ranges.map(
    ({ start, end }) => `${text.slice(0, start).split('\n').length} ${text.slice(start, end)}`,
  );
}

function defines(marked: string): string[] {
  const { text, offset } = withCursor(marked);
  return places(text, definition(open(text), offset, train)?.targets ?? []);
}

function marks(marked: string): string[] {
  const { text, offset } = withCursor(marked);
  const found = highlights(open(text), offset, train);
  return places(
    text,
    found.map(({ range }) => range),
  ).map((place, index) => `${place} ${found[index]?.kind}`);
}

const chain = `layer { name: "in" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 2 kernel_size: 1 } }
layer { name: "r" type: "ReLU" bottom: "c" top: "c" }
layer { name: "p" type: "Pooling" bottom: 'c' top: "p" pooling_param { kernel_size: 2 } }
layer { name: "e" type: "Eltwise" bottom: "c" bottom: "c" top: "e" }
`;

test('a bottom is defined by the top that created its blob, through in-place layers', () => {
  assert.deepEqual(defines(chain.replace(`'c'`, `'|c'`)), ['2 c']);
  assert.deepEqual(defines(chain.replace('"ReLU" bottom: "c"', '"ReLU" bottom: "c|"')), ['2 c']);
  assert.deepEqual(defines(chain.replace('bottom: "c" top: "c" }', 'bottom: "c" top: "|c" }')), ['2 c']);
});

test('a top is its own definition, so that editors show its references', () => {
  assert.deepEqual(defines(chain.replace('top: "p"', 'top: |"p"')), ['4 p']);
});

test('producers write, consumers read', () => {
  const all = ['2 c write', '3 c read', '3 c write', '4 c read', '5 c read', '5 c read'];
  assert.deepEqual(marks(chain.replace(`'c'`, `'c|'`)), all);
  assert.deepEqual(marks(chain.replace('top: "c" conv', 'top: "|c" conv')), all);
});

test('references leave out the definitions on request', () => {
  const { text, offset } = withCursor(chain.replace(`'c'`, `'c|'`));
  assert.deepEqual(places(text, references(open(text), offset, train, false)), ['3 c', '4 c', '5 c', '5 c']);
  assert.equal(references(open(text), offset, train, true).length, 6);
});

test('a blob that is created in both phases by different layers has two definitions', () => {
  const text = `layer { name: "d" type: "DummyData" top: "d" include { phase: TRAIN } dummy_data_param { shape { dim: 2 } } }
layer { name: "d" type: "DummyData" top: "d" include { phase: TEST } dummy_data_param { shape { dim: 1 } } }
layer { name: "r" type: "ReLU" bottom: "|d" top: "r" }
`;
  assert.deepEqual(defines(text), ['1 d', '2 d']);
  assert.deepEqual(marks(text), ['1 d write', '2 d write', '3 d read']);
});

test('a later blob with the same name in another state is separate', () => {
  const text = `layer { name: "a" type: "DummyData" top: "x" dummy_data_param { shape { dim: 2 } } include { phase: TRAIN } }
layer { name: "ra" type: "ReLU" bottom: "|x" top: "y" include { phase: TRAIN } }
layer { name: "b" type: "DummyData" top: "x" dummy_data_param { shape { dim: 2 } } include { phase: TEST } }
layer { name: "rb" type: "ReLU" bottom: "x" top: "z" include { phase: TEST } }
`;
  assert.deepEqual(marks(text), ['1 x write', '2 x read']);
});

test('bottoms that no layer produces belong together', () => {
  const text = `layer { name: "a" type: "ReLU" bottom: "lo|st" top: "a" }
layer { name: "b" type: "ReLU" bottom: "lost" top: "b" }
layer { name: "c" type: "ReLU" bottom: "a" top: "c" }
`;
  assert.deepEqual(marks(text), ['1 lost read', '2 lost read']);
  assert.deepEqual(defines(text), []);
});

test('net-level inputs are definitions', () => {
  const text = `input: "a"
input_shape { dim: 1 dim: 2 }
input: "b"
input_shape { dim: 1 dim: 2 }
layer { name: "r" type: "ReLU" bottom: "b" top: "r" }
`;
  assert.deepEqual(defines(text.replace('bottom: "b"', 'bottom: "b|"')), ['3 b']);
  assert.deepEqual(marks(text.replace('input: "b"', 'input: "|b"')), ['3 b write', '5 b read']);
});

test('layers in V1 and V0 syntax', () => {
  const v1 = `layers { name: "d" type: DUMMY_DATA top: "d" dummy_data_param { num: 1 channels: 1 height: 4 width: 4 } }
layers { name: "r" type: RELU bottom: "|d" top: "r" }
`;
  assert.deepEqual(defines(v1), ['1 d']);
  const v0 = `input: "d" input_dim: 1 input_dim: 1 input_dim: 4 input_dim: 4
layers { layer { name: "r" type: "relu" } bottom: "|d" top: "r" }
`;
  assert.deepEqual(defines(v0), ['1 d']);
});

test('a shared parameter is defined by the first layer that names it', () => {
  const layer = (name: string, marked = 'w') =>
    `layer { name: "${name}" type: "InnerProduct" bottom: "x" top: "${name}" param { name: "${marked}" } inner_product_param { num_output: 2 } }\n`;
  const text = chain + layer('f') + layer('g', 'w|');
  assert.deepEqual(defines(text), ['6 w']);
  assert.deepEqual(marks(text), ['6 w write', '7 w read']);
});

test('the name of a layer occurs once for each layer that has it', () => {
  assert.deepEqual(marks(chain.replace('name: "c"', 'name: "|c"')), ['2 c write']);
  assert.deepEqual(defines(chain.replace('name: "c"', 'name: "|c"')), ['2 c']);
});

test('a layer that no state builds', () => {
  const text = `layer { name: "r" type: "ReLU" bottom: "x" top: "|r" include { stage: "never" } }\n`;
  assert.deepEqual(defines(text), []);
});

test('names such as constructor, escapes, and adjacent strings', () => {
  const text = `layer { name: "in" type: "Input" top: "constructor" input_param { shape { dim: 1 } } }
layer { name: "r" type: "ReLU" bottom: "con" "struct|or" top: "__proto__" }
layer { name: "s" type: "ReLU" bottom: "\\143onstructor" top: "s" }
layer { name: "t" type: "ReLU" bottom: "__proto__" top: "t" }
`;
  assert.deepEqual(marks(text), ['1 constructor write', '2 "con" "structor" read', '3 \\143onstructor read']);
  assert.deepEqual(defines(text.replace('|', '').replace('bottom: "__', 'bottom: "|__')), ['2 __proto__']);
});

test('half-typed names', () => {
  const text = `layer { name: "in" type: "Input" top: "x" input_param { shape { dim: 1 } } }
layer { name: "r" type: "ReLU" bottom: "|x
  top: "r" }
`;
  assert.deepEqual(defines(text), ['1 x']);
});

test('nothing elsewhere', () => {
  for (const marked of [
    '|',
    '# |comment',
    'net: "|a.prototxt"',
    chain.replace('kernel_size', 'kernel|_size'),
  ])
    assert.deepEqual([defines(marked), marks(marked)], [[], []], marked);
});
