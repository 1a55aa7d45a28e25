import { checkIds } from '../../checks/catalogue.ts';
import { nearest } from '../../schema/nearest.ts';
import { rules } from '../registry.ts';
import { noticeIds } from './notices.ts';

/** Every code that a diagnostic can have: the rules, Caffe's checks and the notices of the tool. */
export const codes: readonly string[] = [...rules.map(({ code }) => code), ...checkIds, ...noticeIds];

const known = new Set(codes);

export function isCode(code: string): boolean {
  return known.has(code);
}

/** The known code closest to an unknown one, if any is similar. */
export function nearestCode(code: string): string | undefined {
  return nearest(code, codes);
}

/** The suggestion to append to a message about an unknown code; empty if no known code is similar. */
export function didYouMean(code: string): string {
  const meant = nearestCode(code);
  return meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
}
