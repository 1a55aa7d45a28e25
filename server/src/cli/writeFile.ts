import { replaceFile } from '../node/replaceFile.ts';

/** Replaces a file like `replaceFile`; returns lines with warnings. */
export function writeFile(path: string, content: Uint8Array, read?: Uint8Array): string[] {
  return replaceFile(path, content, read).map(
    (copy) =>
      `${copy}: warning: an interrupted run has left this copy of ${path}. If that file was incomplete, restore it; then delete the copy.`,
  );
}
