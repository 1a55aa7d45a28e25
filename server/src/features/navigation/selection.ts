import type { Document } from '../../document/document.ts';
import { nodeAt } from '../../syntax/parse.ts';
import { nameIn } from '../../text/name.ts';
import { type Range, shift, touches } from '../../text/range.ts';

/**
 * The ranges around an offset that an editor selects one after the other, the smallest first: a word or the text between
 * quotes, a value, a field, the content of its message, up to the whole file.
 */
export function selectionRanges({ tree, text }: Document, offset: number): Range[] {
  const path = nodeAt(tree, offset);
  const start = path?.start ?? 0;
  const found: Range[] = [];
  for (const { name, value, range } of path?.fields ?? []) {
    found.push(shift(range, start));
    if (touches(shift(name.range, start), offset)) found.push(shift(name.range, start));
    if (!value || !touches(shift(value.range, start), offset)) continue;
    const nodes = value.kind === 'list' ? [value, ...value.items] : [value];
    for (const node of nodes) {
      const whole = shift(node.range, start);
      if (!touches(whole, offset)) continue;
      found.push(whole);
      const inner =
        node.kind === 'scalar'
          ? nameIn(text, whole).range
          : { start: whole.start + 1, end: Math.max(whole.start + 1, whole.end - 1) };
      if (touches(inner, offset)) found.push(inner);
    }
  }
  return nested([{ start: 0, end: text.length }, ...found]).reverse();
}

/** Of ranges from the outside to the inside, those that are smaller than the one before and inside of it. */
function nested(ranges: readonly Range[]): Range[] {
  const kept: Range[] = [];
  for (const range of ranges) {
    const last = kept.at(-1);
    const isInside = !last || (range.start >= last.start && range.end <= last.end);
    const isSmaller = !last || range.end - range.start < last.end - last.start;
    if (isInside && isSmaller) kept.push(range);
  }
  return kept;
}
