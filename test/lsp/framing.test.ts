import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Framing } from '../../server/src/lsp/framing.ts';

/** What is wrong with bytes that arrive in parts of a size. */
function read(bytes: string, size = bytes.length): string | undefined {
  const framing = new Framing();
  const all = Buffer.from(bytes);
  for (let at = 0; at < all.length; at += size) {
    const problem = framing.read(all.subarray(at, at + size));
    if (problem !== undefined) return problem;
  }
  return undefined;
}

const message = (body: string, header = 'Content-Length') =>
  `${header}: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const valid = [
  message('{"text":"é Content-Length: abc\\r\\n\\r\\n"}'),
  `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n${message('{}')}`,
  message('{}', 'content-length'),
  message(''),
  message('x'.repeat(100_000)),
].join('');

test('valid messages in parts of any size', () => {
  for (const size of [1, 2, 3, 7, 100, 8192, 65_536, valid.length])
    assert.equal(read(valid, size), undefined);
});

for (const header of [
  'Content-Length: abc',
  'Content-Length: -5',
  'Content-Length: 1e3',
  'Content-Length: 1000000000000000',
  'Content-Length: 0x10',
  'Content-Length:',
  'Content-Length: 1\r\nContent-Length: 2',
  'Content-Type: text/plain',
  'GET / HTTP/1.1',
  '',
]) {
  test(`an invalid header: ${JSON.stringify(header)}`, () => {
    for (const size of [1, 5, 1000])
      assert.match(read(`${valid}${header}\r\n\r\n{}`, size) ?? '', /^Invalid header: .*Content-Length/u);
  });
}

test('a header without an end', () => {
  assert.match(read('x'.repeat(10_000), 100) ?? '', /exceeds 8192 bytes/u);
});

const main = fileURLToPath(new URL('../../server/src/lsp/main.node.ts', import.meta.url));

test('the server ends if its input ends', async () => {
  const child = spawn(process.execPath, [main, '--stdio'], { stdio: ['pipe', 'ignore', 'ignore'] });
  child.stdin.end();
  const [code] = await once(child, 'close');
  assert.equal(code, 1);
});

test('the server ends with a message', async () => {
  const child = spawn(process.execPath, [main, '--stdio']);
  const errors: string[] = [];
  child.stderr.on('data', (text) => errors.push(String(text)));
  child.stdin.write('Content-Length: abc\r\n\r\n{}');
  const [code] = await once(child, 'close');
  assert.equal(code, 1);
  assert.match(errors.join(''), /Invalid header: "Content-Length: abc"/u);
});
