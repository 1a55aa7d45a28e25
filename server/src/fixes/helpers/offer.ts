import type { Fix } from '../../edit/fix.ts';
import type { TextEdit } from '../../text/edit.ts';

/** A list of one fix; of none where an edit of it cannot be made. */
export function offer(
  title: string,
  edits: readonly (TextEdit | undefined)[],
  more: Pick<Fix, 'preferred' | 'safe'> = {},
): Fix[] {
  const made = edits.filter((edit) => edit !== undefined);
  return made.length === edits.length && made.length > 0 ? [{ title, edits: made, ...more }] : [];
}

/** The same fixes, of which the first is the one to take where somebody asks without looking. */
export function firstPreferred(fixes: readonly Fix[]): Fix[] {
  return fixes.map(({ preferred, ...fix }, index) => (index === 0 ? { ...fix, preferred: true } : fix));
}
