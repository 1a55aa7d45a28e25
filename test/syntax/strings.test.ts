import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quoted } from '../../server/src/edit/newField.ts';
import { upgradeFile } from '../../server/src/edit/upgrade/index.ts';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { stringValue } from '../../server/src/syntax/strings.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { visible } from '../../server/src/text/visible.ts';
import { open } from '../support/fixture.ts';

for (const [shows, literal, value] of [
  ['plain text', '"a b"', 'a b'],
  ['simple escapes', String.raw`"\n\t\\\"\101\x41"`, '\n\t\\"AA'],
  ['escaped bytes are UTF-8', String.raw`"\345\215\267"`, '卷'],
  ['hexadecimal bytes next to text', String.raw`"a\xe5\x8d\xb7b\U0001f600"`, 'a卷b😀'],
  ['escaped surrogate pairs', String.raw`"\ud83d\ude00"`, '😀'],
  ['lone surrogates', String.raw`"\udc85"`, '\ufffd\ufffd\ufffd'],
  ['bytes that are not UTF-8 stay different from each other', String.raw`"x\345\200"`, 'x\udce5\udc80'],
  ['a byte is not the character with its number', String.raw`"\345"`, '\udce5'],
] as const) {
  test(`strings: ${shows}`, () => assert.equal(stringValue(literal), value));
}

test('every value can be written as a literal', () => {
  for (const value of ['卷', 'x\udce5', '"\\\n\u0085\u007f', '😀', '\x00\x1b1'])
    assert.equal(stringValue(quoted(value)), value);
});

test('a byte that is not UTF-8 is visible', () => assert.equal(visible('x\udce5'), 'x\\xe5'));

test('a name that is written in two ways is one blob', () => {
  const text = String.raw`layer { name: "d" type: "Input" top: "卷" input_param { shape { dim: 1 } } }
layer { name: "r" type: "ReLU" bottom: "\345\215\267" top: "r" }
`;
  assert.deepEqual(
    diagnostics(open(text)).filter(({ severity }) => severity === 'error'),
    [],
  );
});

test('an upgrade does not change escaped names', () => {
  const text = String.raw`input: "x\345" input_dim: 1 input_dim: 1 input_dim: 1 input_dim: 1
layer { name: "r" type: "ReLU" bottom: "x\345" top: "r" }
`;
  const upgraded = applyEdits(text, upgradeFile(open(text)));
  assert.match(upgraded, /top: "x\\345"/u);
  assert.deepEqual(
    diagnostics(open(upgraded)).filter(({ severity }) => severity === 'error'),
    [],
  );
});
