import { checkIds } from '../../checks/catalogue.ts';
import { nearest } from '../../schema/nearest.ts';
import { rules } from '../registry.ts';
import { noteIds } from './notes.ts';

/** Every code that a diagnostic can have: of Caffe's checks, of the rules, and of what the tool says of itself. */
export const codes: readonly string[] = [...rules.map(({ code }) => code), ...checkIds, ...noteIds];

const known = new Set(codes);

export function isCode(code: string): boolean {
  return known.has(code);
}

/** The code that was probably meant by one that does not exist. */
export function nearestCode(code: string): string | undefined {
  return nearest(code, codes);
}

/** Behind a message about a code that does not exist: the one that was probably meant. */
export function didYouMean(code: string): string {
  const meant = nearestCode(code);
  return meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
}
