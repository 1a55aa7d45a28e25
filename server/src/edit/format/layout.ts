import { lineEnd } from '../../text/edit.ts';
import type { FormatOptions } from './options.ts';
import type { Container, Piece } from './pieces.ts';

/** The white space between the pieces of a file. */
export class Layout {
  private readonly text: string;
  private readonly options: FormatOptions;
  private readonly aligned: ReadonlyMap<Piece, string>;
  private readonly eol: string;

  constructor(text: string, options: FormatOptions, aligned: ReadonlyMap<Piece, string>) {
    this.text = text;
    this.options = options;
    this.aligned = aligned;
    this.eol = lineEnd(text);
  }

  /** The white space between two neighbors; before the first piece of the file, and nothing after a byte order mark. */
  between(before: Piece | undefined, piece: Piece): string {
    if (!before) return '';
    if (piece.isInName) return '';
    if (piece.kind === 'comment') return this.beforeComment(before, piece);
    if (before.kind === 'comment') return this.newLine(before, piece);
    if (piece.kind === 'close') return this.beforeClose(before, piece);
    if (before.kind === 'open') return this.afterOpen(before, piece);
    if (piece.kind === 'colon' || piece.kind === 'separator' || before.kind === 'minus') return '';
    if (before.kind === 'colon') return this.aligned.get(piece) ?? ' ';
    if (piece.starts !== undefined) return this.startsLine(before, piece) ? this.newLine(before, piece) : ' ';
    // Adjacent strings of one value.
    const continues = before.kind === 'string' && piece.kind === 'string' && this.breaks(before, piece) > 0;
    return continues ? this.eol + this.indent(depthOf(piece) + 1) : ' ';
  }

  /** Expands the messages on lines that are too long, from the outside to the inside. */
  expandLong(pieces: readonly Piece[]): void {
    for (let hasLong = true; hasLong; ) {
      hasLong = false;
      for (const line of this.linesOf(pieces)) {
        if (line.length <= this.options.oneLineLimit) continue;
        const found = line.pieces.find(
          ({ kind, container }) => kind === 'open' && !container?.isList && !container?.spansLines,
        );
        if (!found?.container || found.isFrozen) continue;
        found.container.spansLines = found.container.isExpanded = true;
        hasLong = true;
      }
    }
  }

  private linesOf(pieces: readonly Piece[]): { pieces: Piece[]; length: number }[] {
    const lines: { pieces: Piece[]; length: number }[] = [];
    let before: Piece | undefined;
    for (const piece of pieces) {
      const space = this.between(before, piece);
      const line = lines.at(-1);
      if (!line || space.includes('\n'))
        lines.push({
          pieces: [piece],
          length: space.length - space.lastIndexOf('\n') - 1 + piece.text.length,
        });
      else {
        line.pieces.push(piece);
        line.length += space.length + piece.text.length;
      }
      before = piece;
    }
    return lines;
  }

  private beforeComment(before: Piece, piece: Piece): string {
    const space = this.text.slice(before.end, piece.start);
    const line = space.lastIndexOf('\n');
    if (line < 0) return /^[ \t]+$/u.test(space) ? space : ' ';
    // Fields that are commented out at the left margin stay there.
    return this.lines(before, piece) + (line === space.length - 1 ? '' : this.indent(depthOf(piece)));
  }

  private afterOpen({ text, container }: Piece, piece: Piece): string {
    if (container?.spansLines) return this.eol + this.indent(depthOf(piece));
    return text === '[' ? '' : ' ';
  }

  private beforeClose(before: Piece, piece: Piece): string {
    const { text, container } = piece;
    if (before.kind === 'open') return '';
    if (container?.spansLines) return this.eol + this.indent(depthOf(piece));
    return text === ']' ? '' : ' ';
  }

  /** Whether a field or an item starts a line: as it is written, and after a message on several lines. */
  private startsLine(before: Piece, piece: Piece): boolean {
    const around = enclosing(piece);
    if (around && !around.spansLines) return false;
    if (around?.isExpanded || piece.startsMessage) return true;
    const last = before.kind === 'separator' ? undefined : before;
    const isAfterLines = last?.kind === 'close' && (last.container?.spansLines || !around);
    return this.breaks(before, piece) > 0 || isAfterLines === true;
  }

  private newLine(before: Piece, piece: Piece): string {
    // A value that a comment interrupts.
    const continues = piece.starts === undefined && ['string', 'word', 'minus', 'colon'].includes(piece.kind);
    return this.lines(before, piece) + this.indent(depthOf(piece) + (continues ? 1 : 0));
  }

  /** A line break, and the blank line between two pieces if there is at least one. */
  private lines(before: Piece, piece: Piece): string {
    const isInside = before.kind !== 'open' && piece.kind !== 'close';
    return isInside && this.breaks(before, piece) > 1 ? this.eol + this.eol : this.eol;
  }

  private breaks(before: Piece, piece: Piece): number {
    // A removed separator does not leave its line.
    const space = this.text.slice(before.end, piece.start).replace(/\n[ \t]*[,;][ \t,;]*(?=\r?\n)/gu, '');
    return space.split('\n').length - 1;
  }

  private indent(depth: number): string {
    return this.options.indent.repeat(depth);
  }
}

/** The container in which a piece is; that of a bracket is around its own. */
function enclosing({ kind, container }: Piece): Container | undefined {
  return kind === 'open' || kind === 'close' ? container?.parent : container;
}

/** The depth of the line that a piece starts. */
function depthOf(piece: Piece): number {
  return enclosing(piece)?.depth ?? 0;
}
