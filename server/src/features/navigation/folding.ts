import type { Document } from '../../document/document.ts';
import { onceFor } from '../../memo/onceFor.ts';
import type { Block, FieldNode, ValueNode } from '../../syntax/nodes.ts';
import type { Range } from '../../text/range.ts';
import { moduleFolds } from './moduleFolds.ts';

/** A part of the file that can be folded. */
export interface Fold {
  /** From the first line that stays visible to the last one that is hidden. */
  readonly range: Range;
  readonly kind: 'message' | 'comment' | 'region';
}

/**
 * The messages and lists that span several lines, of which the line with the closing bracket stays visible; modules;
 * groups of comment lines; and the lines from `# region` to `# endregion`. Editors have one fold for each first line: that
 * of a module replaces that of its first layer. Of more than `most` folds, the inner ones are left out; those that are in
 * no other one always stay.
 */
export function folds(document: Document, most = Number.POSITIVE_INFINITY): Fold[] {
  const all = allFolds(document);
  return all.length > most ? outerFolds(all, most) : all;
}

/** The folds up to the deepest level at which there are not more than `most`. */
function outerFolds(all: readonly Fold[], most: number): Fold[] {
  const levels = levelsOf(all);
  const counts: number[] = [];
  for (const level of levels) counts[level] = (counts[level] ?? 0) + 1;
  let [deepest, sum] = [0, counts[0] ?? 0];
  while (sum + (counts[deepest + 1] ?? 0) <= most) {
    deepest += 1;
    sum += counts[deepest] ?? 0;
  }
  return all.filter((_, index) => (levels[index] ?? 0) <= deepest);
}

/** The number of folds around each one; they are sorted by their starts. */
function levelsOf(all: readonly Fold[]): number[] {
  const around: Range[] = [];
  return all.map(({ range }) => {
    while ((around.at(-1)?.end ?? range.start) < range.start) around.pop();
    return around.push(range) - 1;
  });
}

function allFolds(document: Document): Fold[] {
  const { tree, text } = document;
  const modules = moduleFolds(document).map((range) => ({ range, kind: 'message' as const }));
  const starts = new Set(modules.map(({ range }) => range.start));
  const messages = tree.blocks.flatMap((block) => {
    const start = tree.startOf(block);
    return foldsOf(block).map((range) => ({
      range: { start: start + range.start, end: start + range.end },
      kind: 'message' as const,
    }));
  });
  const others = messages.filter(({ range }) => !starts.has(range.start));
  return [...modules, ...others, ...commentFolds(text)].sort(
    (one, other) => one.range.start - other.range.start,
  );
}

/** The folds of a block, relative to its start: the same while its text is unchanged. */
const foldsOf = onceFor(({ text, fields }: Block): readonly Range[] =>
  fields.flatMap((field) => fieldFolds(text, field)),
);

function fieldFolds(text: string, { range, value }: FieldNode): Range[] {
  return value ? valueFolds(text, range.start, value) : [];
}

function valueFolds(text: string, start: number, value: ValueNode): Range[] {
  if (value.kind === 'scalar') return [];
  const inside =
    value.kind === 'message'
      ? value.fields.flatMap((field) => fieldFolds(text, field))
      : value.items.flatMap((item) => valueFolds(text, item.range.start, item));
  const isOpen = value.kind === 'message' && value.close === undefined;
  // Up to the line before the closing bracket, which stays visible if nothing else is before it.
  const close = isOpen ? value.range.end : value.range.end - 1;
  const line = text.lastIndexOf('\n', close - 1);
  const ownLine = !isOpen && text.slice(line + 1, close).trim() === '';
  const end = ownLine ? line : close;
  return text.slice(start, Math.max(start, end)).includes('\n') ? [{ start, end }, ...inside] : inside;
}

const region = /^#\s*(end)?region\b/u;

function commentFolds(text: string): Fold[] {
  const found: Fold[] = [];
  const open: number[] = [];
  let group: Range | undefined;
  const close = () => {
    if (group && text.slice(group.start, group.end).includes('\n'))
      found.push({ range: group, kind: 'comment' });
    group = undefined;
  };
  for (const { start, end, comment } of commentLines(text)) {
    const [mark, ends] = region.exec(comment) ?? [];
    const isNext =
      group !== undefined &&
      text.slice(group.end, start).trim() === '' &&
      !/\n.*\n/u.test(text.slice(group.end, start));
    if (!isNext || mark !== undefined) close();
    if (mark === undefined) group = { start: group?.start ?? start, end };
    else if (ends === undefined) open.push(start);
    else {
      const from = open.pop();
      if (from !== undefined) found.push({ range: { start: from, end }, kind: 'region' });
    }
  }
  close();
  return found;
}

/** The lines that contain only a comment. */
function* commentLines(text: string): Generator<Range & { comment: string }> {
  for (const match of text.matchAll(/^[ \t]*(#[^\n]*)/gmu)) {
    const start = match.index;
    yield { start, end: start + match[0].trimEnd().length, comment: match[1] ?? '' };
  }
}
