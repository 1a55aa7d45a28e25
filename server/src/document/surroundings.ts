import type { Levels, Severity } from '../checks/severity.ts';
import type { LayerDefinition } from '../layers/definition.ts';
import type { SourceFacts } from '../layers/source.ts';
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
  /** Severities by the code of a check or a rule. */
  readonly rules: Levels;
  /** What is wrong with what the net points at, in the net. */
  readonly notes: readonly Note[];
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
  rules: new Map(),
  notes: [],
};

/** Whether nothing is said. */
export function isEmpty({ dialect, declared, shapes, files, rules, notes }: Surroundings): boolean {
  return !dialect && declared.size + shapes.size + files.size + rules.size + notes.length === 0;
}
