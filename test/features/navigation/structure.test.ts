import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folds } from '../../../server/src/features/navigation/folding.ts';
import { linkedRanges } from '../../../server/src/features/navigation/linked.ts';
import { selectionRanges } from '../../../server/src/features/navigation/selection.ts';
import { netState } from '../../../server/src/net/states/state.ts';
import { open, withCursor } from '../../support/fixture.ts';

/** Folds as `first line–last hidden line kind`, from 1. */
function folded(text: string): string[] {
  const line = (offset: number) => text.slice(0, offset).split('\n').length;
  return folds(open(text)).map(({ range, kind }) => `${line(range.start)}–${line(range.end)} ${kind}`);
}

test('messages fold up to the line before their closing brace', () => {
  const text = `layer {
  name: "a"
  convolution_param {
    kernel_size: 3
  }
}
layer { name: "b" }
`;
  assert.deepEqual(folded(text), ['1–5 message', '3–4 message']);
});

test('a closing brace after other text is hidden too; lists fold', () => {
  assert.deepEqual(folded('layer {\n  name: "a"\n  type: "b" }\n'), ['1–3 message']);
  assert.deepEqual(folded('layer {\n  bottom: [\n    "a",\n    "b"\n  ]\n}\n'), [
    '1–5 message',
    '2–4 message',
  ]);
});

test('of too many folds, the inner ones are left out', () => {
  const layer = 'layer {\n  pooling_param {\n    pad: 1\n  }\n}\n';
  const document = open(layer.repeat(3));
  const counts = [7, 6, 5, 3, 1].map((most) => folds(document, most).length);
  assert.deepEqual(counts, [6, 6, 3, 3, 3]);
});

test('comment groups and regions fold', () => {
  const text = `# one
# two

# single
name: "n"
# region head
# note
layer {
  name: "a"
}
#endregion
`;
  assert.deepEqual(folded(text), ['1–2 comment', '6–11 region', '8–9 message']);
});

test('half-typed text', () => {
  assert.deepEqual(folded('layer {\n  name: "a"\n'), ['1–3 message']);
  assert.deepEqual(folded('# endregion\n}\n{'), []);
  assert.deepEqual(folded(''), []);
});

test('windows line ends', () => {
  assert.deepEqual(folded('# a\r\n# b\r\nlayer {\r\n  name: "a"\r\n}\r\n'), ['1–2 comment', '3–4 message']);
});

function selected(marked: string): string[] {
  const { text, offset } = withCursor(marked);
  return selectionRanges(open(text), offset).map(({ start, end }) => text.slice(start, end));
}

test('a selection grows from the text between quotes to the file', () => {
  assert.deepEqual(selected('name: "n"\nlayer { bottom: ["x", "|y"] }'), [
    'y',
    '"y"',
    '"x", "y"',
    '["x", "y"]',
    'bottom: ["x", "y"]',
    ' bottom: ["x", "y"] ',
    '{ bottom: ["x", "y"] }',
    'layer { bottom: ["x", "y"] }',
    'name: "n"\nlayer { bottom: ["x", "y"] }',
  ]);
});

test('a selection starts with the name of a field', () => {
  assert.deepEqual(selected('layer { na|me: "n" }').slice(0, 2), ['name', 'name: "n"']);
});

test('a selection in an empty or half-typed file', () => {
  assert.deepEqual(selected('|'), ['']);
  assert.equal(selected('layer { |').at(-1), 'layer { ');
});

function linked(marked: string): string[] {
  const { text, offset } = withCursor(marked);
  return linkedRanges(open(text), offset, netState('TRAIN')).map(({ start, end }) => text.slice(start, end));
}

test('the name of a blob is edited everywhere, unless it is written in different ways', () => {
  const net = `layer { name: "in" type: "Input" top: "|x" input_param { shape { dim: 1 } } }
layer { name: "r" type: "ReLU" bottom: 'x' top: "r" }
`;
  assert.deepEqual(linked(net), ['x', 'x']);
  assert.deepEqual(linked(net.replace(`'x'`, `'\\170'`)), []);
  assert.deepEqual(linked(`# shape: x 1\n${net}`), []);
  assert.deepEqual(linked(net.replace('"|x"', '"x"').replace('name: "r"', 'name: "|r"')), []);
});

test('modules of neighbors fold, from a single comment above them', () => {
  const layer = (name: string) => `layer {\n  name: "${name}"\n}\n`;
  const module = (name: string) => ['conv', 'bn', 'relu'].map((part) => layer(`${name}/${part}`)).join('');
  const text = `${layer('data')}# the first\n${module('block1')}${module('block2')}${layer('fc')}`;
  assert.deepEqual(folded(text), [
    '1–2 message',
    '4–13 message',
    '5–6 message',
    '8–9 message',
    '11–12 message',
    '14–22 message',
    '17–18 message',
    '20–21 message',
    '23–24 message',
  ]);
  assert.deepEqual(folded(module('block1')), ['1–2 message', '4–5 message', '7–8 message']);
});
