import { type EditsOf, editsOf } from '../memo/listEdits.ts';
import type { ViewAnswer } from './protocol.ts';
import type { Text } from './texts.ts';

/** The lists of the last answer about each open text, so that the next answer is only what changed. */
export class LastAnswers<L extends { readonly [K in keyof L]: readonly unknown[] }> {
  private readonly known = new WeakMap<Text, { readonly id: string; readonly lists: L }>();
  private count = 0;

  /** The next answer for a client that has the answer with an id. */
  next(text: Text, previousId: string | undefined, lists: L): ViewAnswer & { readonly edits: EditsOf<L> } {
    const last = this.known.get(text);
    const before = last !== undefined && last.id === previousId ? last.lists : undefined;
    this.count += 1;
    const resultId = String(this.count);
    this.known.set(text, { id: resultId, lists });
    return { resultId, isDelta: before !== undefined, edits: editsOf(before, lists) };
  }
}
