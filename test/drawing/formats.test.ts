import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instance } from '@viz-js/viz';
import { toDot, toJson, toMermaid } from '../../server/src/drawing/formats.ts';
import type { Graph } from '../../server/src/drawing/graph.ts';
import { graphOf } from './support.ts';

const graph = graphOf('a>b b>c', { outer: 'c inner', inner: 'a b' });

test('DOT: nodes, edges and nested groups', () => {
  assert.equal(
    toDot(graph),
    `digraph "Test" {
  node [shape=box style="filled,rounded" fontname="Helvetica" fontcolor="white"];
  edge [fontname="Helvetica" fontsize=10];
  subgraph cluster_0 {
    label="outer";
    n2 [label="c\\nThing" fillcolor="#2f5f98"];
    subgraph cluster_1 {
      label="inner";
      n0 [label="a\\nThing" fillcolor="#2f5f98"];
      n1 [label="b\\nThing" fillcolor="#2f5f98"];
    }
  }
  n0 -> n1 [label="out of a"];
  n1 -> n2 [label="out of b"];
}
`,
  );
});

test('Mermaid: nodes, edges and nested groups', () => {
  assert.match(
    toMermaid(graph),
    /^flowchart TD\n {2}subgraph g0\["outer"\]\n {4}n2\["<b>c<\/b><br>Thing"\]:::plain\n {4}subgraph g1/u,
  );
  assert.match(toMermaid(graph), /n0 -->\|"out of a"\| n1\n/u);
});

/** The graph with a name everywhere. */
function named(name: string): Graph {
  return {
    ...graph,
    title: name,
    nodes: graph.nodes.map((node) => ({ ...node, title: name, subtitle: name })),
    edges: graph.edges.map((edge) => ({ ...edge, label: name })),
    groups: graph.groups.map((group) => ({ ...group, title: name })),
  };
}

for (const name of ['"]; x -> y [a="', '\\', 'a\\"', '<b>x</b>', '`x` #35; %% & $x$', '</a>|"x"|']) {
  test(`the name ${JSON.stringify(name)} is text in all formats`, async () => {
    const viz = await instance();
    const found = JSON.parse(viz.renderString(toDot(named(name)), { format: 'json0' }));
    assert.equal(found.objects.length, 5);
    // Graphviz reads `\\\\` as a backslash when it draws a label.
    assert.equal(found.edges[0].label, name.replaceAll('\\', '\\\\'));
    const mermaid = toMermaid(named(name));
    assert.equal(mermaid.split('\n').length, toMermaid(graph).split('\n').length);
    for (const [, label = ''] of mermaid.matchAll(/\|"(.*?)"\|/gu)) assert.match(label, /^[\w %#;.=-]*$/u);
    assert.equal(JSON.parse(toJson(named(name))).nodes[0].title, name);
  });
}
