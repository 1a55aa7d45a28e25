import type { Levels, Severity } from '../checks/severity.ts';
import type { DataSourceFacts } from '../layers/dataSource.ts';
import type { LayerDefinition } from '../layers/definition.ts';
import type { NetState } from '../net/states/state.ts';
import type { Dialect } from '../schema/dialect.ts';
import type { Range } from '../text/range.ts';

/** The workspace context of a net. */
export interface WorkspaceContext {
  /** The dialect of a custom caffe.proto, or the one that the workspace sets. */
  readonly dialect?: Dialect | undefined;
  /** Layer declarations by type; for a Python layer, by `Python module.Class`. */
  readonly declared: ReadonlyMap<string, LayerDefinition>;
  /** Shapes by blob name. */
  readonly shapes: ReadonlyMap<string, readonly number[]>;
  /** Facts of the data files to which the net refers, by `sourceKey`. */
  readonly files: ReadonlyMap<string, DataSourceFacts>;
  /** Whether the file of a net that the solver names exists, by its name; only where this is known. */
  readonly nets: ReadonlyMap<string, boolean>;
  /** The states that the workspace's file declares for the net; empty if there are none. */
  readonly states: readonly NetState[];
  /** The states that solvers of the net request. */
  readonly solvers: readonly SolverRequest[];
  /** Severities by the code of a check or a rule. */
  readonly rules: Levels;
  /** Notices about what the net refers to, with ranges in the net. */
  readonly notices: readonly Notice[];
}

/** A state for which a solver builds the net. */
export interface SolverRequest {
  /** The file name of the solver. */
  readonly solver: string;
  readonly state: NetState;
  /** Whether the solver sets the phase itself, which then overrides the net's own `state`. */
  readonly statesPhase: boolean;
}

/** A notice: a diagnostic of the tool itself, not of Caffe. */
export interface Notice {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly range: Range;
}

export const emptyContext: WorkspaceContext = {
  declared: new Map(),
  shapes: new Map(),
  files: new Map(),
  nets: new Map(),
  states: [],
  solvers: [],
  rules: new Map(),
  notices: [],
};

/** Whether the context is empty. */
export function isEmptyContext(context: WorkspaceContext): boolean {
  const { dialect, declared, shapes, files, nets, states, solvers, rules, notices } = context;
  const lists = [states, solvers, notices];
  return (
    !dialect &&
    declared.size + shapes.size + files.size + nets.size + rules.size === 0 &&
    lists.every(isNothing)
  );
}

function isNothing({ length }: readonly unknown[]): boolean {
  return length === 0;
}
