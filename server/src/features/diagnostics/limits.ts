import type { Diagnostic } from '../types.ts';

/** The number of diagnostics of one code for which fixes are searched when a whole file is fixed or reported. */
const mostOfCode = 1000;

/** The first diagnostics of each code, in their order. */
export function firstOfEachCode(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  return found.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= mostOfCode;
  });
}
