/** Created on demand, because it takes longer than the analysis of a usual net. */
let counts: Intl.NumberFormat | undefined;

/** `431,080`; `?` for an unknown number. */
export function formatCount(count: number | null): string {
  if (count === null) return '?';
  counts ??= new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
  return counts.format(count);
}

/** `2.29 M`: three digits and the unit, for places with little room. */
export function formatShort(count: number): string {
  const units = ['', ' k', ' M', ' G', ' T', ' P'];
  const power = Math.min(Math.floor(Math.log10(Math.max(count, 1)) / 3), units.length - 1);
  const value = (count / 1000 ** power).toLocaleString('en-US', { maximumSignificantDigits: 3 });
  return `${value}${units[power]}`;
}

/** The parameters of a net: `431,080`; `≥ 430,560` if those of some layers are unknown, `?` if all are. */
export function formatTotal(summary: {
  readonly params: number | null;
  readonly knownParams: number;
}): string {
  if (summary.params !== null) return formatCount(summary.params);
  return summary.knownParams === 0 ? '?' : `≥ ${formatCount(summary.knownParams)}`;
}

/** `1.6 MiB`, in the largest unit with a value of at least 1; `?` for an unknown size. */
export function formatBytes(bytes: number | null): string {
  if (bytes === null) return '?';
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  const value = bytes / 1024 ** power;
  return `${value.toLocaleString('en-US', { maximumFractionDigits: power === 0 ? 0 : 1 })} ${units[power]}`;
}
