/** Positions of a drawing, in pixels from the top left corner. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** In the order of the graph's nodes. */
  readonly nodes: readonly Box[];
  /** In the order of the graph's edges. */
  readonly edges: readonly EdgeLine[];
  /** In the order of the graph's groups; undefined for a group without nodes. */
  readonly groups: readonly (Box | undefined)[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A start point, then three points for each cubic Bézier curve. The last point touches the target. */
export type EdgeLine = readonly Point[];

export type Point = readonly [x: number, y: number];

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Edges that are not drawn: each is a pair of node indices, of which the first is above the second. */
export type Order = readonly (readonly [above: number, below: number])[];
