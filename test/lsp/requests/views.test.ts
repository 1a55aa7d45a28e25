import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Range } from 'vscode-languageserver';
import type { GraphAnswer, TableAnswer } from '../../../server/src/lsp/protocol.ts';
import { Client } from '../support/client.ts';

const net = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 3 } } }
layer { name: "fc" type: "InnerProduct" bottom: "x" top: "fc" inner_product_param { num_output: 4 } }
layer { name: "r" type: "ReLU" bottom: "fc" top: "fc" }
layer { name: "s" type: "Silence" bottom: "fc" }
`;

let client: Client;

before(async () => {
  client = await Client.start();
});

beforeEach(async () => {
  await client.open(net);
});

after(async () => {
  assert.equal(await client.stop(), 0);
});

test('the table: all rows, then those that an edit changed', async () => {
  const first = await client.ask<TableAnswer>('caffePrototxt/table');
  assert.equal(first.isDelta, false);
  assert.deepEqual(
    first.edits.rows.map(({ start, items }) => [start, items.map(({ id }) => id)]),
    [[0, ['x', 'fc', 'r', 's']]],
  );
  const column = net.split('\n')[1]?.indexOf('4') ?? 0;
  await client.edit(1, column, column + 1, '5');
  const since = { previousResultId: first.resultId };
  const second = await client.ask<TableAnswer>('caffePrototxt/table', since);
  assert.equal(second.isDelta, true);
  assert.equal(second.totals.params, 20);
  assert.deepEqual(
    second.edits.rows.map(({ start, items }) => [start, items.map(({ topShapes }) => topShapes)]),
    [[1, [['2×5'], ['2×5']]]],
  );
  // The client did not get the second answer.
  const third = await client.ask<TableAnswer>('caffePrototxt/table', since);
  assert.equal(third.isDelta, false);
  assert.equal(third.edits.rows[0]?.items.length, 4);
});

test('the graph: all nodes, then those that an edit changed', async () => {
  const { resultId, facts, edits } = await client.ask<GraphAnswer>('caffePrototxt/graph');
  assert.equal(facts.things, 'layers');
  assert.equal(edits.nodes[0]?.items.length, 3);
  await client.edit(3, 15, 16, 't');
  const changed = await client.ask<GraphAnswer>('caffePrototxt/graph', { previousResultId: resultId });
  assert.deepEqual(
    changed.edits.nodes.map(({ start, items }) => [start, items.map(({ title }) => title)]),
    [[2, ['t']]],
  );
  assert.equal(changed.edits.edges.length, 1);
});

test('parts of views: at a position, and their ranges', async () => {
  const inPlace = { line: 2, character: 10 };
  const node = await client.ask<string>('caffePrototxt/partAt', { view: 'graph', position: inPlace });
  const row = await client.ask<string>('caffePrototxt/partAt', { view: 'table', position: inPlace });
  const rangeOf = async (view: string, part: string) =>
    (await client.ask<Range | null>('caffePrototxt/partRange', { view, part }))?.start.line;
  assert.deepEqual([await rangeOf('graph', node), await rangeOf('table', row)], [1, 2]);
  assert.equal(await rangeOf('table', 'none'), undefined);
  const outside = { view: 'table', position: { line: 4, character: 0 } };
  assert.equal(await client.ask('caffePrototxt/partAt', outside), null);
});

test('a file that is not a net has no views', async () => {
  await client.open('base_lr: 0.01\nmax_iter: 100\n');
  assert.equal(await client.ask('caffePrototxt/graph'), null);
  assert.equal(await client.ask('caffePrototxt/table'), null);
  const position = { line: 0, character: 0 };
  assert.equal(await client.ask('caffePrototxt/partAt', { view: 'table', position }), null);
});
