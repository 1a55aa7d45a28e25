import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refactorings } from '../../../server/src/features/codeActions/refactorings.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { open, withCursor } from '../../support/fixture.ts';

/** The text after the conversion at `|`; undefined if there is none. */
function converted(marked: string): string | undefined {
  const { text, offset } = withCursor(marked);
  const found = refactorings(open(text), { start: offset, end: offset }).find(({ title }) =>
    /^Write (?:the values|each value) of/u.test(title),
  );
  return found && applyEdits(text, found.edits);
}

const input = (dims: string) =>
  `layer { name: "x" type: "Input" top: "x" input_param { shape { ${dims} } } }\n`;

test('fields become a list, and a list becomes fields', () => {
  assert.equal(converted(input('d|im: 1 dim: 3, dim: 8')), input('dim: [1, 3, 8]'));
  assert.equal(converted(input('dim: [1, |3]')), input('dim: 1 dim: 3'));
  const lines = 'layer {\n  type: "Concat"\n  bottom: "a"\n  bottom: "b"\n  top: "c"\n}\n';
  const list = 'layer {\n  type: "Concat"\n  bottom: ["a", "b"]\n  top: "c"\n}\n';
  assert.equal(converted(lines.replace('bottom', 'bot|tom')), list);
  assert.equal(converted(list.replace('bottom', 'bot|tom')), lines);
});

test('not for single fields, fields that are not repeated, messages, and values with comments between', () => {
  assert.equal(converted(input('d|im: 1')), undefined);
  assert.equal(converted('layer { na|me: "a" type: "Silence" bottom: "a" }\n'), undefined);
  assert.equal(converted('layer { |param { lr_mult: 1 } param { lr_mult: 2 } type: "ReLU" }\n'), undefined);
  assert.equal(converted('layer {\n  bot|tom: "a" # one\n  bottom: "b"\n}\n'), undefined);
  assert.equal(converted('layer { bottom|: [] }\n'), undefined);
});

test('only neighbors become a list', () => {
  assert.equal(
    converted('layer { bottom: "a" top: "x" bo|ttom: "b" bottom: "c" }\n'),
    'layer { bottom: "a" top: "x" bottom: ["b", "c"] }\n',
  );
});
