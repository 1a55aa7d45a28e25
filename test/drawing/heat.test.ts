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
  assert.equal(graph.legend, 'Size: 135 in all');
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
  assert.match(
    svg,
    /class="legend".*>Size: 8 in all<.*>Up to 25 % of the largest<.*>Up to 100 % of the largest</su,
  );
  assert.doesNotMatch(svg, />Up to 50 %/u);
});

const figures = ({ nodes }: Graph) => nodes.map(({ figure }) => figure);

test('nodes show their cost and its share, and those without a cost show nothing', () => {
  assert.deepEqual(figures(heated(sized([3_000_000, 1_000_000, 1, 0, undefined]), 'size')), [
    '3 M · 75.0 %',
    '1 M · 25.0 %',
    '1 · <0.1 %',
    undefined,
    undefined,
  ]);
});

test('an unknown cost is shown as one, a cost that is known in part is a lower bound, and shares are left out', () => {
  const graph = sized([1000, 2000, 0]);
  const nodes = graph.nodes.map((node, index) => (index > 0 ? { ...node, unknownCosts: ['size'] } : node));
  const heat = heated({ ...graph, nodes }, 'size');
  assert.deepEqual(figures(heat).slice(0, 3), ['1 k', '≥ 2 k', '?']);
  assert.equal(heat.legend, 'Size: ≥ 3 k in all');
});

test('a cost in bytes has its unit', () => {
  const graph = { ...sized([2048]), costs: [{ id: 'size', label: 'Size', unit: 'bytes' as const }] };
  assert.equal(figures(heated(graph, 'size'))[0], '2 KiB · 100.0 %');
});

test('the cost is drawn as the last line of the node, for which there is room', async () => {
  const heat = heated(sized([4, 1, 1, 1, 1]), 'size');
  const layout = await layOut(heat);
  assert.match(toSvg(heat, layout), /class="figure"[^>]*>4 · 50\.0 %</u);
  const [plain] = (await layOut(sized([]))).nodes;
  assert.ok((layout.nodes[0]?.height ?? 0) > (plain?.height ?? 0));
});
