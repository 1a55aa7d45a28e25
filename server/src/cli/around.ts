import type { AroundProblem } from './files.ts';
import { tell } from './output/streams.ts';

/** Prints the problems of the files that a net refers to. Returns whether the net can be used nevertheless. */
export function tellAround(around: readonly AroundProblem[]): boolean {
  tell(...around.map(({ line }) => line));
  return !isFatal(around);
}

/** Whether a file that a net refers to cannot be read. */
export function isFatal(around: readonly AroundProblem[]): boolean {
  return around.some(({ severity }) => severity === 'fatal');
}
