/** A directed graph to draw. It knows nothing about what the nodes are. */
export interface Graph {
  readonly title: string;
  /** What the nodes represent, in the plural: `layers`. */
  readonly things: string;
  readonly nodes: readonly GraphNode[];
  /** At most one edge for each label between two nodes; both ends exist. */
  readonly edges: readonly GraphEdge[];
  /** Outer groups come before the groups inside of them. */
  readonly groups: readonly GraphGroup[];
  /** The categories of nodes and bands, in the order of the legend. */
  readonly categories: readonly Category[];
  /** What the colors mean: the title of the legend. */
  readonly legend: string;
  /** The costs by which nodes can be colored. */
  readonly costs: readonly CostKind[];
  /** The things that no node represents. */
  readonly absent: readonly AbsentThing[];
}

/** A thing that is not in the picture. */
export interface AbsentThing {
  /** Unlike that of any node. */
  readonly id: string;
  readonly title: string;
  /** Why it is not in the picture, or where it is. */
  readonly reason: string;
}

/** A cost of nodes. */
export interface CostKind {
  readonly id: string;
  readonly label: string;
  readonly unit: 'count' | 'bytes';
}

/** A kind of node with the color of its band. */
export interface Category {
  readonly id: string;
  readonly label: string;
  readonly hue: Hue;
}

export type Hue =
  | 'blue'
  | 'red'
  | 'green'
  | 'teal'
  | 'violet'
  | 'brown'
  | 'orange'
  | 'magenta'
  | 'gray'
  | 'heat1'
  | 'heat2'
  | 'heat3'
  | 'heat4';

export interface GraphNode {
  /** Stable between two versions of a graph. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** The id of a category. */
  readonly category: string;
  /** Further lines below the title. */
  readonly bands: readonly Band[];
  /** The id of the innermost group that contains it. */
  readonly group?: string | undefined;
  /** A label below a node without outgoing edges. */
  readonly output?: string | undefined;
  readonly mark?: Mark | undefined;
  /** Known costs by the ids of their kinds; those of a folded group are sums. */
  readonly costs?: Readonly<Record<string, number>> | undefined;
  /** The kinds of costs of which a part is unknown. */
  readonly unknownCosts?: readonly string[] | undefined;
  /** The cost by which the graph is colored, as a line of the node. */
  readonly figure?: string | undefined;
  /** The only variants of the graph that have the node, if the picture shows several and not all have it. */
  readonly variants?: string | undefined;
  /** The parts of the inputs on which a value of the node depends. */
  readonly fields?: readonly InputField[] | undefined;
  /** The number of things that it represents; 1 by default. */
  readonly count?: number | undefined;
  /** Whether it is a folded group. */
  readonly isFolded?: boolean | undefined;
}

/** A line of a node with a color of its own. */
export interface Band {
  readonly text: string;
  readonly category: string;
}

/** The part of an input on which a value depends. */
export interface InputField {
  readonly input: string;
  /** The length of the input along each axis; null for an unknown one. */
  readonly lengths: readonly (number | null)[];
  /** `all` for the whole input. */
  readonly axes: 'all' | readonly FieldAxis[];
}

/** Along one axis, the value at position `p` depends on `size` positions from `start + stride·p` on. */
export interface FieldAxis {
  readonly size: number;
  readonly stride: number;
  readonly start: number;
}

/** A problem of a node. */
export interface Mark {
  readonly kind: MarkKind;
  readonly message: string;
}

/** The kinds of marks, the most important first. */
export const markKinds = ['error', 'warning', 'unknown', 'unused'] as const;

export type MarkKind = (typeof markKinds)[number];

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** What flows along the edge. Edges with the same source and name share one label. */
  readonly name: string;
  readonly label: string;
  /** From 0 to 1: the thickness. */
  readonly weight: number;
  /** The only variants of the graph that have the edge, if the picture shows several and not all have it. */
  readonly variants?: string | undefined;
}

export interface GraphGroup {
  readonly id: string;
  readonly title: string;
  /** The id of the group around it. */
  readonly parent?: string | undefined;
}
