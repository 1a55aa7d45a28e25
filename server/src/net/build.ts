import type { Memo } from '../memo/memo.ts';
import type { Steps } from '../memo/steps.ts';
import type { Dialect } from '../schema/dialect.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import { alignmentFailures } from './alignment.ts';
import { connectLayers } from './connect.ts';
import { sameItems } from './facts.ts';
import { filterLayers } from './filter.ts';
import { inferLayers } from './infer.ts';
import { lowerNet } from './lower.ts';
import { missingBottoms } from './missingBottoms.ts';
import type { Layer, Net } from './net.ts';
import { withRelatedLocations } from './related/relatedLocations.ts';
import { withSurplusBottoms } from './related/surplus.ts';
import type { ExternalFacts } from './setup.ts';
import { type NetState, stateKey } from './states/state.ts';
import { type Upgraded, upgradeNet } from './upgrade/upgrade.ts';

const netKey = 'net';

/** The inputs of a net except its state: the same for all states of a file. */
export interface NetInput {
  readonly upgraded: Upgraded;
  readonly dialect: Dialect;
  readonly given: ExternalFacts;
}

export function readNet(tree: SyntaxTree, dialect: Dialect, external: ExternalFacts, memo: Memo): NetInput {
  return {
    upgraded: upgradeNet(lowerNet(tree, dialect.schema, memo), dialect, memo),
    dialect,
    given: external,
  };
}

/**
 * Builds the net of one state: filters, connects and infers, in Caffe's order (net.cpp, Net::Init). If another state of
 * the same source has the same layers and none of them read the phase, its net is reused. The memo belongs to the
 * state: what an edit did not change is taken from the previous net. Works in steps.
 */
export function* buildNet(
  { upgraded, dialect, given: external }: NetInput,
  wanted: NetState,
  memo: Memo,
  others: Iterable<Net> = [],
): Steps<Net> {
  const state = mergeState(upgraded, wanted);
  const filtered = filterLayers(upgraded, state, memo.part(stateKey(state)));
  const written = filtered.layers;
  for (const other of others) {
    if (!other.dependsOnPhase && sameItems(other.written, written)) return { ...other, state };
  }
  const before = memo.last<Net>(netKey);
  const connected = connectLayers(written, memo, before?.connected);
  const input = { given: external, dialect, phase: state.phase };
  yield;
  const inferred = yield* inferLayers(written, connected, input, memo, before);
  yield;
  const missing = missingBottoms(connected, written, upgraded.layers);
  const misaligned = alignmentFailures(inferred.layers, memo);
  const net = {
    name: upgraded.message.text('name'),
    state,
    layers: inferred.layers,
    failures: [...upgraded.failures, ...filtered.failures, ...missing, ...inferred.failures, ...misaligned],
    dependsOnDialect: upgraded.dependsOnDialect || asks(inferred, before, 'dependsOnDialect'),
    dependsOnPhase: asks(inferred, before, 'dependsOnPhase'),
    isPlain: inferred.isPlain,
    written,
    connected,
    input,
    memo,
  };
  return memo.keep(netKey, withRelatedLocations(withSurplusBottoms(net)));
}

/** Whether a layer read its dialect or its phase. Unchanged layers read the same as before. */
function asks(
  { layers, changed }: Pick<Net, 'layers'> & { readonly changed: readonly Layer[] },
  before: Net | undefined,
  what: 'dependsOnDialect' | 'dependsOnPhase',
): boolean {
  const asked = before?.[what] ? layers : changed;
  return asked.some(({ setup }) => setup[what]);
}

/** Phase and level come from the caller; its stages are added to those of the file. */
function mergeState({ message }: Upgraded, wanted: NetState): NetState {
  return { ...wanted, stages: [...message.message('state').texts('stage'), ...wanted.stages] };
}
