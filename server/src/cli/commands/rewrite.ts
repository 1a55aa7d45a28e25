import type { Option } from 'commander';
import type { Document } from '../../document/document.ts';
import { foreignFile } from '../../features/diagnostics/foreignFile.ts';
import { tellAround } from '../around.ts';
import { isFileError, whyNot } from '../fileErrors.ts';
import { isSameFile, openFile } from '../files.ts';
import { type AnalysisOptions, analysisOptions, settingsOf, workspaceOf } from '../options.ts';
import { tell, writeOutput } from '../output/streams.ts';
import { writeFile } from '../writeFile.ts';

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
 * code: 1 if it cannot be rewritten completely, 2 if it cannot be read, analyzed or written, or was changed in the
 * meantime. The target keeps its old content unless the whole result is written.
 */
export async function rewriteFile(
  file: string,
  target: string | undefined,
  options: ReadingOptions,
  rewrite: (document: Document) => Rewritten,
): Promise<number> {
  try {
    const reading = { ...options, rule: new Map() };
    const { document, bytes, around, encode } = await openFile(
      file,
      settingsOf(reading),
      workspaceOf(reading),
    );
    if (!tellAround(around)) return 2;
    const [foreign] = foreignFile(document);
    const made = foreign ? { problem: foreign.message } : rewrite(document);
    if ('problem' in made) {
      tell(`${file}: ${made.problem}`);
      return 1;
    }
    for (const note of made.notes ?? []) tell(`${file}: ${note}`);
    const content = encode(made.text);
    if (target === undefined) writeOutput(content);
    else if (target !== file && !isSameFile(file, target)) tell(...writeFile(target, content));
    else if (made.text !== document.text) tell(...writeFile(target, content, bytes));
    return made.isWhole === false ? 1 : 0;
  } catch (error) {
    if (!isFileError(error)) throw error;
    tell(
      `${error.path ?? file}: ${error.code === 'EISDIR' ? 'the folder has no prototxt files.' : whyNot(error)}`,
    );
    return 2;
  }
}
