import { type ForkName, forkTable } from './forks.generated.ts';

export { type ForkName, forkTable };

/** The forks with known facts, in the order in which `auto` prefers them if several match. */
export const forkNames = Object.keys(forkTable) as readonly ForkName[];
