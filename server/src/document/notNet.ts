import type { Document } from './document.ts';

/** Says that a file is not a net; undefined if it is. An empty file is an empty net. */
export function notNet({ root }: Document): string | undefined {
  if (root === 'NetParameter') return undefined;
  return root === 'SolverParameter' ? 'This is a solver, not a net.' : 'This is not a net.';
}
