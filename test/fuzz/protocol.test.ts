import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conversationViolations } from './kinds/protocol.ts';
import type { Line, Received } from './protocol/line.ts';
import { localLine } from './protocol/localLine.ts';
import type { Step } from './protocol/step.ts';

/** The oracle about the protocol detects a server that is wrong. */

const uri = 'file:///w/models/net.prototxt';

const steps: readonly Step[] = [
  {
    kind: 'open',
    uri,
    text: 'layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 1 } } }\n',
  },
  { kind: 'change', uri, changes: [{ range: range(0, 15, 0, 15), text: 'b' }] },
  {
    kind: 'request',
    method: 'textDocument/hover',
    params: { textDocument: { uri }, position: { line: 0, character: 2 } },
    isValid: true,
  },
];

function range(line: number, character: number, endLine: number, end: number) {
  return { start: { line, character }, end: { line: endLine, character: end } };
}

/** A server whose messages are changed. */
function wrongServer(change: (message: Received) => Received[]): () => Line {
  return () => {
    const line = localLine();
    return {
      ...line,
      get received() {
        return line.received.flatMap(change);
      },
    };
  };
}

const isHover = ({ result }: Received) => JSON.stringify(result ?? null).includes('markdown');

const failed = { code: -32603, message: 'Request textDocument/hover failed' };

for (const [shows, change, message] of [
  ['a request without an answer', (each) => (isHover(each) ? [] : [each]), /hover has 0 answers/u],
  ['a request with two answers', (each) => (isHover(each) ? [each, each] : [each]), /hover has 2 answers/u],
  [
    'an internal error',
    (each) => (isHover(each) ? [{ jsonrpc: '2.0', id: each.id ?? null, error: failed }] : [each]),
    /hover fails/u,
  ],
  [
    'old diagnostics',
    (each) =>
      each.method === 'textDocument/publishDiagnostics'
        ? [{ ...each, params: { uri, diagnostics: [1] } }]
        : [each],
    /diagnostics of file:.* differ/u,
  ],
  [
    'old hints',
    (each) => (Array.isArray(each.result) && each.id === 3 ? [{ ...each, result: [] }] : [each]),
    /hints of file:.* differ/u,
  ],
] satisfies readonly (readonly [string, (message: Received) => Received[], RegExp])[]) {
  test(`detects ${shows}`, async () => {
    const [found] = await conversationViolations(steps, wrongServer(change), localLine);
    assert.match(found?.message ?? '', message);
  });
}

test('detects a server that does not end', async () => {
  const line = localLine();
  const stop = async () => {
    await line.stop();
    return 'the server ends with 1';
  };
  const [found] = await conversationViolations(steps, () => ({ ...line, stop }), localLine);
  assert.equal(found?.message, 'the server ends with 1');
});

test('a correct server violates nothing', async () => {
  assert.deepEqual(await conversationViolations(steps, localLine), []);
});
