import type { ForkName } from './data/forkNames.ts';

/** Names of forks in a sentence: `intel, nvidia, r-fcn and 3 other forks`. */
export function listForks(forks: readonly ForkName[]): string {
  const shown = forks.slice(0, 3);
  const rest = forks.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} other fork${rest === 1 ? '' : 's'}`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
