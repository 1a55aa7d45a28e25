import { forkNames, forkTable } from '../schema/data/forkNames.ts';
import type { ForkInfo } from './types.ts';

/** Every Caffe that can be chosen, the better known first. */
export function forkInfos(): ForkInfo[] {
  return forkNames.map((name) => {
    const [repository, about] = forkTable[name];
    return { name, repository, about };
  });
}
