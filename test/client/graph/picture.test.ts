import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitsLayout } from '../../../client/webview/fitsLayout.ts';
import { Folding } from '../../../client/webview/folding.ts';
import { matches, Picture, search } from '../../../client/webview/picture.ts';
import { RowIndex } from '../../../client/webview/rowIndex.ts';
import type { Graph } from '../../../server/src/drawing/graph.ts';
import { layOut } from '../../../server/src/drawing/layout/layout.ts';
import { chainOf, graphOf } from '../../drawing/support.ts';

const graph = graphOf('in>a in>b a>c b>c c>out');

test('arrow keys follow edges up and down, and rows left and right', async () => {
  const picture = new Picture(graph, await layOut(graph));
  const next = (id: string, direction: 'up' | 'down' | 'left' | 'right') => picture.next(id, direction)?.id;
  assert.equal(next('c', 'down'), 'out');
  assert.ok(['a', 'b'].includes(next('in', 'down') ?? ''));
  const [left, right] = (picture.boxOf('a')?.x ?? 0) < (picture.boxOf('b')?.x ?? 0) ? ['a', 'b'] : ['b', 'a'];
  assert.equal(next(left, 'right'), right);
  assert.equal(next(right, 'left'), left);
  assert.equal(next(left, 'left'), undefined);
  assert.equal(next('in', 'up'), undefined);
});

test('a point of the drawing is in a node or in none', async () => {
  const picture = new Picture(graph, await layOut(graph));
  const box = picture.boxOf('c');
  assert.ok(box);
  assert.equal(picture.nodeAt([box.x + 1, box.y + 1])?.id, 'c');
  assert.equal(picture.nodeAt([-5, -5]), undefined);
});

test('the search finds names, types and blobs in any case, and goes around', () => {
  assert.deepEqual(
    matches(graph, 'OUT').map(({ id }) => id),
    ['out'],
  );
  assert.equal(matches(graph, 'thing').length, 5);
  assert.deepEqual(matches(graph, ' '), []);
  assert.equal(search(graph, 'thing', undefined, 1)?.id, 'in');
  assert.equal(search(graph, 'thing', 'out', 1)?.id, 'in');
  assert.equal(search(graph, 'thing', 'in', -1)?.id, 'out');
  assert.equal(search(graph, 'missing', 'in', 1), undefined);
});

test('a folded group is drawn for its nodes, and its first node is revealed', () => {
  const folding = new Folding(['outer']);
  folding.use(graphOf('in>a a>b', { outer: 'inner', inner: 'a b' }));
  assert.equal(folding.shownAs('a'), 'outer');
  assert.equal(folding.shownAs('inner'), 'outer');
  assert.equal(folding.firstNode('outer'), 'a');
  folding.toggle('outer');
  assert.equal(folding.shownAs('a'), 'a');
  folding.foldAll();
  assert.equal(folding.view()?.nodes.length, 2);
  assert.deepEqual(folding.ids, ['outer', 'inner']);
});

test('modules of a large net are folded at first', () => {
  const chain = chainOf(300);
  const names = chain.nodes.slice(10, 290).map(({ id }) => id);
  const folding = new Folding(undefined);
  folding.use(graphOf(chain.edges.map(({ from, to }) => `${from}>${to}`).join(' '), { m: names.join(' ') }));
  assert.equal(folding.view()?.nodes.length, 21);
});

test('an edit that changes texts keeps the layout while they fit', async () => {
  const change = (title: string) => ({
    ...graph,
    nodes: graph.nodes.map((node) => (node.id === 'a' ? { ...node, title } : node)),
  });
  const isKept = async (before: Graph, after: Graph) =>
    fitsLayout({ graph: before, layout: await layOut(before) }, after);
  const [long, longer] = ['a much longer title than before', 'a much longer title than before it'];
  assert.ok(await isKept(graph, change('x')));
  assert.ok(!(await isKept(graph, change(long))));
  assert.ok(await isKept(change(longer), change(long)));
  assert.ok(!(await isKept(change(longer), change('a'))));
  assert.ok(!(await isKept(graph, { ...graph, edges: graph.edges.slice(1) })));
});

test('the boxes of a part are found, tall ones too', () => {
  const at = (y: number, height = 10) => ({ x: 0, y, width: 10, height });
  const rows = new RowIndex([at(0), at(5000), at(100_000), at(0, 200_000)]);
  assert.deepEqual([...rows.touching(at(4990, 50))].sort(), [1, 3]);
  assert.deepEqual([...rows.touching({ x: 50, y: 0, width: 5, height: 5 })], []);
});
