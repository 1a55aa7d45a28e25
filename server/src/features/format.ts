/** `431,080`; `?` for a number that is not known. */
export function formatCount(count: number | null): string {
  return count === null ? '?' : count.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

/** `1.64 MiB`; `?` for a size that is not known. */
export function formatBytes(bytes: number | null): string {
  if (bytes === null) return '?';
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  const value = bytes / 1024 ** power;
  return `${power === 0 ? value : value.toPrecision(3)} ${units[power]}`;
}
