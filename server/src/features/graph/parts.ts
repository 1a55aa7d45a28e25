import type { Document } from '../../document/document.ts';
import { type GraphEdge, type GraphNode, type Mark, markKinds } from '../../drawing/graph.ts';
import { categoryOf } from '../../layers/definition.ts';
import type { Net } from '../../net/net.ts';
import type { NetState } from '../../net/states/state.ts';
import { isKnown } from '../../shape/dim.ts';
import { countOf, type Shape } from '../../shape/shape.ts';
import { visible } from '../../text/visible.ts';
import { costsOf } from './costs.ts';
import { fieldsOf } from './fields.ts';
import { layerText } from './layerText.ts';
import { marksOf } from './marks.ts';
import { type Member, onlyIn } from './members.ts';
import { shapeText } from './shapeText.ts';
import type { Connection, Unit } from './units.ts';

/** The layers of a node: its own, then the in-place ones. */
export function membersOf({ main, inPlace }: Unit): readonly Member[] {
  return [main, ...inPlace];
}

/** The nodes of units. */
export function nodesOf(
  document: Document,
  states: readonly NetState[],
  units: readonly Unit[],
  ends: ReadonlyMap<Unit, readonly (readonly Shape[])[]>,
  groupOf: readonly (string | undefined)[],
): GraphNode[] {
  const members = units.flatMap(membersOf);
  const marks = states.map((state, index) =>
    marksOf(
      document,
      state,
      members.flatMap(({ layers }) => layers[index] ?? []),
    ),
  );
  const nets = states.map((state) => document.net(state));
  return units.map((unit, index) => {
    const own = membersOf(unit).flatMap(({ layers }) =>
      layers.flatMap((layer, state) => (layer && marks[state]?.get(layer)) ?? []),
    );
    return nodeOf(unit, states, nets, own, ends.get(unit), groupOf[index]);
  });
}

function nodeOf(
  unit: Unit,
  states: readonly NetState[],
  nets: readonly Net[],
  marks: readonly Mark[],
  ends: readonly (readonly Shape[])[] | undefined,
  group: string | undefined,
): GraphNode {
  const { id, main, inPlace } = unit;
  const { layer, layers } = main;
  const variants = variantsOf(main, states);
  const first = layers.indexOf(layer);
  const net = nets[first];
  const mark = markKinds.map((kind) => marks.find((each) => each.kind === kind)).find(Boolean);
  const inFirst = membersOf(unit).flatMap((member) => member.layers[first] ?? []);
  const fields = net ? fieldsOf(inFirst.at(-1) ?? layer, net) : [];
  return {
    id,
    title: visible(layer.name || '(no name)'),
    subtitle: visible(layerText(layer)),
    category: categoryOf(layer.definition),
    bands: inPlace.map((member) => bandOf(member, variants, states)),
    count: 1 + inPlace.length,
    ...costsOf(inFirst, states[first]?.phase ?? 'TRAIN'),
    ...(variants !== undefined && { variants }),
    ...(group !== undefined && { group }),
    ...(ends && { output: ends.map(shapeText).filter(Boolean).join(', ') }),
    ...(mark && { mark: { ...mark, message: visible(mark.message) } }),
    ...(fields.length > 0 && { fields }),
  };
}

/** An in-place layer; with its states if these are not those of its node. */
function bandOf(member: Member, ofNode: string | undefined, states: readonly NetState[]) {
  const { layer } = member;
  const variants = variantsOf(member, states);
  const suffix = variants === undefined || variants === ofNode ? '' : ` · ${variants}`;
  return { text: visible(`${layerText(layer)}${suffix}`), category: categoryOf(layer.definition) };
}

function variantsOf({ layers }: Member, states: readonly NetState[]): string | undefined {
  const found = onlyIn(layers.map(Boolean), states);
  return found === undefined ? undefined : visible(found);
}

/** The number of values at which an edge has its full thickness, as a power of 10. */
const thickest = 7;

/** The edges of connections. Those of one value have the same label: its shapes in all states. */
export function edgesOf(connections: readonly Connection[], states: readonly NetState[]): GraphEdge[] {
  const labels = new Map<Unit, Map<string, (Shape | undefined)[]>>();
  for (const { from, blob, shapes } of connections) {
    const ofUnit = labels.get(from) ?? new Map<string, (Shape | undefined)[]>();
    labels.set(from, ofUnit);
    const known = ofUnit.get(blob);
    ofUnit.set(blob, known ? known.map((shape, state) => shape ?? shapes[state]) : shapes);
  }
  return connections.map((connection) =>
    edgeOf(connection, labels.get(connection.from)?.get(connection.blob) ?? [], states),
  );
}

function edgeOf(
  { from, to, blob, shapes }: Connection,
  ofValue: readonly (Shape | undefined)[],
  states: readonly NetState[],
): GraphEdge {
  const count = countOf(ofValue.find((shape) => shape !== undefined) ?? []);
  const weight = isKnown(count) && count > 0 ? Math.min(Math.log10(count) / thickest, 1) : 0;
  const variants = onlyIn(
    shapes.map((shape) => shape !== undefined),
    states,
  );
  return {
    from: from.id,
    to: to.id,
    name: visible(blob),
    label: shapeText(ofValue),
    weight,
    ...(variants !== undefined && { variants: visible(variants) }),
  };
}
