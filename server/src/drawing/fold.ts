import type { Graph, GraphEdge, GraphGroup, GraphNode, Mark } from './graph.ts';
import { markKinds } from './graph.ts';

/**
 * The graph with some groups drawn as single nodes, which have the ids of the groups. Edges inside a folded group are
 * left out, and equal edges are merged. Groups without nodes are left out.
 */
export function foldGroups(graph: Graph, folded: ReadonlySet<string>): Graph {
  const groups = new Map(graph.groups.map((group) => [group.id, group]));
  const shownAs = outermostFolded(graph.groups, folded);
  const members = new Map<string, GraphNode[]>();
  const nodes: (GraphNode | GraphGroup)[] = [];
  for (const node of graph.nodes) {
    const group = groups.get(shownAs.get(node.group ?? '') ?? '');
    if (!group) nodes.push(node);
    else if (members.get(group.id)?.push(node) === undefined) {
      members.set(group.id, [node]);
      nodes.push(group);
    }
  }
  const drawn = nodes.map((node) =>
    'category' in node ? node : groupNode(graph, node, members.get(node.id) ?? []),
  );
  return {
    ...graph,
    nodes: drawn,
    edges: mergedEdges(graph, shownAs),
    groups: graph.groups.filter(({ id }) => !shownAs.has(id)),
  };
}

/** The outermost folded group around each group that is inside of a folded group or folded. */
function outermostFolded(groups: readonly GraphGroup[], folded: ReadonlySet<string>): Map<string, string> {
  const shownAs = new Map<string, string>();
  for (const { id, parent } of groups) {
    const outer = shownAs.get(parent ?? '') ?? (folded.has(id) ? id : undefined);
    if (outer !== undefined) shownAs.set(id, outer);
  }
  return shownAs;
}

/** The node of a folded group: the category of most of its nodes, and its most important mark. */
function groupNode(
  { things }: Graph,
  { id, title, parent }: GraphGroup,
  members: readonly GraphNode[],
): GraphNode {
  const marks = members.flatMap(({ mark }) => mark ?? []);
  const count = members.reduce((sum, member) => sum + (member.count ?? 1), 0);
  return {
    id,
    title,
    subtitle: `${count} ${things}`,
    category: mostFrequent(members.map(({ category }) => category)) ?? '',
    bands: [],
    group: parent,
    output: members.at(-1)?.output,
    mark: markKinds.map((kind) => joined(marks.filter((mark) => mark.kind === kind))).find(Boolean),
    costs: sumOfCosts(members),
    unknownCosts: [...new Set(members.flatMap(({ unknownCosts }) => unknownCosts ?? []))],
    variants: shared(members.map(({ variants }) => variants)),
    fields: members.at(-1)?.fields,
    count,
    isFolded: true,
  };
}

function sumOfCosts(members: readonly GraphNode[]): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const { costs = {} } of members)
    for (const [id, cost] of Object.entries(costs)) sums.set(id, (sums.get(id) ?? 0) + cost);
  return Object.fromEntries(sums);
}

/** The value of all items; undefined if they have different ones. */
function shared<T>([first, ...others]: readonly T[]): T | undefined {
  return others.every((other) => other === first) ? first : undefined;
}

function joined([first, ...others]: readonly Mark[]): Mark | undefined {
  if (!first || others.length === 0) return first;
  return { ...first, message: `${first.message} And ${others.length} more.` };
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

function mergedEdges({ nodes, edges }: Graph, shownAs: ReadonlyMap<string, string>): GraphEdge[] {
  const ends = new Map(nodes.map(({ id, group }) => [id, shownAs.get(group ?? '') ?? id]));
  const merged = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const from = ends.get(edge.from) ?? edge.from;
    const to = ends.get(edge.to) ?? edge.to;
    const key = JSON.stringify([from, to, edge.name]);
    if ((from !== to || edge.from === edge.to) && !merged.has(key)) merged.set(key, { ...edge, from, to });
  }
  return [...merged.values()];
}

/**
 * The groups to fold at first: the innermost ones, then those around them, until at most `limit` nodes are drawn. None if
 * the whole graph is that small.
 */
export function foldedAtFirst(graph: Graph, limit: number): ReadonlySet<string> {
  const levels = new Map<number, string[]>();
  for (const [id, height] of heights(graph.groups)) levels.set(height, [...(levels.get(height) ?? []), id]);
  const folded = new Set<string>();
  for (let height = 0; foldGroups(graph, folded).nodes.length > limit && levels.has(height); height += 1)
    for (const id of levels.get(height) ?? []) folded.add(id);
  return folded;
}

/** The height of each group: 0 for groups without groups inside. */
function heights(groups: readonly GraphGroup[]): Map<string, number> {
  const found = new Map(groups.map(({ id }) => [id, 0]));
  for (const { id, parent } of groups.toReversed())
    if (parent !== undefined) found.set(parent, Math.max(found.get(parent) ?? 0, (found.get(id) ?? 0) + 1));
  return found;
}
