import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { open } from '../../support/fixture.ts';

const net = 'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 } } }\n';
const marked = Buffer.from(`\ufeff${net}`, 'utf16le');
const plain = Buffer.from(net, 'utf16le');

/** The codes of a text, whose bytes are read as characters. */
const codes = (bytes: Buffer, encoding: 'latin1' | 'utf8') =>
  diagnostics(open(bytes.toString(encoding))).map(({ code, message }) => [code, message.slice(0, 34)]);

for (const [what, bytes, encoding] of [
  ['with a mark, little-endian', marked, 'latin1'],
  ['with a mark, big-endian', Buffer.from(marked).swap16(), 'latin1'],
  ['without a mark, little-endian', plain, 'utf8'],
  ['without a mark, big-endian', Buffer.from(plain).swap16(), 'utf8'],
] as const) {
  test(`UTF-16 ${what} is the only error of a file`, () => {
    assert.deepEqual(codes(bytes, encoding), [
      ['text/control-character', 'This file is encoded as UTF-16, bu'],
    ]);
  });
}

function utf32(text: string, write: 'writeUInt32LE' | 'writeUInt32BE'): Buffer {
  const bytes = Buffer.alloc(4 * text.length);
  for (let at = 0; at < text.length; at++) bytes[write](text.charCodeAt(at), 4 * at);
  return bytes;
}

for (const write of ['writeUInt32LE', 'writeUInt32BE'] as const)
  for (const [mark, encoding] of [
    ['\ufeff', 'latin1'],
    ['', 'utf8'],
  ] as const)
    test(`UTF-32 ${mark ? 'with' : 'without'} a mark, ${write}, is the only error of a file`, () => {
      assert.deepEqual(codes(utf32(mark + net, write), encoding), [
        ['text/control-character', 'This file is encoded as UTF-32, bu'],
      ]);
    });

test('a net with a NUL is not UTF-16', () => {
  assert.ok(!codes(Buffer.from(`${net}\0`), 'utf8').some(([, message]) => message?.includes('UTF-16')));
});
