/** Numbers with three digits or a unit, for places with little room. */

const shortUnits = ['', ' k', ' M', ' G', ' T', ' P'];

/** `2.29 M`: three digits and the unit. */
export function formatShort(count: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(count, 1)) / 3), shortUnits.length - 1);
  // Intl takes longer than a large graph may.
  const value = Number((count / 1000 ** power).toPrecision(3));
  return `${grouped(value)}${shortUnits[power]}`;
}

const byteUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/** `1.6 MiB`, in the largest unit with a value of at least 1; `?` for an unknown size. */
export function formatBytes(bytes: number | null): string {
  if (bytes === null) return '?';
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), byteUnits.length - 1);
  const value = Number((bytes / 1024 ** power).toFixed(power === 0 ? 0 : 1));
  return `${grouped(value)} ${byteUnits[power]}`;
}

/** Below this, a share would be shown as 0. */
const leastShare = 0.0005;

/** `12.3 %`. */
export function formatShare(share: number): string {
  if (share > 0 && share < leastShare) return '<0.1 %';
  return `${(100 * share).toFixed(1)} %`;
}

/** A number with commas between thousands. */
function grouped(value: number): string {
  const [whole = '', ...fraction] = String(value).split('.');
  return [whole.replace(/\B(?=(?:\d{3})+$)/gu, ','), ...fraction].join('.');
}
