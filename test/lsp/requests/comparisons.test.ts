import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { ComparisonAnswer } from '../../../server/src/lsp/protocol.ts';
import { Client } from '../support/client.ts';

const input = 'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 } } }\n';
const ip = (name: string, count: number) =>
  `layer { name: "${name}" type: "InnerProduct" bottom: "x" top: "${name}" inner_product_param { num_output: ${count} } }\n`;
const own = input + ip('ip', 4);

let folder: string;
let client: Client;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'caffe-prototxt-'));
  client = await Client.start({ folder: pathToFileURL(folder).href });
  await client.open(own);
  await client.errors();
});

afterEach(async () => {
  assert.equal(await client.stop(), 0);
  rmSync(folder, { recursive: true });
});

function compare(
  text: string,
  isOtherOlder = false,
  uri = 'file:///other.prototxt',
): Promise<ComparisonAnswer> {
  const labels = { before: 'old', after: 'new' };
  return client.ask('caffePrototxt/compare', { other: { uri, text }, isOtherOlder, labels });
}

function linesOf({ lines }: ComparisonAnswer): string[] {
  return lines.map((parts) => parts.map(({ text }) => text).join(''));
}

test('a comparison has the layers of both nets with their lines', async () => {
  const answer = await compare(`# a\n# b\n${input}${ip('ip', 5)}${ip('more', 1)}`);
  assert.ok(linesOf(answer).includes('~ ip    InnerProduct  num_output: 4 → 5'));
  const layers = answer.lines
    .flat()
    .flatMap(({ text, layer }) => (layer ? [[text, layer.side, layer.range.start.line]] : []));
  assert.deepEqual(layers, [
    ['ip', 'after', 3],
    ['more', 'after', 4],
  ]);
});

test('the other net can be the older one', async () => {
  const answer = await compare(input + ip('gone', 5) + ip('ip', 4), true);
  const [layer] = answer.lines.flat().flatMap((part) => (part.layer ? [part] : []));
  assert.deepEqual(layer, {
    text: 'gone',
    kind: 'removed',
    layer: {
      side: 'before',
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: ip('gone', 5).length - 1 } },
    },
  });
});

test('it follows edits', async () => {
  assert.ok(linesOf(await compare(own)).includes('The nets are equal. Compared in TRAIN and TEST.'));
  await client.edit(
    1,
    own.split('\n')[1]?.indexOf('4') ?? 0,
    (own.split('\n')[1]?.indexOf('4') ?? 0) + 1,
    '7',
  );
  assert.ok(linesOf(await compare(own)).includes('~ ip  InnerProduct  num_output: 7 → 4'));
});

test('a solver is not compared', async () => {
  assert.deepEqual(await compare('net: "a"\nbase_lr: 1\n'), {
    lines: [],
    problem: 'new: This is a solver, not a net.',
  });
});

test('the other net has the workspace context of its file', async () => {
  const layers = { Grow: { shapes: [['bottom[0][0]', 'bottom[0][1] * 2']] } };
  writeFileSync(join(folder, 'caffe-prototxt.json'), JSON.stringify({ layers }));
  const grow = 'layer { name: "grow" type: "Grow" bottom: "x" top: "grow" }\n';
  const uri = pathToFileURL(join(folder, 'other.prototxt')).href;
  assert.ok(linesOf(await compare(own + grow, false, uri)).includes('+ grow  Grow  1×6'));
});

test('a net that is not open has no comparison', async () => {
  const labels = { before: 'old', after: 'new' };
  const other = { uri: 'file:///other.prototxt', text: '' };
  const textDocument = { uri: 'file:///none.prototxt' };
  assert.equal(
    await client.connection.sendRequest('caffePrototxt/compare', {
      textDocument,
      other,
      isOtherOlder: true,
      labels,
    }),
    null,
  );
});
