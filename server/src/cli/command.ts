import type { StateChoice } from '../document/stateChoice.ts';
import type { AnalysisOptions } from './options.ts';
import type { Format } from './output/formats.ts';
import type { Tally } from './output/report.ts';

/** The commands that look at files one by one. */
export type CommandName = 'check' | 'summary';

export interface CommandOptions extends AnalysisOptions {
  readonly format: Format;
  /** Whether files are mended first, as far as that needs no second look. */
  readonly fix?: boolean;
  /** Whether problems of one cause are shown one by one. */
  readonly all?: boolean;
  /** More warnings than that are an error. */
  readonly maxWarnings?: number;
  /** How many files are analysed at the same time; undefined where this is decided by what there is to do. */
  readonly jobs?: number;
}

/** What a command has to say of one file: text to print, or JSON. */
export interface FileReport extends Tally {
  readonly output: string;
  /** The codes of all that was found, where the output needs them in the end. */
  readonly codes?: readonly string[];
  /** For which states the net was built; undefined where the file holds no net. */
  readonly built?: StateChoice | undefined;
  /** Number of edits that were made. */
  readonly fixed?: number;
  /** Problems of the files that it leads to, a line each. */
  readonly around?: readonly string[];
  /** Why there is no answer, if there is none: the file cannot be read, or its analysis failed. */
  readonly unreadable?: string;
}
