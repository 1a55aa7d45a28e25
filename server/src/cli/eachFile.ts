import type { Document } from '../document/document.ts';
import { openFile } from './files.ts';
import { type AnalysisOptions, settingsOf } from './options.ts';

/**
 * Analyses files one after the other; `visit` returns whether the file has errors. The exit code is 2 if any file
 * could not be read, else 1 if any has errors. A terminal sees how far it is when there are many.
 */
export function eachFile(
  files: readonly string[],
  options: AnalysisOptions,
  visit: (file: string, document: Document) => boolean,
): number {
  const settings = settingsOf(options);
  const progress = showProgress(files.length);
  let code = 0;
  files.forEach((file, index) => {
    progress(index, file);
    try {
      if (visit(file, openFile(file, settings))) code = Math.max(code, 1);
    } catch (error) {
      if (!isFileError(error)) throw error;
      process.stderr.write(`${file}: ${error.message}\n`);
      code = 2;
    }
  });
  progress(files.length, '');
  return code;
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

const manyFiles = 20;

function showProgress(total: number): (done: number, file: string) => void {
  if (total < manyFiles || !process.stderr.isTTY) return () => undefined;
  return (done, file) => {
    const text =
      done === total ? '' : `${done + 1}/${total} ${file}`.slice(0, (process.stderr.columns ?? 80) - 1);
    process.stderr.write(`\r\u001b[K${text}`);
  };
}
