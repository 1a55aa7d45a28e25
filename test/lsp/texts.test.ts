import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { positionEncodings } from '../../server/src/lsp/encodedText.ts';
import { Texts } from '../../server/src/lsp/texts.ts';
import { BareServer } from './support/bareServer.ts';

const uri = 'file:///net.prototxt';

/** The number of units of a text. */
const units = {
  'utf-8': (text: string) => new TextEncoder().encode(text).length,
  'utf-16': (text: string) => text.length,
  'utf-32': (text: string) => [...text].length,
};

const texts = fc
  .array(fc.constantFrom('a', '\n', '\r\n', '\r', 'é', '名', '🙂', '\t', ''), { maxLength: 30 })
  .map((parts) => parts.join(''));

for (const encoding of positionEncodings) {
  test(`${encoding}: columns count its units`, () => {
    const open = new Texts();
    open.encoding = encoding;
    const check = (content: string) => {
      const text = open.create({ uri, version: 1, text: content });
      const lines = content.split(/\r\n|\r|\n/u);
      let offset = 0;
      for (const [line, written] of lines.entries()) {
        let before = '';
        for (const character of [...written, '']) {
          const position = { line, character: units[encoding](before) };
          assert.deepEqual(text.positionAt(offset + before.length), position);
          assert.equal(text.offsetAt(position), offset + before.length);
          before += character;
        }
        assert.equal(text.offsetAt({ line, character: 1000 }), offset + written.length);
        offset += written.length;
        offset += /^(?:\r\n|\r|\n)?/u.exec(content.slice(offset))?.[0].length ?? 0;
      }
      assert.equal(text.offsetAt({ line: lines.length, character: 0 }), content.length);
    };
    fc.assert(fc.property(texts, check));
  });

  test(`${encoding}: changes apply to the text after the one before`, () => {
    const check = (content: string, places: readonly (readonly [number, number, string])[]) => {
      const open = new Texts();
      open.encoding = encoding;
      open.open({ uri, version: 1, text: content });
      let expected = content;
      const contentChanges = places.map(([one, other, text]) => {
        // Positions between line breaks and in characters have no column.
        const offsets = [...ownOffsets(expected)];
        const [start = 0, end = 0] = [one, other]
          .map((at) => offsets[at % offsets.length] ?? 0)
          .sort((a, b) => a - b);
        const before = open.create({ uri, version: 0, text: expected });
        expected = expected.slice(0, start) + text + expected.slice(end);
        return { range: { start: before.positionAt(start), end: before.positionAt(end) }, text };
      });
      assert.equal(open.change(uri, 2, contentChanges), true);
      assert.deepEqual([open.get(uri)?.getText(), open.get(uri)?.version], [expected, 2]);
    };
    const change = fc.tuple(fc.nat(100), fc.nat(100), texts);
    fc.assert(fc.property(texts, fc.array(change, { maxLength: 4 }), check));
  });
}

for (const encoding of positionEncodings) {
  test(`${encoding}: a change beyond the last line is one at the end, and all positions stay valid`, () => {
    const open = new Texts();
    open.encoding = encoding;
    open.open({ uri, version: 1, text: 'a\nb' });
    const position = { line: 37, character: 4 };
    for (const text of ['\nc', 'd\ne'])
      open.change(uri, 2, [{ range: { start: position, end: { line: 38, character: 0 } }, text }]);
    const text = open.get(uri);
    assert.equal(text?.getText(), 'a\nb\ncd\ne');
    assert.deepEqual(text?.positionAt(7), { line: 3, character: 0 });
  });
}

/** The offsets with a position of their own. */
function* ownOffsets(text: string): Generator<number> {
  for (const { index } of `${text}$`.matchAll(/\r\n|./gsu)) yield index;
}

test('a long line takes no longer for each position', () => {
  const open = new Texts();
  open.encoding = 'utf-8';
  const text = open.create({ uri, version: 1, text: 'é'.repeat(1_000_000) });
  for (let offset = 0; offset <= 1_000_000; offset += 10)
    assert.equal(text.positionAt(offset).character, 2 * offset);
});

test('a closed document is unknown', () => {
  const open = new Texts();
  open.open({ uri, version: 1, text: 'a' });
  assert.deepEqual(
    [open.close(uri), open.close(uri), open.change(uri, 2, [{ text: 'b' }])],
    [true, false, false],
  );
  assert.equal(open.get(uri), undefined);
});

test('an editor that counts bytes gets and sends columns in bytes', async () => {
  const net = 'layer { name: "é名🙂" type: "Input" top: "d" nme: 1 }\n';
  const server = await BareServer.with(uri, net, { general: { positionEncodings: ['utf-8'] } });
  const bytes = (text: string) => Buffer.byteLength(text);
  assert.ok((await server.codesOf(uri, 1)).includes('text/unknown-field'));
  const [found] =
    server.published.at(-1)?.diagnostics.filter(({ code }) => code === 'text/unknown-field') ?? [];
  const column = bytes(net.slice(0, net.indexOf('nme')));
  assert.equal(found?.range.start.character, column);
  const range = {
    start: { line: 0, character: column },
    end: { line: 0, character: bytes(net.slice(0, -3)) },
  };
  await server.tell('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range, text: '' }],
  });
  assert.ok(!(await server.codesOf(uri, 2)).includes('text/unknown-field'));
  server.stop();
});

for (const version of [1, 0, -1]) {
  test(`a change to the version ${version} after version 1 is a new text`, async () => {
    const server = await BareServer.with(uri, 'layer { nme: "n" }\n');
    assert.ok((await server.codesOf(uri, 1)).includes('text/unknown-field'));
    await server.tell('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text: 'layer { name: "a" type: "Input" top: "a" }\n' }],
    });
    const symbols = await server.ask('textDocument/documentSymbol', { textDocument: { uri } });
    assert.deepEqual(
      Object(symbols).map(({ name }: { name: string }) => name),
      ['a'],
    );
    server.stop();
  });
}

test('changes of unknown documents and changes out of bounds are harmless', async () => {
  const server = await BareServer.with(uri, 'layer { name: 1 }\n');
  const far = { line: 100, character: 100 };
  const tell = (at: string, contentChanges: readonly object[]) =>
    server.tell('textDocument/didChange', { textDocument: { uri: at, version: 2 }, contentChanges });
  await tell('file:///unknown.prototxt', [{ text: 'x' }]);
  await server.tell('textDocument/didClose', { textDocument: { uri: 'file:///unknown.prototxt' } });
  await tell(uri, [{ range: { start: far, end: { line: 0, character: 8 } }, text: 'name: "z" }' }]);
  const symbols = await server.ask('textDocument/documentSymbol', { textDocument: { uri } });
  assert.deepEqual(
    Object(symbols).map(({ name }: { name: string }) => name),
    ['z'],
  );
  await tell(uri, [{ range: null, text: '' }]);
  assert.deepEqual(await server.ask('textDocument/documentSymbol', { textDocument: { uri } }), []);
  assert.deepEqual(server.log, []);
  server.stop();
});
