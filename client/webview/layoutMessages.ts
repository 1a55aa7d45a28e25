import type { Graph } from '../../server/src/drawing/graph.ts';
import type { Layout } from '../../server/src/drawing/layout/positions.ts';

/** The messages between the page and its worker. */

export interface LayoutQuestion {
  readonly id: number;
  readonly graph: Graph;
}

export type LayoutAnswer =
  | { readonly id: number; readonly layout: Layout }
  | { readonly id: number; readonly problem: string };
