import type { Fix } from '../../edit/fix.ts';
import type { TextEdit } from '../../text/edit.ts';

/** One fix, or none if any of its edits is impossible. */
export function offer(
  title: string,
  edits: readonly (TextEdit | undefined)[],
  more: Pick<Fix, 'preferred' | 'safe'> = {},
): Fix[] {
  const made = edits.filter((edit) => edit !== undefined);
  return made.length === edits.length && made.length > 0 ? [{ title, edits: made, ...more }] : [];
}

/** The same fixes, with the first marked as preferred. */
export function firstPreferred(fixes: readonly Fix[]): Fix[] {
  return fixes.map(({ preferred, ...fix }, index) => (index === 0 ? { ...fix, preferred: true } : fix));
}
