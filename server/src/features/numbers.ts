export { formatBytes, formatShort } from '../text/numbers.ts';

/** Created on demand, because it takes longer than the analysis of a usual net. */
let counts: Intl.NumberFormat | undefined;

/** `431,080`; `?` for an unknown number. */
export function formatCount(count: number | null): string {
  if (count === null) return '?';
  counts ??= new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
  return counts.format(count);
}

/** The parameters of a net: `431,080`; `≥ 430,560` if those of some layers are unknown, `?` if all are. */
export function formatTotal(summary: {
  readonly params: number | null;
  readonly knownParams: number;
}): string {
  if (summary.params !== null) return formatCount(summary.params);
  return summary.knownParams === 0 ? '?' : `≥ ${formatCount(summary.knownParams)}`;
}

/** `431,080 params`. */
export function formatParams(summary: Parameters<typeof formatTotal>[0]): string {
  return `${formatTotal(summary)} param${summary.params === 1 ? '' : 's'}`;
}
