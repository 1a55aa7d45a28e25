import { groupPairs } from '../../memo/lists.ts';
import { formatCount } from '../numbers.ts';
import type { Diagnostic } from '../types.ts';

/** The maximum number of diagnostics with one code in a file. */
export const mostOfCode = 10_000;

/**
 * The diagnostics of a file, at most `most` with each code, and a notice where others are left out: editors and reports
 * cannot hold millions. The failure at which Caffe stops is always included.
 */
export function limited(found: readonly Diagnostic[], most = mostOfCode): readonly Diagnostic[] {
  if (found.length <= most) return found;
  const left = new Set<Diagnostic>();
  const notices: Diagnostic[] = [];
  for (const [code, all] of groupPairs(found.map((diagnostic) => [diagnostic.code, diagnostic] as const))) {
    const others = all.slice(most).filter(({ first }) => !first);
    for (const other of others) left.add(other);
    const [next] = others;
    if (next) notices.push(notice(next, code, others.length));
  }
  return [...found.filter((diagnostic) => !left.has(diagnostic)), ...notices];
}

function notice({ range, layer }: Diagnostic, code: string, count: number): Diagnostic {
  return {
    severity: 'information',
    code: 'tool/too-many-problems',
    message: `The file has at least ${formatCount(count)} more problems with the code \`${code}\`, which are not listed.`,
    range,
    layer,
    states: [],
  };
}
