import { forkNames, forkTable } from '../schema/data/forkNames.ts';
import type { ForkInfo } from './types.ts';

/** All dialects that can be selected, the best-known first. */
export function forkInfos(): ForkInfo[] {
  return forkNames.map((name) => {
    const [repository, about] = forkTable[name];
    return { name, repository, about };
  });
}
