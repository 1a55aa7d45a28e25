import type { Document } from '../../document/document.ts';
import { quoted } from '../../edit/newField.ts';
import { indentAt, lineStart, styleOf } from '../../edit/style.ts';
import type { Block, FieldNode, ListNode, MessageNode, ScalarNode } from '../../syntax/nodes.ts';
import { skipBlank, skipString } from '../../syntax/tokens.ts';
import type { TextEdit } from '../../text/edit.ts';
import { type Range, shift } from '../../text/range.ts';

export type UncommonKind = 'list' | 'angle' | 'strings' | 'separator';

/** An uncommon form of the text format in a file, with the edits to the plain form. */
export interface UncommonPlace {
  readonly kind: UncommonKind;
  readonly block: Block;
  readonly range: Range;
  edits(): readonly TextEdit[];
}

type FoundPlace = Omit<UncommonPlace, 'block'>;

/** Whether a block may have an uncommon form: a bracket, a separator, or a string followed by a string or a comment. */
function mayHold({ text }: Block): boolean {
  return /[[<;,]|["']\s*["'#]/u.test(text);
}

/** All uncommon forms of a file, in order. */
export function* uncommonPlaces({ tree, text, memo }: Document): Generator<UncommonPlace> {
  for (const block of memo.filter(tree.blocks, mayHold)) {
    const start = tree.startOf(block);
    for (const field of block.fields)
      for (const found of ofField(field, start, text)) yield { ...found, block };
  }
}

function isMark(character: string | undefined): boolean {
  return character === ';' || character === ',';
}

function* ofField(field: FieldNode, start: number, text: string): Generator<FoundPlace> {
  const { value } = field;
  if (value?.kind === 'list') {
    yield {
      kind: 'list',
      range: shift(value.range, start),
      edits: () => expanded(field, value, start, text),
    };
    for (const item of value.items) yield* ofValue(item, start, text);
  } else if (value) {
    yield* ofValue(value, start, text);
  }
  const end = start + field.range.end;
  const mark = skipBlank(text, end);
  if (value && isMark(text[mark])) {
    const range = { start: mark, end: mark + 1 };
    yield {
      kind: 'separator',
      range,
      edits: () => [{ range, newText: /\s/u.test(text[mark + 1] ?? ' ') ? '' : ' ' }],
    };
  }
}

function* ofValue(value: ScalarNode | MessageNode, start: number, text: string): Generator<FoundPlace> {
  const range = shift(value.range, start);
  if (value.kind === 'scalar') {
    const pieces = value.literal === 'string' && skipString(text, range.start) < range.end;
    if (pieces) yield { kind: 'strings', range, edits: () => joined(value, range) };
    return;
  }
  const open = shift(value.open, start);
  const close = value.close && shift(value.close, start);
  if (text[open.start] === '<') yield { kind: 'angle', range: open, edits: () => curly(open, close) };
  for (const field of value.fields) yield* ofField(field, start, text);
}

function curly(open: Range, close: Range | undefined): TextEdit[] {
  return close
    ? [
        { range: open, newText: '{' },
        { range: close, newText: '}' },
      ]
    : [];
}

/** Strings with unprintable characters are not joined. */
function joined({ text }: ScalarNode, range: Range): TextEdit[] {
  return /^[ -~\u00a0-\ud7ff]*$/u.test(text) ? [{ range, newText: quoted(text) }] : [];
}

/**
 * Repeats the field for each item: on separate lines if the field has its own line. No edits for a list that contains
 * comments or other lists; these must be expanded first.
 */
function expanded(field: FieldNode, list: ListNode, start: number, text: string): TextEdit[] {
  const range = shift(field.range, start);
  const inside = list.items.flatMap((item) => [...ofValue(item, start, text)]);
  if (inside.some(({ kind }) => kind === 'list') || hasComment(list, start, text)) return [];
  const head = text.slice(range.start, start + list.range.start);
  const items = list.items.map((item) => head + text.slice(start + item.range.start, start + item.range.end));
  const alone = text.slice(lineStart(text, range.start), range.start).trim() === '';
  const glue = alone ? styleOf(text).eol + indentAt(text, range.start) : ' ';
  return [{ range, newText: items.join(glue) }];
}

/** Whether a comment is between the items. */
function hasComment(list: ListNode, start: number, text: string): boolean {
  const ends = [list.range.start + 1, ...list.items.map(({ range }) => range.end)];
  const starts = [...list.items.map(({ range }) => range.start), list.range.end];
  return ends.some((end, index) => text.slice(start + end, start + (starts[index] ?? end)).includes('#'));
}
