import type { Levels } from '../checks/severity.ts';
import type { InputAssumption } from '../layers/dataSource.ts';
import type { NetState } from '../net/states/state.ts';

/** Inputs of the analysis of a file, other than its text. */
export interface AnalysisSettings {
  /** The dialect that overrides the file's, such as `ssd` or `intel+python`; `auto` detects it. */
  readonly dialect: string;
  /** The dialect of files that do not set one; undefined to detect it. */
  readonly usualDialect?: string | undefined;
  /** Channels, height and width of one datum before cropping, for data sources that cannot be read. */
  readonly dataShape?: readonly number[] | undefined;
  /** Shapes by blob name. */
  readonly inputShapes: ReadonlyMap<string, readonly number[]>;
  /** Shapes to compute with instead of those of the inputs, to see what follows from them. */
  readonly assumed?: InputAssumption | undefined;
  /** The only state to build, overriding those of the file. */
  readonly state?: NetState | undefined;
  /** A state to build in addition to those of the file. */
  readonly alsoState?: NetState | undefined;
  /** Stages and level of states for which the file sets none. */
  readonly stages: readonly string[];
  readonly level: number;
  /** Severities by code that override all others. */
  readonly rules?: Levels | undefined;
  /** Severities by code if the workspace sets none. */
  readonly usualRules?: Levels | undefined;
  /** Is called with what was being done when a part of the analysis threw; the other parts still run. */
  readonly onInternalError?: ((task: string, error: unknown) => void) | undefined;
}

export const defaultSettings: AnalysisSettings = {
  dialect: 'auto',
  inputShapes: new Map(),
  stages: [],
  level: 0,
};
