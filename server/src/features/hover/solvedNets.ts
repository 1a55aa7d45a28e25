import { batchOf } from '../../costs/layerCosts.ts';
import { ownParamCounts } from '../../costs/parameters.ts';
import { requestedState } from '../../document/chooseStates.ts';
import type { Document } from '../../document/document.ts';
import { writtenLayers } from '../../document/layers.ts';
import { type DataSource, dataSourceKey } from '../../layers/dataSource.ts';
import type { Layer } from '../../net/net.ts';
import type { SolverNet } from '../../net/solver/solverNets.ts';
import type { NetState } from '../../net/states/state.ts';
import { add, type Dim } from '../../shape/dim.ts';

/** What the hover of a solver shows about a net that it builds. */
export interface SolvedNet {
  /** The path in the solver. */
  readonly path: string;
  readonly isTest: boolean;
  readonly state: NetState;
  /** The number of items in a batch; undefined if it is unknown. */
  readonly batch: number | undefined;
  /** The number of values in all parameter blobs, for each of which the solver has a history. */
  readonly params: Dim;
  /** The database from which it reads, if the number of its records is known. */
  readonly records: SourceRecords | undefined;
}

export interface SourceRecords {
  readonly source: string;
  readonly count: number;
}

/** The facts of a net for a solver that builds it; undefined if the file is not a net. */
export function solvedNet(document: Document, request: SolverNet): SolvedNet | undefined {
  const { path, isTest } = request;
  if (document.root !== 'NetParameter' || path === undefined) return undefined;
  const state = requestedState(document, request, document.dialect);
  const layers = writtenLayers(document.net(state));
  const [first] = layers;
  return {
    path,
    isTest,
    state,
    batch: first && batchOf(first),
    params: layers.map((layer) => ownParamCounts(layer).all).reduce(add, 0),
    records: first && recordsOf(document, first),
  };
}

function recordsOf({ context }: Document, { definition, message }: Layer): SourceRecords | undefined {
  const sources: readonly DataSource[] = definition?.dataSources?.(message) ?? [];
  for (const source of sources) {
    const count = context.files.get(dataSourceKey(source))?.records;
    if (count !== undefined && count > 0) return { source: source.path, count };
  }
  return undefined;
}
