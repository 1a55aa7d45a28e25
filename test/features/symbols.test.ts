import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentSymbols } from '../../server/src/features/symbols.ts';
import type { DocumentSymbol } from '../../server/src/features/types.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { open } from '../support/fixture.ts';

function outline(symbols: readonly DocumentSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${indent}${name}${detail ? ` (${detail})` : ''}`,
    ...outline(children, `${indent}  `),
  ]);
}

test('a net: its layers of all phases, and their parameter messages', () => {
  const text = `
layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 3 } } }
layer { name: "r" type: "ReLU" bottom: "x" top: "r" include { phase: TEST } }
layer { name: "s" type: "Silence" bottom: "x" }`;
  assert.deepEqual(outline(documentSymbols(open(text), netState('TRAIN'))), [
    'x (Input · 2×3)',
    '  input_param',
    '    shape',
    'r (ReLU)',
    '  include',
    's (Silence)',
  ]);
});

test('a large net: its layers without their messages', () => {
  const layer = 'layer { name: "r" type: "Silence" include { phase: TEST } }\n';
  const symbolsOf = (layers: number) => documentSymbols(open(layer.repeat(layers)), netState('TRAIN'));
  assert.equal(outline(symbolsOf(2500)).length, 5000);
  assert.equal(outline(symbolsOf(2501)).length, 2501);
});

test('old syntax appears with the current names', () => {
  assert.deepEqual(
    outline(documentSymbols(open('layers { name: "r" type: RELU bottom: "x" top: "r" }'), netState('TRAIN'))),
    ['r (ReLU · ?)'],
  );
});

test('a solver: its fields', () => {
  assert.deepEqual(outline(documentSymbols(open('net: "a.prototxt"\nbase_lr: 0.1'), netState('TRAIN'))), [
    'net (a.prototxt)',
    'base_lr (0.1)',
  ]);
});

test('the name of a symbol is within its range', () => {
  const check = (symbol: DocumentSymbol) => {
    assert.ok(
      symbol.range.start <= symbol.selectionRange.start && symbol.selectionRange.end <= symbol.range.end,
    );
    symbol.children.forEach(check);
  };
  documentSymbols(
    open(
      'input: "a"\ninput_dim: [1, 1, 1, 1]\nlayers { layer { name: "r" type: "relu" } bottom: "a" top: "r" }',
    ),
    netState('TRAIN'),
  ).forEach(check);
});
