import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Graph } from '../../server/src/drawing/graph.ts';
import { layOut } from '../../server/src/drawing/layout/layout.ts';
import { toSvg } from '../../server/src/drawing/svg/drawing.ts';
import { element, toXml } from '../../server/src/drawing/svg/element.ts';
import { chainOf, graphOf } from './support.ts';

/** The tags and attribute names of XML; fails if it is not well-formed. */
function contentOf(xml: string): { tags: Set<string>; attributes: Set<string> } {
  const tags = new Set<string>();
  const attributes = new Set<string>();
  const open: string[] = [];
  const token = /<(\/?)([\w-]+)((?: [\w:-]+="[^"<]*")*)(\/?)>|[^<&]+|&(?:amp|lt|gt|quot|#39);/gy;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const match = token.exec(xml);
    assert.ok(match, `not well-formed at ${xml.slice(at, at + 40)}`);
    const [, close, tag, given = '', empty] = match;
    if (tag === undefined) continue;
    if (close) assert.equal(open.pop(), tag);
    else if (!empty) open.push(tag);
    tags.add(tag);
    for (const [, name = ''] of given.matchAll(/([\w:-]+)="/gu)) attributes.add(name);
  }
  assert.deepEqual(open, []);
  return { tags, attributes };
}

async function draw(graph: Graph): Promise<string> {
  return toSvg(graph, await layOut(graph));
}

test('the file is well-formed, has a title and a description, and names each node', async () => {
  const svg = await draw(graphOf('a>b b>c', { group: 'b c' }));
  contentOf(svg);
  assert.match(svg, /<title id="graph-title">Test<\/title>/u);
  assert.match(svg, /3 layers in 3 nodes, 2 connections, from top to bottom\./u);
  assert.match(svg, /role="img" tabindex="0" aria-label="b: Thing"/u);
  assert.match(svg, />out of a<\/text>/u);
});

test('it contains no scripts, links or references to other files', async () => {
  const { tags, attributes } = contentOf(await draw(graphOf('a>b b>c', { group: 'b c' })));
  for (const tag of ['script', 'a', 'image', 'foreignObject', 'use']) assert.ok(!tags.has(tag), tag);
  for (const name of ['href', 'xlink:href', 'src', 'onclick', 'onload'])
    assert.ok(!attributes.has(name), name);
});

const hostile = [
  '</text><script>alert(1)</script>',
  '" onload="alert(1)',
  "' onclick='x",
  ']]><!--',
  '&lt;b&gt; &#x3c;',
  'a\u0000b\u001bc\ud800d\uffff',
  '</style><script/>',
  'url(javascript:x)',
];

for (const name of hostile)
  test(`the name ${JSON.stringify(name)} is text everywhere`, async () => {
    const plain = graphOf('a>b', { group: 'a b' });
    const graph: Graph = {
      ...plain,
      title: name,
      nodes: plain.nodes.map((node) => ({
        ...node,
        title: name,
        subtitle: name,
        output: name,
        category: name,
        bands: [{ text: name, category: name }],
        mark: { kind: 'error', message: name },
      })),
      edges: plain.edges.map((edge) => ({ ...edge, name, label: name })),
      groups: plain.groups.map((group) => ({ ...group, title: name })),
    };
    const expected = contentOf(await draw(plain));
    const found = contentOf(await draw(graph));
    assert.deepEqual(
      [...found.tags].filter((tag) => !expected.tags.has(tag)),
      ['circle'],
    );
    assert.deepEqual(
      [...found.attributes].filter((attribute) => !expected.attributes.has(attribute)),
      ['r', 'text-anchor'],
    );
  });

test('characters that XML does not allow are replaced', () => {
  assert.equal(
    toXml(element('t', { a: '\u0001' }, 'x\ud800y\u{1f600}')),
    '<t a="\ufffd">x\ufffdy\u{1f600}</t>',
  );
});

test('long texts are shortened, and the whole text is in the tooltip', async () => {
  const long = 'x'.repeat(300);
  const graph = graphOf('a>b', {}, { title: long });
  const svg = await draw(graph);
  assert.ok(svg.includes(`<title>${long}: Thing`));
  assert.ok(svg.includes(`>${'x'.repeat(39)}…</text>`));
  assert.ok(((await layOut(graph)).nodes[0]?.width ?? 0) < 400);
});

test('a node has the color of its category and the sign of its mark', async () => {
  const graph = graphOf('a>b', {}, { mark: { kind: 'warning', message: 'Odd.' } });
  const svg = await draw(graph);
  assert.match(svg, /<path class="blue"/u);
  assert.match(svg, /class="node warning"/u);
  assert.match(svg, /warning: Odd\./u);
});

test('the size of a file is in proportion to the graph', async () => {
  const [small, large] = [await draw(chainOf(100)), await draw(chainOf(1000))];
  assert.ok(large.length < 12 * small.length);
});
