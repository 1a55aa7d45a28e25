import type { Document } from '../../document/document.ts';
import { layerExtent } from '../../document/layers.ts';
import { storedFor } from '../../document/storedFor.ts';
import type { AbsentThing, Graph } from '../../drawing/graph.ts';
import { isIncluded } from '../../net/filter.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import { formatState, type NetState } from '../../net/states/state.ts';
import { visible } from '../../text/visible.ts';
import type { PartPlace } from '../types.ts';
import { categories } from './categories.ts';
import { costKinds } from './costs.ts';
import { layerText } from './layerText.ts';
import { absentIn, membersIn, onlyIn } from './members.ts';
import { type Modules, modulesOf, type Named } from './modules.ts';
import { edgesOf, membersOf, nodesOf } from './parts.ts';
import { withRepetitions } from './repeatedModules.ts';
import { type Connection, type Unit, unitsOf } from './units.ts';

/** The graph of a net, and where its nodes and the layers that are not in the picture are in the file. */
export interface NetGraph {
  readonly graph: Graph;
  readonly places: readonly PartPlace[];
}

/**
 * The graph of a net in one or several states, which it overlays: a node for each layer with its in-place layers, and an
 * edge for each blob between two layers, without the Split layers that Caffe inserts. Undefined if the file is not a net.
 */
export const netGraph = storedFor(computeGraph);

function computeGraph(document: Document, states: readonly NetState[]): NetGraph | undefined {
  const [state] = states;
  if (document.root !== 'NetParameter' || !state) return undefined;
  const { units, connections, ends } = unitsOf(membersIn(document, states));
  const { groups, groupOf } = modulesIn(namedItems(units, connections));
  const name = document.net(state).name || 'Unnamed net';
  const absent = absentIn(document, states);
  return {
    graph: {
      title: visible(`${name} · ${states.map(formatState).join(' and ')}`),
      things: 'layers',
      nodes: nodesOf(document, states, units, ends, groupOf),
      edges: edgesOf(connections, states),
      groups: groups.map((group) => ({ ...group, title: visible(group.title) })),
      categories,
      legend: 'Categories of layers',
      costs: costKinds,
      absent: absentThings(document, absent),
    },
    places: [
      ...units.map((unit) => ({
        id: unit.id,
        ranges: membersOf(unit).map(({ layer }) => layerExtent(document.tree, layer)),
      })),
      ...absent.map((syntax, index) => ({
        id: absentId(index),
        ranges: [layerExtent(document.tree, syntax)],
      })),
    ],
  };
}

/** The modules by names, and by repetition of what has no such names. */
function modulesIn(items: readonly Named[]): Modules {
  return withRepetitions(items, modulesOf(items));
}

function namedItems(units: readonly Unit[], connections: readonly Connection[]) {
  const positions = new Map(units.map((unit, index) => [unit, index]));
  const items = units.map((unit) => ({
    id: unit.id,
    name: unit.main.layer.name,
    kind: unit.main.layer.type,
    text: membersOf(unit)
      .map(({ layer }) => layerText(layer))
      .join('\n'),
    sources: [] as number[],
  }));
  for (const { from, to } of connections)
    items[positions.get(to) ?? 0]?.sources.push(positions.get(from) ?? 0);
  return items;
}

/** Unlike the id of any node. */
function absentId(index: number): string {
  return `absent:${index}`;
}

/** The layers that the picture does not show, with the states of the file that have them. */
function absentThings(document: Document, absent: readonly LayerSyntax[]): AbsentThing[] {
  if (absent.length === 0) return [];
  const built = document.states().states.map((wanted) => ({ wanted, state: document.net(wanted).state }));
  return absent.map(({ facts, message }, index) => {
    const has = built.map(({ state }) => isIncluded(message, state));
    const where = onlyIn(
      has,
      built.map(({ wanted }) => wanted),
    );
    return {
      id: absentId(index),
      title: visible(facts.name || '(no name)'),
      reason: has.includes(true) && where ? where : 'in no state of this file',
    };
  });
}
