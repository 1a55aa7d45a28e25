import type { Range } from '../../text/range.ts';
import { indentAt } from '../style.ts';

/** A field with its comments, to be moved. */
export interface Item {
  /** The comment lines above it; an empty one for a blank line. */
  readonly above: readonly string[];
  /** Whether it is on the line of the previous field. */
  readonly glued: boolean;
  /** The lines of the field; all but the first are indented relative to it. */
  readonly lines: readonly string[];
  /** The comment after it, with its `#`. */
  readonly note: string;
}

/** The content between two offsets: the fields as items, and the comments after the last one. */
export interface Items {
  /** The comment on the line of the opening brace. */
  readonly head: string;
  readonly items: readonly Item[];
  readonly rest: readonly string[];
}

/** Divides a text into the given fields; each comment belongs to the field below or before it. */
export function itemsOf(text: string, { start, end }: Range, fields: readonly Range[]): Items {
  const ends = [start, ...fields.map((field) => field.end)];
  const gaps = ends.map((from, index) => readGap(text.slice(from, fields[index]?.start ?? end)));
  const items = fields.map((field, index) => ({
    above: gaps[index]?.lines ?? [],
    glued: gaps[index]?.glued ?? false,
    lines: linesOf(text, field),
    note: gaps[index + 1]?.note ?? '',
  }));
  return { head: gaps[0]?.note ?? '', items, rest: gaps.at(-1)?.lines.filter(Boolean) ?? [] };
}

/** An item of new text. */
export function newItem(...lines: readonly string[]): Item {
  return { above: [], glued: false, lines, note: '' };
}

/** Items on separate lines; the text begins on a new line and ends without a line break. */
export function printItems(items: readonly Item[], indent: string, eol: string): string {
  const parts: string[] = [];
  // A comment on the last line would include what follows on that line.
  let open = true;
  for (const { above, glued, lines, note } of items) {
    const whole = lines.map((line, index) => (index > 0 && line !== '' ? indent + line : line)).join(eol);
    const after = note === '' ? '' : ` ${note}`;
    const isGlued: boolean = glued && !open && above.length === 0;
    const full = [...above.map((line) => line && indent + line), indent + whole];
    const part: string = isGlued ? ` ${whole}${after}` : full.map((line) => eol + line).join('') + after;
    parts.push(part);
    open = part.slice(part.lastIndexOf('\n') + 1).includes('#') || (open && !part.includes('\n'));
  }
  return parts.join('').slice(eol.length);
}

/** New items on one line. */
export function inlineItems(items: readonly Item[]): string {
  return items.map(({ lines }) => lines.join(' ')).join(' ');
}

function readGap(gap: string): { note: string; lines: string[]; glued: boolean } {
  const [first = '', ...others] = gap.split(/\r?\n/u);
  const lines = others.slice(0, -1).map((line) => line.replace(/^[\s;,]+/u, '').trimEnd());
  return { note: first.replace(/^[\s;,]+/u, '').trimEnd(), lines, glued: others.length === 0 };
}

/** The lines of a text; all but the first are indented relative to the line on which it begins. */
export function linesOf(text: string, { start, end }: Range): string[] {
  const indent = indentAt(text, start);
  const [first = '', ...others] = text.slice(start, end).split(/\r?\n/u);
  return [
    first,
    ...others.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart())),
  ];
}
