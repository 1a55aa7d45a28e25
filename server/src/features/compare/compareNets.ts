import type { Document } from '../../document/document.ts';
import { isSameState, type NetState } from '../../net/states/state.ts';
import { isTrainingNet } from '../../rules/helpers/training.ts';
import type { Message } from '../../schema/message.ts';
import { diagnostics } from '../diagnostics/diagnostics.ts';
import { totals } from '../summary/summary.ts';
import { increasing, type Pair } from './alignment.ts';
import { type FieldChanges, fieldChanges } from './fieldChanges.ts';
import { comparedLayer, layerChange, type MatchedNets, matchedFields } from './layerChanges.ts';
import { matchLayers } from './matchLayers.ts';
import { type NetView, netView } from './netView.ts';
import type {
  ComparedNet,
  Comparison,
  DifferenceCounts,
  LayerChange,
  LayerDifference,
  Sides,
  StateComparison,
  Totals,
} from './types.ts';

/**
 * The differences of two nets in the given states, by default in all states in which both are built; if there are none,
 * in the first state of each. Both documents are treated as nets.
 */
export function compareNets(before: Document, after: Document): Comparison {
  const pairs = statePairs(before, after);
  const all = pairs.map((states) => compareIn(before, after, states));
  const fields = fieldChanges(messageOf(before), messageOf(after), isOfInputs).changes;
  return {
    before: comparedNet(before),
    after: comparedNet(after),
    isEqual: fields.length === 0 && all.every(isEqualIn),
    fields,
    states: withoutRepeats(all),
  };
}

/**
 * The states in which both nets are built; otherwise the first state of each. A training net is not compared with a net
 * without a loss if both are also built for other states.
 */
function statePairs(before: Document, after: Document): readonly (readonly [NetState, NetState])[] {
  const [states, others] = [before.states().states, after.states().states];
  const common = states.filter((state) => others.some((other) => isSameState(state, other)));
  const isAlike = (state: NetState) => isTrainingNet(before.net(state)) === isTrainingNet(after.net(state));
  const alike = common.filter(isAlike);
  const compared = alike.length > 0 ? alike : common;
  return compared.length > 0 ? compared.map((state) => [state, state]) : [[states[0], others[0]]];
}

function compareIn(
  before: Document,
  after: Document,
  [state, otherState]: readonly [NetState, NetState],
): StateComparison {
  const views = { before: netView(before, state), after: netView(after, otherState) };
  const pairs = matchLayers(views.before.matched, views.after.matched);
  const nets = { ...views, indices: new Map(pairs) };
  const fields = new Map(pairs.map((pair) => [pair[1], matchedFields(nets, pair) ?? noFields]));
  const layers = [...differences(nets, pairs, fields)];
  return {
    before: state,
    after: otherState,
    totals: { before: totalsOf(views.before), after: totalsOf(views.after) },
    layers,
    counts: countsOf(layers, pairs.length),
    writtenDefaults: [...fields].flatMap(([index, { writtenDefaults }]) =>
      writtenDefaults.map((field) => ({ layer: views.after.layers[index]?.name ?? '', ...field })),
    ),
  };
}

const noFields: FieldChanges = { changes: [], writtenDefaults: [] };

/** The differing layers in the order of the net after the change; removed ones after the layer that was before them. */
function* differences(
  nets: MatchedNets,
  pairs: readonly Pair[],
  fields: ReadonlyMap<number, FieldChanges>,
): Generator<LayerDifference> {
  const { after } = nets;
  const removed = removedLayers(nets);
  const olds = new Map(pairs.map(([old, current]) => [current, old]));
  const moved = movedLayers(nets, pairs);
  yield* removed.get(-1) ?? [];
  for (const [index, layer] of after.layers.entries()) {
    const old = olds.get(index);
    const found: LayerDifference | undefined =
      old === undefined
        ? { kind: 'added', after: comparedLayer(after, layer) }
        : layerChange(nets, [old, index], fields.get(index)?.changes ?? [], moved.get(old));
    if (found) yield found;
    yield* removed.get(index) ?? [];
  }
}

/** The removed layers, by the index after the change of the matched layer before them; −1 for the first ones. */
function removedLayers({ before, indices }: MatchedNets): ReadonlyMap<number, readonly LayerDifference[]> {
  const found = new Map<number, LayerDifference[]>();
  let place = -1;
  for (const [index, layer] of before.layers.entries()) {
    const kept = indices.get(index);
    if (kept !== undefined) place = kept;
    else {
      const list = found.get(place) ?? [];
      list.push({ kind: 'removed', before: comparedLayer(before, layer) });
      found.set(place, list);
    }
  }
  return found;
}

/** The fewest layers whose moves explain the order of the others, with the layers before them. */
function movedLayers(
  { before, after }: MatchedNets,
  pairs: readonly Pair[],
): ReadonlyMap<number, Sides<string | null>> {
  const inOrder = new Set(increasing(pairs.map(([, current]) => current)));
  const moved = pairs.filter((_, index) => !inOrder.has(index));
  const nameAt = ({ layers }: NetView, index: number) => layers[index]?.name ?? null;
  return new Map(
    moved.map(([old, current]) => [
      old,
      { before: nameAt(before, old - 1), after: nameAt(after, current - 1) },
    ]),
  );
}

function countsOf(layers: readonly LayerDifference[], matched: number): DifferenceCounts {
  const changes = layers.filter(isChange);
  const count = (is: (change: LayerChange) => boolean) => changes.filter(is).length;
  return {
    added: layers.filter(({ kind }) => kind === 'added').length,
    removed: layers.filter(({ kind }) => kind === 'removed').length,
    moved: count(({ moved }) => moved !== undefined),
    renamed: count(({ isRenamed }) => isRenamed),
    changed: count(isEdited),
    affected: count(({ kind }) => kind === 'affected'),
    equal: matched - changes.length,
  };
}

function isChange(layer: LayerDifference): layer is LayerChange {
  return layer.kind === 'changed' || layer.kind === 'affected';
}

/** Whether more than the name and the place of a changed layer differ. */
function isEdited({ kind, fields, type, bottoms, tops }: LayerChange): boolean {
  return kind === 'changed' && [fields.length > 0, type, bottoms, tops].some(Boolean);
}

function totalsOf({ document, state, batch }: NetView): Totals {
  const { layerCount, params, knownParams, macsPerImage, activationBytes } = totals(document, state);
  return { layers: layerCount, params, knownParams, macsPerImage, activationBytes, batch: batch ?? null };
}

function isEqualIn({ layers, totals: { before, after } }: StateComparison): boolean {
  return layers.length === 0 && before.batch === after.batch;
}

/** Leaves out the layers that differ in an earlier state: most exist in all of them. */
function withoutRepeats(all: readonly StateComparison[]): StateComparison[] {
  const seen = new Set<string>();
  return all.map((comparison) => {
    const fresh = comparison.layers.filter((layer) => !seen.has(keyOf(layer)));
    for (const layer of comparison.layers) seen.add(keyOf(layer));
    return { ...comparison, layers: fresh };
  });
}

/** A key of the texts of a layer before and after. */
function keyOf(difference: LayerDifference): string {
  const before = 'before' in difference ? difference.before.range.start : null;
  const after = 'after' in difference ? difference.after.range.start : null;
  return JSON.stringify([before, after]);
}

const ofInputs = new Set(['input', 'input_dim', 'input_shape', 'layer', 'layers']);

function messageOf(document: Document): Message {
  return document.netInput().upgraded.message;
}

/** Whether a field of a net declares its inputs, which are compared as layers. */
function isOfInputs(field: string): boolean {
  return ofInputs.has(field);
}

function comparedNet(document: Document): ComparedNet {
  const errors = diagnostics(document).filter(({ severity }) => severity === 'error');
  return {
    name: messageOf(document).text('name'),
    dialect: document.dialect.name,
    errors: errors.length,
  };
}
