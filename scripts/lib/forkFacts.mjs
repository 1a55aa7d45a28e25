import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fromRoot } from './paths.mjs';

export const folder = fromRoot('server/forks');

/** Returns the facts of all forks by name, in the order of their ranks. */
export function readForks() {
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(folder, file), 'utf8'))])
      .sort(([, one], [, other]) => one.rank - other.rank),
  );
}
