import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Graph } from '../../server/src/drawing/graph.ts';
import { layOut } from '../../server/src/drawing/layout/layout.ts';
import type { Box, Layout } from '../../server/src/drawing/layout/positions.ts';
import { chainOf, graphOf } from './support.ts';

function boxes(graph: Graph, layout: Layout): Map<string, Box> {
  return new Map(
    graph.nodes.map(({ id }, index) => [id, layout.nodes[index] ?? { x: 0, y: 0, width: 0, height: 0 }]),
  );
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Checks what holds for every layout. */
function check(graph: Graph, layout: Layout): void {
  const all = [...boxes(graph, layout).values()];
  const rows = all.toSorted((one, other) => one.y - other.y);
  for (const [index, box] of rows.entries()) {
    assert.ok(box.x >= -1 && box.y >= -1 && box.x + box.width <= layout.width + 1);
    assert.ok(box.y + box.height <= layout.height + 1);
    for (const other of rows.slice(index + 1, index + 20)) assert.ok(!overlap(box, other));
  }
  for (const [index, { from, to }] of graph.edges.entries()) {
    const [source, target] = [boxes(graph, layout).get(from), boxes(graph, layout).get(to)];
    assert.ok(source && target && source.y < target.y, `${from} is above ${to}`);
    const line = layout.edges[index] ?? [];
    assert.ok(line.length >= 4 && line.length % 3 === 1, `${from} to ${to}`);
    const [x = 0, y = 0] = line.at(-1) ?? [];
    assert.ok(Math.abs(y - target.y) < 3 && x > target.x - 1 && x < target.x + target.width + 1);
  }
}

test('sources are above targets, nodes do not overlap, and edges end at their targets', async () => {
  const graph = graphOf('a>b a>c b>d c>d a>d');
  check(graph, await layOut(graph));
});

test('an open group contains its nodes and no others', async () => {
  const graph = graphOf('in>a in>x a>b b>out x>out', { group: 'a b' });
  const layout = await layOut(graph);
  const found = boxes(graph, layout);
  const [group] = layout.groups;
  assert.ok(group);
  for (const [id, box] of found) assert.equal(overlap(box, group), id === 'a' || id === 'b', id);
});

test('a graph without nodes or edges has a layout', async () => {
  assert.deepEqual(await layOut({ ...graphOf('a'), nodes: [], edges: [] }), {
    width: 0,
    height: 0,
    nodes: [],
    edges: [],
    groups: [],
  });
  const graph = graphOf('a b');
  check(graph, await layOut(graph));
});

test('a large graph is cut into parts, which fit together', async () => {
  const graph = chainOf(700);
  check(graph, await layOut(graph));
});

test('long edges are beside the parts of a large graph', async () => {
  const chain = chainOf(400);
  const graph = graphOf(
    [...chain.edges.map(({ from, to }) => `${from}>${to}`), 'n0>n399', 'n5>n390', 'side>n200'].join(' '),
  );
  check(graph, await layOut(graph));
});

test('an open group of a large graph contains its nodes and no others, wherever it is cut', async () => {
  const chain = chainOf(400).edges.map(({ from, to }) => `${from}>${to}`);
  const members = Array.from({ length: 200 }, (_, index) => `n${95 + index}`);
  const graph = graphOf([...chain, 'n140>x0 x0>x1'].join(' '), { group: members.join(' ') });
  const layout = await layOut(graph);
  check(graph, layout);
  const [group] = layout.groups;
  assert.ok(group);
  for (const [id, box] of boxes(graph, layout)) assert.equal(overlap(box, group), members.includes(id), id);
});

test('the time for a chain grows about as fast as the chain', async () => {
  const time = async (graph: Graph) => {
    const started = performance.now();
    await layOut(graph);
    return performance.now() - started;
  };
  await time(chainOf(400));
  const [short, long] = [await time(chainOf(500)), await time(chainOf(5000))];
  assert.ok(long < 40 * short + 1000, `${short} ms for 500 nodes, ${long} ms for 5000 nodes`);
});

test('a chain is straight beside long edges', async () => {
  const graph = graphOf('in>a a>b b>c c>d d>out in>p in>q in>r p>out q>out r>out d>e d>f e>out f>out');
  const placed = boxes(graph, await layOut(graph));
  const centers = ['a', 'b', 'c', 'd'].map((id) => {
    const { x, width } = placed.get(id) ?? { x: 0, width: 0 };
    return Math.round(x + width / 2);
  });
  assert.equal(new Set(centers).size, 1, String(centers));
});
