import type { Levels, Severity } from '../checks/severity.ts';
import type { LayerDefinition } from '../layers/definition.ts';
import type { SourceFacts } from '../layers/source.ts';
import type { NetState } from '../net/states/state.ts';
import type { Dialect } from '../schema/dialect.ts';
import type { Range } from '../text/range.ts';

/** The workspace context of a net. */
export interface Surroundings {
  /** The dialect of a custom caffe.proto, or the one that the workspace sets. */
  readonly dialect?: Dialect | undefined;
  /** Layer declarations by type; for a Python layer, by `Python module.Class`. */
  readonly declared: ReadonlyMap<string, LayerDefinition>;
  /** Shapes by blob name. */
  readonly shapes: ReadonlyMap<string, readonly number[]>;
  /** Facts of the data files to which the net refers, by `sourceKey`. */
  readonly files: ReadonlyMap<string, SourceFacts>;
  /** The states that the workspace's file declares for the net; empty if there are none. */
  readonly states: readonly NetState[];
  /** The states that solvers of the net request. */
  readonly solvers: readonly SolverRequest[];
  /** Severities by the code of a check or a rule. */
  readonly rules: Levels;
  /** Notices about what the net refers to, with ranges in the net. */
  readonly notes: readonly Note[];
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
export interface Note {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly range: Range;
}

export const noSurroundings: Surroundings = {
  declared: new Map(),
  shapes: new Map(),
  files: new Map(),
  states: [],
  solvers: [],
  rules: new Map(),
  notes: [],
};

/** Whether the context is empty. */
export function isEmpty(surroundings: Surroundings): boolean {
  const { dialect, declared, shapes, files, states, solvers, rules, notes } = surroundings;
  const lists = [states, solvers, notes];
  return !dialect && declared.size + shapes.size + files.size + rules.size === 0 && lists.every(isNothing);
}

function isNothing({ length }: readonly unknown[]): boolean {
  return length === 0;
}
