import type { AnalysisSettings } from '../document/settings.ts';
import { fixedText } from '../features/codeActions/fixAll.ts';
import { replaceFile } from '../node/replaceFile.ts';
import { checkFile } from './check.ts';
import type { CommandName, CommandOptions, FileReport } from './command.ts';
import { describe, requestReport } from './failures.ts';
import { isFileError, whyNot } from './fileErrors.ts';
import { openFile } from './files.ts';
import { settingsOf, workspaceOf } from './options.ts';
import { summarizeFile } from './summary.ts';

/** Runs a command on one file. An error is part of the report of that file. */
export async function analyze(
  command: CommandName,
  file: string,
  options: CommandOptions,
): Promise<FileReport> {
  const internalErrors: string[] = [];
  const settings: AnalysisSettings = {
    ...settingsOf(options),
    onInternalError: (task, error) => internalErrors.push(`${task} ${requestReport}\n${describe(error)}`),
  };
  try {
    const fixed = options.fix ? await fixFile(file, settings, options) : 0;
    const { document, around } = await openFile(file, settings, workspaceOf(options));
    const report = (command === 'check' ? checkFile : summarizeFile)(file, document, options);
    return { ...report, around, fixed, internalErrors };
  } catch (error) {
    if (!isFileError(error)) return failed(error);
    // The prototxt files of a folder have replaced it, if it has any.
    return withoutAnswer(error.code === 'EISDIR' ? 'the folder has no prototxt files.' : whyNot(error));
  }
}

/** The report of a file whose analysis failed, with the stack trace. */
export function failed(error: unknown): FileReport {
  return withoutAnswer(`the analysis failed. ${requestReport}\n${describe(error)}`);
}

function withoutAnswer(unreadable: string): FileReport {
  return { errors: 0, warnings: 0, unreadable };
}

/** Applies the safe fixes to a file on disk; returns the number of edits. */
async function fixFile(file: string, settings: AnalysisSettings, options: CommandOptions): Promise<number> {
  const { document, encode } = await openFile(file, settings, workspaceOf(options));
  const { text, edits } = fixedText(document);
  if (edits > 0) replaceFile(file, encode(text));
  return edits;
}
