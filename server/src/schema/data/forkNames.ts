import { type ForkName, forkTable } from './forks.generated.ts';

export { type ForkName, forkTable };

/** The forks whose facts are known, in the order in which `auto` prefers them where several fit. */
export const forkNames = Object.keys(forkTable) as readonly ForkName[];
