import { checkFile } from './check.ts';
import { openFile } from './files.ts';
import { type AnalysisOptions, settingsOf, workspaceOf } from './options.ts';
import { summarizeFile } from './summary.ts';

/** The commands that look at files one by one. */
export type CommandName = 'check' | 'summary';

export interface CommandOptions extends AnalysisOptions {
  readonly format: 'text' | 'json';
}

/** What a command has to say of one file: text to print, or one JSON value. */
export interface FileReport {
  readonly output: string;
  /** Number of diagnostics of severity error. */
  readonly errors: number;
  /** Problems of the files that it leads to, a line each. */
  readonly around?: readonly string[];
  /** Why the file cannot be read, if it cannot. */
  readonly unreadable?: string;
}

export async function analyse(
  command: CommandName,
  file: string,
  options: CommandOptions,
): Promise<FileReport> {
  try {
    const { document, around } = await openFile(file, settingsOf(options), workspaceOf(options));
    const report = (command === 'check' ? checkFile : summarizeFile)(file, document, options);
    return { ...report, around };
  } catch (error) {
    if (!isFileError(error)) throw error;
    return { output: '', errors: 0, unreadable: error.message };
  }
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
