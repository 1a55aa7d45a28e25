import { foldedAtFirst, foldGroups } from '../../server/src/drawing/fold.ts';
import type { Graph, GraphGroup } from '../../server/src/drawing/graph.ts';

/** The number of nodes above which modules are folded at first. */
const mostAtFirst = 120;

/** A graph of which some groups are folded. */
export class Folding {
  private graph: Graph | undefined;
  private groups = new Map<string, GraphGroup>();
  private groupOf = new Map<string, string | undefined>();
  private folded: ReadonlySet<string> | undefined;

  /** `folded` are the ids of the groups that were folded before; undefined to choose. */
  constructor(folded: readonly string[] | undefined) {
    this.folded = folded && new Set(folded);
  }

  get ids(): readonly string[] | undefined {
    return this.folded && [...this.folded];
  }

  use(graph: Graph): void {
    this.graph = graph;
    this.groups = new Map(graph.groups.map((group) => [group.id, group]));
    this.groupOf = new Map(graph.nodes.map(({ id, group }) => [id, group]));
    this.folded ??= foldedAtFirst(graph, mostAtFirst);
  }

  /** The graph with its groups folded. */
  view(): Graph | undefined {
    return this.graph && foldGroups(this.graph, this.folded ?? new Set());
  }

  toggle(id: string): void {
    const next = new Set(this.folded);
    if (!next.delete(id)) next.add(id);
    this.folded = next;
  }

  foldAll(): void {
    this.folded = new Set(this.groups.keys());
  }

  unfoldAll(): void {
    this.folded = new Set();
  }

  /** What is drawn for a node: the outermost folded group around it, or the node. */
  shownAs(id: string): string {
    let shown = id;
    const start = this.groups.has(id) ? id : this.groupOf.get(id);
    for (let group = start; group !== undefined; group = this.groups.get(group)?.parent)
      if (this.folded?.has(group)) shown = group;
    return shown;
  }

  /** The first node inside of a group; the same id for a node. */
  firstNode(id: string): string {
    if (!this.groups.has(id)) return id;
    const inside = ({ group }: { group?: string | undefined }) => {
      for (let around = group; around !== undefined; around = this.groups.get(around)?.parent)
        if (around === id) return true;
      return false;
    };
    return this.graph?.nodes.find(inside)?.id ?? id;
  }
}
