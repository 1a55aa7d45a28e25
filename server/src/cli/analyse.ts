import { writeFileSync } from 'node:fs';
import type { StateChoice } from '../document/chooseStates.ts';
import { fixedText } from '../features/fixAll.ts';
import { checkFile } from './check.ts';
import { isFileError, whyNot } from './fileErrors.ts';
import { openFile } from './files.ts';
import type { Format } from './formats.ts';
import { type AnalysisOptions, settingsOf, workspaceOf } from './options.ts';
import type { Tally } from './report.ts';
import { summarizeFile } from './summary.ts';

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

/** Runs a command over one file. Whatever happens there is told of that file. */
export async function analyse(
  command: CommandName,
  file: string,
  options: CommandOptions,
): Promise<FileReport> {
  try {
    const fixed = options.fix ? await fixFile(file, options) : 0;
    const { document, around } = await openFile(file, settingsOf(options), workspaceOf(options));
    const report = (command === 'check' ? checkFile : summarizeFile)(file, document, options);
    return { ...report, around, fixed };
  } catch (error) {
    return isFileError(error) ? withoutAnswer(whyNot(error)) : failed(error);
  }
}

/** The report of a file whose analysis failed: what people need who look for the reason. */
export function failed(error: unknown): FileReport {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return withoutAnswer(`the analysis failed. ${what}`);
}

function withoutAnswer(unreadable: string): FileReport {
  return { output: '', errors: 0, warnings: 0, unreadable };
}

/** Mends a file on the disk; the number of edits that took. */
async function fixFile(file: string, options: CommandOptions): Promise<number> {
  const { document, encode } = await openFile(file, settingsOf(options), workspaceOf(options));
  const { text, edits } = fixedText(document);
  if (edits > 0) writeFileSync(file, encode(text));
  return edits;
}
