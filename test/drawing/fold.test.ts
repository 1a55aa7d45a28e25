import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldedAtFirst, foldGroups } from '../../server/src/drawing/fold.ts';
import { graphOf } from './support.ts';

const nested = graphOf('in>a a>b b>c a>c c>out', { outer: 'a inner', inner: 'b c' });

function edgesOf(graph: ReturnType<typeof foldGroups>): string {
  return graph.edges.map(({ from, to }) => `${from}>${to}`).join(' ');
}

test('a folded group is one node with the edges that enter and leave it', () => {
  const folded = foldGroups(nested, new Set(['inner']));
  assert.deepEqual(
    folded.nodes.map(({ id }) => id),
    ['in', 'a', 'inner', 'out'],
  );
  assert.equal(edgesOf(folded), 'in>a a>inner inner>out');
  assert.deepEqual(
    folded.groups.map(({ id }) => id),
    ['outer'],
  );
});

test('the outermost folded group is drawn', () => {
  const folded = foldGroups(nested, new Set(['inner', 'outer']));
  assert.equal(edgesOf(folded), 'in>outer outer>out');
  assert.equal(folded.nodes[1]?.subtitle, '3 layers');
});

test('a folded group has the most important mark, the sum of the costs and the counts of its nodes', () => {
  const graph = graphOf('a>b', { group: 'a b' }, { costs: { size: 3 }, count: 2 });
  const [a, b] = graph.nodes;
  assert.ok(a && b);
  const marked = {
    ...graph,
    nodes: [
      { ...a, mark: { kind: 'warning' as const, message: 'Odd.' } },
      { ...b, mark: { kind: 'error' as const, message: 'Wrong.' } },
    ],
  };
  const [node] = foldGroups(marked, new Set(['group'])).nodes;
  assert.deepEqual(
    [node?.mark, node?.costs, node?.count],
    [{ kind: 'error', message: 'Wrong.' }, { size: 6 }, 4],
  );
});

test('a folded group belongs to a variant if all of its nodes do', () => {
  const only = graphOf('a>b', { group: 'a b' }, { variants: 'TEST only', unknownCosts: ['size'] });
  const folded = foldGroups(only, new Set(['group'])).nodes[0];
  assert.deepEqual([folded?.variants, folded?.unknownCosts], ['TEST only', ['size']]);
  const [a, b] = only.nodes;
  assert.ok(a && b);
  const mixed = { ...only, nodes: [a, { ...b, variants: undefined }] };
  assert.equal(foldGroups(mixed, new Set(['group'])).nodes[0]?.variants, undefined);
});

test('a small graph is not folded at first; a large one is, the inner groups first', () => {
  assert.deepEqual([...foldedAtFirst(nested, 5)], []);
  assert.deepEqual([...foldedAtFirst(nested, 4)], ['inner']);
  assert.deepEqual([...foldedAtFirst(nested, 3)], ['inner', 'outer']);
});
