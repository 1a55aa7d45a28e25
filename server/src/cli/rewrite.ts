import type { Option } from 'commander';
import type { Document } from '../document/document.ts';
import { replaceFile } from '../node/replaceFile.ts';
import { isFileError, whyNot } from './fileErrors.ts';
import { openFile } from './files.ts';
import { type AnalysisOptions, analysisOptions, settingsOf, workspaceOf } from './options.ts';

/** Commands that rewrite the text of a file. */

/** The options that decide how a net is read, without those for output. */
export function readingOptions(): Option[] {
  return analysisOptions().filter((option) => !['phase', 'rule'].includes(option.attributeName()));
}

export type ReadingOptions = Omit<AnalysisOptions, 'phase' | 'rule'>;

/** The new text, with notes for the user and whether it is complete, or the reason why there is none. */
export type Rewritten =
  | { readonly text: string; readonly notes?: readonly string[]; readonly isWhole?: boolean }
  | { readonly problem: string };

/**
 * Reads a file, rewrites it and writes the result to a target file, or to standard output without one. Returns the exit
 * code: 1 if it cannot be rewritten completely, 2 if it cannot be read or written. The target keeps its old content unless
 * the whole result is written.
 */
export async function rewriteFile(
  file: string,
  target: string | undefined,
  options: ReadingOptions,
  rewrite: (document: Document) => Rewritten,
): Promise<number> {
  try {
    const reading = { ...options, rule: new Map() };
    const { document, around, encode } = await openFile(file, settingsOf(reading), workspaceOf(reading));
    for (const line of around) process.stderr.write(`${line}\n`);
    const made = rewrite(document);
    if ('problem' in made) {
      process.stderr.write(`${file}: ${made.problem}\n`);
      return 1;
    }
    for (const note of made.notes ?? []) process.stderr.write(`${file}: ${note}\n`);
    const bytes = encode(made.text);
    if (target === undefined) process.stdout.write(bytes);
    else if (target !== file || made.text !== document.text) replaceFile(target, bytes);
    return made.isWhole === false ? 1 : 0;
  } catch (error) {
    if (!isFileError(error)) throw error;
    process.stderr.write(`${error.path ?? file}: ${whyNot(error)}\n`);
    return 2;
  }
}
