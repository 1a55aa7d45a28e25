import type { SyntaxTree } from '../../syntax/tree.ts';
import { lineEnd, type TextEdit } from '../../text/edit.ts';
import { overlaps, type Range } from '../../text/range.ts';
import { fileStart } from '../style.ts';
import { alignedValues } from './alignment.ts';
import { Layout } from './layout.ts';
import { type FormatOptions, formatDirectives, unformatted } from './options.ts';
import { type Part, type Piece, piecesOf } from './pieces.ts';

/**
 * The edits that lay a file out: indentation, spaces, line breaks around braces, and blank lines; optionally quotes and
 * separators. Messages stay on one line or on several, as they are written. The text keeps its tokens and comments.
 * Blocks with syntax errors stay as they are; none if the braces of the file do not match.
 */
export function format(tree: SyntaxTree, options: FormatOptions): TextEdit[] {
  const { blocks, text } = tree;
  return formatPart({ tree, blocks, start: 0, end: text.length }, options);
}

function formatPart(part: Part, options: FormatOptions): TextEdit[] {
  const { tree } = part;
  const { isDisabled, expandsAll, skipsColons } = formatDirectives(tree.text);
  if (isDisabled || !tree.balanced) return [];
  const all = piecesOf(part);
  if (all.length === 0) return blankEdits(part);
  const removed = (piece: Piece, index: number) =>
    (options.separators === 'remove' && isSeparator(piece)) ||
    (skipsColons && isSkipped(piece, all[index + 1]));
  const pieces = all.filter((piece, index) => !removed(piece, index));
  if (expandsAll) expandMessages(pieces);
  const layout = new Layout(tree.text, options, alignedValues(tree.text, pieces));
  if (options.oneLineLimit > 0) layout.expandLong(pieces);
  const edits = [...gapEdits(part, pieces, layout), ...pieceEdits(pieces, options)];
  const kept = unformatted(tree.text);
  return edits.filter(({ range }) => !kept.some(({ start, end }) => range.start < end && range.end >= start));
}

/** A file of white space only becomes empty. */
function blankEdits({ tree: { text }, start, end }: Part): TextEdit[] {
  const from = start + fileStart(text);
  return start === 0 && end === text.length && from < end
    ? [{ range: { start: from, end }, newText: '' }]
    : [];
}

/** The blocks that touch a range, with one neighbor on each side, to which their layout may be related. */
function partAround(tree: SyntaxTree, { start, end }: Range): Part {
  const from = Math.max(0, tree.countTo(start) - 2);
  const to = tree.countTo(end) + 1;
  const blocks = tree.blocks.slice(from, to);
  const isLast = to >= tree.blocks.length;
  return {
    tree,
    blocks,
    start: from === 0 ? 0 : tree.endAt(from - 1),
    end: isLast ? tree.text.length : tree.endAt(to - 1),
  };
}

/** The edits of a format that touch the lines of a range. */
export function formatRange(tree: SyntaxTree, range: Range, options: FormatOptions): TextEdit[] {
  const start = tree.text.lastIndexOf('\n', range.start - 1) + 1;
  const next = tree.text.indexOf('\n', range.end);
  const lines = { start, end: next < 0 ? tree.text.length : next };
  return formatPart(partAround(tree, lines), options).filter(
    (edit) => edit.range.start >= start - 2 && overlaps(edit.range, lines),
  );
}

function expandMessages(pieces: readonly Piece[]): void {
  for (const { container } of pieces) {
    if (container && !container.isList) container.spansLines = container.isExpanded = true;
  }
}

function gapEdits(part: Part, pieces: readonly Piece[], layout: Layout): TextEdit[] {
  const { text } = part.tree;
  const edits: TextEdit[] = [];
  const change = (start: number, end: number, newText: string) => {
    if (text.slice(start, end) !== newText) edits.push({ range: { start, end }, newText });
  };
  let before: Piece | undefined;
  for (const piece of pieces) {
    const start = before?.end ?? part.start;
    // The piece before the part decides about the white space at its start.
    const isInside = before !== undefined || part.start === 0;
    if (isInside && !piece.isFrozen && !before?.isFrozen && isBlank(text, start, piece.start))
      change(start, piece.start, layout.between(before, piece));
    before = piece;
  }
  if (part.end === text.length && before && !before.isFrozen && isBlank(text, before.end, text.length))
    change(before.end, text.length, lineEnd(text));
  return edits;
}

/** White space, and the separators and colons that are removed. A byte order mark is not white space for this purpose. */
function isBlank(text: string, start: number, end: number): boolean {
  return /^[ \t\r\n\v\f,;:]*$/u.test(text.slice(start, end));
}

/** Whether a piece is a separator after a field. */
function isSeparator({ kind, container, isFrozen }: Piece): boolean {
  return kind === 'separator' && !container?.isList && !isFrozen;
}

/** Whether a piece is a colon before a message. */
function isSkipped({ kind, isFrozen }: Piece, next: Piece | undefined): boolean {
  return kind === 'colon' && !isFrozen && next?.kind === 'open' && next.container?.isList === false;
}

/** The edits of quotes. */
function pieceEdits(pieces: readonly Piece[], { quotes }: FormatOptions): TextEdit[] {
  return pieces.flatMap((piece) => {
    const { start, end, kind, text, isFrozen } = piece;
    if (isFrozen) return [];
    const range = { start, end };
    const quote = quotes === 'double' ? '"' : quotes === 'single' ? "'" : undefined;
    if (kind !== 'string' || quote === undefined || text.startsWith(quote) || !isPlain(text)) return [];
    return [{ range, newText: `${quote}${text.slice(1, -1)}${quote}` }];
  });
}

/** Whether a string contains neither quotes nor escapes, so that its quotes can be replaced. */
function isPlain(text: string): boolean {
  return text.length >= 2 && text.endsWith(text.charAt(0)) && !/["'\\]/u.test(text.slice(1, -1));
}
