import { shortened } from './visible.ts';

const mostNames = 8;
const longestName = 100;

/** Names separated by commas: of many, the first ones and the number of others; long names are shortened. */
export function few(names: readonly string[], separator = ', '): string {
  const shown = names.slice(0, mostNames).map((name) => shortened(name, longestName));
  const left = names.length - shown.length;
  return `${shown.join(separator)}${left > 0 ? `${separator}… and ${left} more` : ''}`;
}
