import { RangeSet } from '../../text/rangeSet.ts';
import type { CodeAction } from '../types.ts';

/**
 * The actions without those that make the same edits as an earlier one, or that have the title of an earlier one at the
 * same place, where users could not tell them apart. An action that stays is preferred if one of its repeats is.
 */
export function distinct(actions: readonly CodeAction[]): CodeAction[] {
  const byContent = new Map<string, number>();
  const places = new Map<string, RangeSet>();
  const kept: CodeAction[] = [];
  for (const action of actions) {
    const content = contentOf(action);
    const same = byContent.get(content);
    if (same !== undefined) {
      const first = kept[same];
      if (first && action.preferred) kept[same] = { ...first, preferred: true };
      continue;
    }
    if (isTaken(places, action)) continue;
    byContent.set(content, kept.length);
    kept.push(action);
  }
  return kept;
}

/** What an action does, as text. */
function contentOf({ edits, task, title }: CodeAction): string {
  return JSON.stringify(
    task ? [task, title] : edits.map(({ range, newText }) => [range.start, range.end, newText]),
  );
}

/** Whether an earlier action has the title at the same place; remembers the place. */
function isTaken(places: Map<string, RangeSet>, { title, diagnostic }: CodeAction): boolean {
  const known = places.get(title) ?? new RangeSet();
  places.set(title, known);
  const range = diagnostic?.range;
  if (!range) return false;
  const taken = known.touches(range);
  known.add(range);
  return taken;
}
