import type { Levels, Severity } from '../checks/severity.ts';
import type { LayerDefinition } from '../layers/definition.ts';
import type { SourceFacts } from '../layers/source.ts';
import type { NetState } from '../net/states/state.ts';
import type { Dialect } from '../schema/dialect.ts';
import type { Range } from '../text/range.ts';

/** What the files around a net say of it; an end gathers it. */
export interface Surroundings {
  /** The dialect of a caffe.proto of one's own, or the one that the workspace names. */
  readonly dialect?: Dialect | undefined;
  /** Layer rules by type; of a Python layer, by `Python module.Class`. */
  readonly declared: ReadonlyMap<string, LayerDefinition>;
  /** Shapes by the name of the blob. */
  readonly shapes: ReadonlyMap<string, readonly number[]>;
  /** What the files say to which the net points, by `sourceKey`. */
  readonly files: ReadonlyMap<string, SourceFacts>;
  /** The states in which the workspace's file has the net built; empty where it states none. */
  readonly states: readonly NetState[];
  /** What the solvers that name the net ask for. */
  readonly solvers: readonly SolverRequest[];
  /** Severities by the code of a check or a rule. */
  readonly rules: Levels;
  /** What is wrong with what the net points at, in the net. */
  readonly notes: readonly Note[];
}

/** A state for which a solver builds the net. */
export interface SolverRequest {
  /** The file name of the solver. */
  readonly solver: string;
  readonly state: NetState;
  /** Whether the solver states the phase itself, which then counts more than the one of the net's own `state`. */
  readonly statesPhase: boolean;
}

/** A word to people about their file, whatever Caffe thinks of it. */
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

/** Whether nothing is said. */
export function isEmpty(surroundings: Surroundings): boolean {
  const { dialect, declared, shapes, files, states, solvers, rules, notes } = surroundings;
  const lists = [states, solvers, notes];
  return !dialect && declared.size + shapes.size + files.size + rules.size === 0 && lists.every(isNothing);
}

function isNothing({ length }: readonly unknown[]): boolean {
  return length === 0;
}
