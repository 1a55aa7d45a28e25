import { lacksOf } from '../schema/data/forkIndex.ts';
import { type ForkName, forkNames, forkTable } from '../schema/data/forkNames.ts';
import type { ForkInfo } from './types.ts';

/** All dialects that can be selected, the best-known first. */
export function forkInfos(): ForkInfo[] {
  return forkNames.map((name) => {
    const [repository, about] = forkTable[name];
    return {
      name,
      repository,
      about: isWhole(name) ? about : `${about} (only what it adds to BVLC is known)`,
    };
  });
}

/** Whether it is known what a fork lacks of BVLC. */
function isWhole(fork: ForkName): boolean {
  return fork === 'bvlc' || fork === 'python' || lacksOf(fork) !== undefined;
}
