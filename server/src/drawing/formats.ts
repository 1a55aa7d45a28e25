import { groupPairs } from '../memo/lists.ts';
import { jsonText } from '../text/visible.ts';
import { type Graph, type GraphGroup, type GraphNode, markKinds } from './graph.ts';
import { linesBelow } from './sizes.ts';
import { hues } from './svg/style.ts';

/** A graph as the text of other tools. */

/** The nodes and the groups directly inside of each group; `undefined` is the whole graph. */
interface Content {
  readonly nodes: readonly (readonly [index: number, node: GraphNode])[];
  readonly groups: readonly (readonly [index: number, group: GraphGroup])[];
}

function contents({ nodes, groups }: Graph): (group: string | undefined) => Content {
  const inGroup = groupPairs([...nodes.entries()].map((entry) => [entry[1].group, entry] as const));
  const below = groupPairs([...groups.entries()].map((entry) => [entry[1].parent, entry] as const));
  return (group) => ({ nodes: inGroup.get(group) ?? [], groups: below.get(group) ?? [] });
}

function hueOf({ categories }: Graph): (node: GraphNode) => string {
  const known = new Map(categories.map(({ id, hue }) => [id, hues[hue]]));
  return ({ category }) => known.get(category) ?? hues.gray;
}

function linesOf(node: GraphNode): string[] {
  const { title, subtitle, mark } = node;
  const problem = mark ? [`${mark.kind}: ${mark.message}`] : [];
  return [title, subtitle, ...linesBelow(node).map(({ text }) => text), ...problem];
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

/** The graph in the DOT language of Graphviz. */
export function toDot(graph: Graph): string {
  const content = contents(graph);
  const colorOf = hueOf(graph);
  const inside = (group: string | undefined): string[] => {
    const { nodes, groups } = content(group);
    return [
      ...nodes.map(
        ([index, node]) =>
          `n${index} [label=${dotText(linesOf(node).join('\n'))} fillcolor=${dotText(colorOf(node))}];`,
      ),
      ...groups.flatMap(([index, { id, title }]) => [
        `subgraph cluster_${index} {`,
        ...indent([`label=${dotText(title)};`, ...inside(id)]),
        '}',
      ]),
    ];
  };
  const indices = new Map(graph.nodes.map(({ id }, index) => [id, index]));
  return [
    `digraph ${dotText(graph.title)} {`,
    ...indent([
      'node [shape=box style="filled,rounded" fontname="Helvetica" fontcolor="white"];',
      'edge [fontname="Helvetica" fontsize=10];',
      ...inside(undefined),
      ...graph.edges.map(
        ({ from, to, label }) => `n${indices.get(from)} -> n${indices.get(to)} [label=${dotText(label)}];`,
      ),
    ]),
    '}',
    '',
  ].join('\n');
}

/** A string of DOT, in which only quotes and backslashes mean something. */
function dotText(text: string): string {
  return `"${text.replace(/["\\]/gu, '\\$&').replace(/\n/gu, '\\n')}"`;
}

/** The graph as a Mermaid flowchart. */
export function toMermaid(graph: Graph): string {
  const content = contents(graph);
  const inside = (group: string | undefined): string[] => {
    const { nodes, groups } = content(group);
    return [
      ...nodes.map(([index, node]) => {
        const [title = '', ...others] = linesOf(node).map(mermaidText);
        return `n${index}["${[`<b>${title}</b>`, ...others].join('<br>')}"]:::${node.mark?.kind ?? 'plain'}`;
      }),
      ...groups.flatMap(([index, { id, title }]) => [
        `subgraph g${index}["${mermaidText(title)}"]`,
        ...indent(inside(id)),
        'end',
      ]),
    ];
  };
  const indices = new Map(graph.nodes.map(({ id }, index) => [id, index]));
  const strokes = { error: '#c62828', warning: '#9a6700', unknown: '#59636e', unused: '#59636e' };
  return [
    'flowchart TD',
    ...indent([
      ...inside(undefined),
      ...graph.edges.map(
        ({ from, to, label }) => `n${indices.get(from)} -->|"${mermaidText(label)}"| n${indices.get(to)}`,
      ),
      'classDef plain stroke-width:1px',
      ...markKinds.map((kind) => `classDef ${kind} stroke:${strokes[kind]},stroke-width:3px`),
    ]),
    '',
  ].join('\n');
}

/** A text of Mermaid: every character that its text, its Markdown or HTML uses becomes a number. */
function mermaidText(text: string): string {
  return text === ''
    ? ' '
    : text.replace(/["#<>&`*_~[\](){}|;\\$:/]/gu, (letter) => `#${letter.codePointAt(0)};`);
}

/** The graph as JSON: nodes, edges, groups, categories, and what is not in the picture. */
export function toJson({ title, nodes, edges, groups, categories, absent }: Graph): string {
  return `${jsonText({ title, nodes, edges, groups, categories, absent }, 2)}\n`;
}
