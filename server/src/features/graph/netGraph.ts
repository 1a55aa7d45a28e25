import type { Document } from '../../document/document.ts';
import { layerExtent, layersIn } from '../../document/layers.ts';
import { type Graph, type GraphEdge, type GraphNode, type Mark, markKinds } from '../../drawing/graph.ts';
import { categoryOf } from '../../layers/definition.ts';
import type { Layer } from '../../net/net.ts';
import { formatState, type NetState } from '../../net/states/state.ts';
import { isKnown } from '../../shape/dim.ts';
import { countOf, formatShape, type Shape } from '../../shape/shape.ts';
import type { Range } from '../../text/range.ts';
import { visible } from '../../text/visible.ts';
import { categories } from './categories.ts';
import { costKinds, costsOf } from './costs.ts';
import { layerText } from './layerText.ts';
import { marksOf } from './marks.ts';
import { type Modules, modulesOf, type Named } from './modules.ts';
import { withRepetitions } from './repeatedModules.ts';
import { type Connection, type Unit, unitsOf } from './units.ts';

/** The graph of a net, and where its nodes are in the file. */
export interface NetGraph {
  readonly graph: Graph;
  readonly places: readonly NodePlace[];
}

/** The ranges of the layers of a node: the layer itself first, then its in-place layers. */
export interface NodePlace {
  readonly node: string;
  readonly ranges: readonly Range[];
}

/**
 * The graph of a net in a state: a node for each layer with its in-place layers, and an edge for each blob between two
 * layers, without the Split layers that Caffe inserts. Undefined if the file is not a net.
 */
export function netGraph(document: Document, state: NetState): NetGraph | undefined {
  if (document.root !== 'NetParameter') return undefined;
  const layers = layersIn(document, state);
  const { units, connections, ends } = unitsOf(layers);
  const marks = marksOf(document, state, layers);
  const { groups, groupOf } = modulesIn(namedItems(units, connections));
  const nodes = units.map((unit, index) => nodeOf(unit, state.phase, ends.get(unit), marks, groupOf[index]));
  const name = document.net(state).name || 'Unnamed net';
  return {
    graph: {
      title: visible(`${name} · ${formatState(state)}`),
      things: 'layers',
      nodes,
      edges: connections.map(edgeOf),
      groups: groups.map((group) => ({ ...group, title: visible(group.title) })),
      categories,
      legend: 'Categories of layers',
      costs: costKinds,
    },
    places: units.map((unit) => ({
      node: unit.id,
      ranges: layersOf(unit).map((layer) => layerExtent(document.tree, layer)),
    })),
  };
}

function layersOf({ main, inPlace }: Unit): readonly Layer[] {
  return [main, ...inPlace];
}

/** The modules by names, and by repetition of what has no such names. */
function modulesIn(items: readonly Named[]): Modules {
  return withRepetitions(items, modulesOf(items));
}

function namedItems(units: readonly Unit[], connections: readonly Connection[]) {
  const positions = new Map(units.map((unit, index) => [unit, index]));
  const items = units.map((unit) => ({
    id: unit.id,
    name: unit.main.name,
    kind: unit.main.type,
    text: layersOf(unit).map(layerText).join('\n'),
    sources: [] as number[],
  }));
  for (const { from, to } of connections)
    items[positions.get(to) ?? 0]?.sources.push(positions.get(from) ?? 0);
  return items;
}

function nodeOf(
  unit: Unit,
  phase: string,
  ends: readonly Shape[] | undefined,
  marks: ReadonlyMap<Layer, Mark>,
  group: string | undefined,
): GraphNode {
  const { id, main, inPlace } = unit;
  const own = layersOf(unit).flatMap((layer) => marks.get(layer) ?? []);
  const mark = markKinds.map((kind) => own.find((each) => each.kind === kind)).find(Boolean);
  return {
    id,
    title: visible(main.name || '(no name)'),
    subtitle: visible(layerText(main)),
    category: categoryOf(main.definition),
    bands: inPlace.map((layer) => ({
      text: visible(layerText(layer)),
      category: categoryOf(layer.definition),
    })),
    count: 1 + inPlace.length,
    costs: costsOf(layersOf(unit), phase),
    ...(group !== undefined && { group }),
    ...(ends && { output: ends.map(formatShape).join(', ') }),
    ...(mark && { mark: { ...mark, message: visible(mark.message) } }),
  };
}

/** The number of values at which an edge has its full thickness, as a power of 10. */
const thickest = 7;

function edgeOf({ from, to, blob, shape }: Connection): GraphEdge {
  const count = countOf(shape);
  const weight = isKnown(count) && count > 0 ? Math.min(Math.log10(count) / thickest, 1) : 0;
  return { from: from.id, to: to.id, name: visible(blob), label: formatShape(shape), weight };
}
