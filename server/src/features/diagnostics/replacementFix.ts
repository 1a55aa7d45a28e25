import type { Fix } from '../../edit/fix.ts';
import type { Range } from '../../text/range.ts';

/** A fix that replaces a range with a suggestion; none without a suggestion. */
export function replacementFix(text: string, range: Range, meant: string | undefined, code: string): Fix[] {
  if (meant === undefined) return [];
  const safe = isCertain(text.slice(range.start, range.end), meant, code);
  return [{ title: `Replace with \`${meant}\``, edits: [{ range, newText: meant }], preferred: true, safe }];
}

/** Whether the suggestion is safe: the same word except for case or quotes, the same number, or a bool. */
function isCertain(written: string, meant: string, code: string): boolean {
  if (code === 'text/bool-value') return true;
  const bare = (text: string) => text.replace(/^["']|["']$/gu, '').toLowerCase();
  return bare(written) === bare(meant) || (written !== '' && Number(written) === Number(meant));
}
