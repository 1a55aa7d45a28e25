import { checkFile } from './check.ts';
import { openFile } from './files.ts';
import { type AnalysisOptions, settingsOf } from './options.ts';
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
  /** Why the file cannot be read, if it cannot. */
  readonly unreadable?: string;
}

export function analyse(command: CommandName, file: string, options: CommandOptions): FileReport {
  try {
    const document = openFile(file, settingsOf(options));
    return command === 'check' ? checkFile(file, document, options) : summarizeFile(file, document, options);
  } catch (error) {
    if (!isFileError(error)) throw error;
    return { output: '', errors: 0, unreadable: error.message };
  }
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
