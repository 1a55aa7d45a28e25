import type { Levels } from '../checks/severity.ts';
import type { NetState } from '../net/states/state.ts';

/** What the analysis of a file depends on besides its text. */
export interface AnalysisSettings {
  /** The dialect that decides whatever the file says, such as `ssd` or `intel+python`; `auto` finds one. */
  readonly dialect: string;
  /** The dialect of files that name none, where it is not to be found out. */
  readonly usualDialect?: string | undefined;
  /** Channels, height and width of one datum before cropping, for sources that cannot be read. */
  readonly dataShape?: readonly number[] | undefined;
  /** Shapes by the name of the blob. */
  readonly inputShapes: ReadonlyMap<string, readonly number[]>;
  /** The one state that was asked for, whatever the file is built in. */
  readonly state?: NetState | undefined;
  /** A state that is judged besides those in which the file is built. */
  readonly alsoState?: NetState | undefined;
  /** Stages and level of the states for which the file does not say more. */
  readonly stages: readonly string[];
  readonly level: number;
  /** Severities by code that count more than anything else. */
  readonly rules?: Levels | undefined;
  /** Severities by code where the workspace sets none. */
  readonly usualRules?: Levels | undefined;
}

export const defaultSettings: AnalysisSettings = {
  dialect: 'auto',
  inputShapes: new Map(),
  stages: [],
  level: 0,
};
