import assert from 'node:assert/strict';
import { test } from 'node:test';
import { semanticTokens } from '../../server/src/features/semanticTokens.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { open } from '../support/fixture.ts';

/** The tokens as `word kind modifiers`. */
function tokensOf(
  text: string,
  phase: 'TRAIN' | 'TEST' = 'TRAIN',
  range = { start: 0, end: text.length },
): string[] {
  return semanticTokens(open(text), netState(phase), range).map(
    ({ range: { start, end }, kind, modifiers }) => [text.slice(start, end), kind, ...modifiers].join(' '),
  );
}

const relu = 'layer { name: "r" type: "ReLU" bottom: "x" top: "x" }\n';

test('names, types and blobs; quotes are not part of a token', () => {
  assert.deepEqual(tokensOf(relu), [
    'r class declaration',
    'ReLU type',
    'x variable',
    'x variable modification',
  ]);
  assert.ok(tokensOf(relu.replace('top: "x"', 'top: "y"')).includes('y variable declaration'));
});

test('enum values, shared parameters and lists', () => {
  const text = `layer { name: "p" type: "Pooling" bottom: ["a", 'b'] top: "p" param { name: "w" } pooling_param { pool: MAX } }`;
  assert.deepEqual(tokensOf(text), [
    'p class declaration',
    'Pooling type',
    'a variable',
    'b variable',
    'p variable declaration',
    'w parameter',
    'MAX enumMember',
  ]);
});

test('V1 layers and deprecated fields', () => {
  assert.deepEqual(tokensOf('layers { name: "a" type: RELU bottom: "x" top: "a" }'), [
    'a class declaration',
    'RELU type',
    'x variable',
    'a variable declaration',
  ]);
  const old = 'layer { type: "Data" data_param { mean_file: "m" } }';
  assert.ok(tokensOf(old).includes('mean_file property deprecated'));
});

test('the words of a layer of another state are comments', () => {
  const test = 'layer { name: "a#" include { phase: TEST } # note\n top: 1.5 }\n';
  assert.deepEqual(
    tokensOf(test).map((token) => token.replace(/ comment$/u, '')),
    ['layer', 'name', '"a#"', 'include', 'phase', 'TEST', '# note', 'top', '1.5'],
  );
  assert.ok(tokensOf(test, 'TEST').includes('a# class declaration'));
});

test('only the layers in a range', () => {
  const at = { start: relu.length + 5, end: relu.length + 6 };
  assert.equal(tokensOf(relu + relu.replace('"r"', '"s"'), 'TRAIN', at)[0], 's class declaration');
});

test('half-typed layers, net-level inputs, and other files', () => {
  assert.deepEqual(tokensOf('layer { name: "a'), ['a class declaration']);
  assert.deepEqual(tokensOf('input: "x"\ninput_shape { dim: 1 }\n'), []);
  assert.deepEqual(tokensOf('net: "x"\nbase_lr: 1\n'), []);
  assert.deepEqual(tokensOf(''), []);
});
