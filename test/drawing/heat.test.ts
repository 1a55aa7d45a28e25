import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldGroups } from '../../server/src/drawing/fold.ts';
import type { Graph } from '../../server/src/drawing/graph.ts';
import { heated, shownCategories } from '../../server/src/drawing/heat.ts';
import { layOut } from '../../server/src/drawing/layout/layout.ts';
import { toSvg } from '../../server/src/drawing/svg/drawing.ts';
import { graphOf } from './support.ts';

/** `a>b>c>d>e` with these sizes; d and e are a group. */
function sized(sizes: readonly (number | undefined)[]): Graph {
  const graph = graphOf('a>b b>c c>d d>e', { group: 'd e' });
  const nodes = graph.nodes.map((node, index) => {
    const size = sizes[index];
    return {
      ...node,
      bands: [{ text: 'ReLU', category: 'thing' }],
      ...(size !== undefined && { costs: { size } }),
    };
  });
  return { ...graph, nodes };
}

const levels = ({ nodes }: Graph) => nodes.map(({ category }) => category);

test('nodes and their bands are colored by their part of the largest cost', () => {
  const graph = heated(sized([100, 10, 25, 0, undefined]), 'size');
  assert.deepEqual(levels(graph), ['heat4', 'heat1', 'heat2', 'heat0', 'heat0']);
  assert.deepEqual(graph.nodes[0]?.bands, [{ text: 'ReLU', category: 'heat4' }]);
  assert.equal(graph.legend, 'Size');
  assert.deepEqual(
    shownCategories(graph).map(({ label }) => label),
    [
      'None or unknown',
      'Up to 10 % of the largest',
      'Up to 25 % of the largest',
      'Up to 100 % of the largest',
    ],
  );
});

test('a folded group has the sum of its costs', () => {
  const graph = heated(foldGroups(sized([100, 0, 0, 30, 30]), new Set(['group'])), 'size');
  assert.deepEqual(levels(graph), ['heat4', 'heat0', 'heat0', 'heat4']);
});

test('without any cost, and for a cost that the graph does not have', () => {
  const graph = sized([0, 0, 0, 0, 0]);
  assert.deepEqual(new Set(levels(heated(graph, 'size'))), new Set(['heat0']));
  assert.equal(heated(graph, 'other'), graph);
});

test('the legend of a picture lists the categories that it shows', async () => {
  const graph = sized([]);
  const plain = toSvg(graph, await layOut(graph));
  assert.match(plain, /class="legend".*>Kinds<.*class="blue".*>Thing</su);
  const heat = heated(sized([4, 1, 1, 1, 1]), 'size');
  const svg = toSvg(heat, await layOut(heat));
  assert.match(svg, /class="legend".*>Size<.*>Up to 25 % of the largest<.*>Up to 100 % of the largest</su);
  assert.doesNotMatch(svg, />Up to 50 %/u);
});
