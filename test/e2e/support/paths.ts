import { fileURLToPath } from 'node:url';

const root = new URL('../../../', import.meta.url);

/** The absolute path of a file or folder of the project. */
export function fromRoot(path: string): string {
  return fileURLToPath(new URL(path, root));
}
