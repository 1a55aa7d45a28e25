import type { StateChoice } from '../document/stateChoice.ts';
import type { ColumnName } from '../features/summary/columns.ts';
import type { Grouping } from '../features/summary/groups.ts';
import type { AroundProblem } from './files.ts';
import type { AnalysisOptions } from './options.ts';
import type { Format } from './output/formats.ts';
import type { Line } from './output/line.ts';
import type { Tally } from './output/report.ts';

/** The commands that analyze files one by one. */
export type CommandName = 'check' | 'summary';

export interface CommandOptions extends AnalysisOptions {
  readonly format: Format;
  /** Whether the safe fixes are applied first. */
  readonly fix?: boolean;
  /** Whether every occurrence of a repeated problem is printed. */
  readonly all?: boolean;
  /** The exit code is 1 if there are more warnings. */
  readonly maxWarnings?: number;
  /** Whether severities and codes are colored. */
  readonly color: boolean;
  /** The number of columns of the output, if it is limited. */
  readonly columns?: number | undefined;
  /** How the table of a summary is laid out. */
  readonly columnNames?: readonly ColumnName[] | undefined;
  readonly sort?: ColumnName | undefined;
  readonly by?: Grouping | undefined;
  /** The number of files to analyze in parallel; by default, it depends on the amount of work. */
  readonly jobs?: number;
}

/** A new content of a file. */
export interface FileFix {
  /** The number of edits. */
  readonly edits: number;
  readonly content: Uint8Array;
  /** The content from which it was made. */
  readonly read: Uint8Array;
}

/** The result of a command for one file: lines for users, or JSON for tools. */
export interface FileReport extends Tally {
  readonly lines?: readonly Line[];
  readonly json?: string;
  /** The codes of all diagnostics, for output that lists them at the end. */
  readonly codes?: readonly string[];
  /** The states for which the net is built; undefined if the file is not a net. */
  readonly built?: StateChoice | undefined;
  /** Whether the file is neither a net nor a solver, so that nothing was checked. */
  readonly isOther?: boolean;
  /** The change that fixes make in the file; the main thread writes it. */
  readonly fix?: FileFix | undefined;
  /** Problems of the file, for output that has no place for them. */
  readonly problems?: readonly Line[];
  /** The blobs with a shape in the options that the net has. */
  readonly shaped?: readonly string[];
  /** Problems in the files that it refers to. */
  readonly around?: readonly AroundProblem[];
  /** Parts of the analysis that failed, with their stack traces; the other parts have results. */
  readonly internalErrors?: readonly string[];
  /** Why there is no result: the file cannot be read, or its analysis failed. */
  readonly unreadable?: string;
}
