import type { AnalysisSettings } from '../document/settings.ts';
import { fixedText } from '../features/codeActions/fixAll.ts';
import { isFatal } from './around.ts';
import { checkFile } from './check.ts';
import type { CommandName, CommandOptions, FileReport } from './command.ts';
import { describe, requestReport } from './failures.ts';
import { isFileError, whyNot } from './fileErrors.ts';
import { type OpenedFile, openContent, openFile } from './files.ts';
import { settingsOf, workspaceOf } from './options.ts';
import { summarizeFile } from './summary.ts';
import { blobsIn } from './unusedShapes.ts';
import { writeFile } from './writeFile.ts';

/**
 * Runs a command on one file. An error is part of the report of that file. Fixes are not written, but the report is about
 * the fixed file.
 */
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
    const workspace = workspaceOf(options);
    const opened = await openFile(file, settings, workspace);
    const fix = options.fix && !isFatal(opened.around) ? fixOf(opened) : undefined;
    const { document, around } = fix ? await openContent(file, fix.content, settings, workspace) : opened;
    const report = (command === 'check' ? checkFile : summarizeFile)(file, document, options);
    return { ...report, around, fix, internalErrors, shaped: blobsIn(document, options.inputShape) };
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

/** The safe fixes of a file; undefined if there are none. */
function fixOf({ document, bytes, encode }: OpenedFile) {
  const { text, edits } = fixedText(document);
  return edits > 0 ? { edits, content: encode(text), read: bytes } : undefined;
}

/** Writes the fixes of a file, if any; returns its report. */
export function applyFix(file: string, report: FileReport): FileReport {
  if (!report.fix) return report;
  try {
    const warnings = writeFile(file, report.fix.content, report.fix.read);
    return { ...report, problems: [...(report.problems ?? []), ...warnings] };
  } catch (error) {
    return isFileError(error) ? withoutAnswer(whyNot(error)) : failed(error);
  }
}
