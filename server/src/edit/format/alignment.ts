import type { Container, Piece } from './pieces.ts';

/** A value after its colon, on the same line. */
interface Aligned {
  readonly piece: Piece;
  readonly container: Container | undefined;
  readonly line: number;
  /** The columns from the name of the field to the value. */
  readonly column: number;
  readonly space: string;
}

/**
 * The values that authors aligned with those of the line above or below, with the white space before them: these spaces
 * stay.
 */
export function alignedValues(text: string, pieces: readonly Piece[]): ReadonlyMap<Piece, string> {
  const values = valuesOf(text, pieces);
  const kept = new Map<Piece, string>();
  for (const [index, value] of values.entries()) {
    const isAligned = [values[index - 1], values[index + 1]].some(
      (other) => other && areAligned(value, other),
    );
    if (value.space.length > 1 && isAligned) kept.set(value.piece, value.space);
  }
  return kept;
}

function areAligned(one: Aligned, other: Aligned): boolean {
  return (
    one.container === other.container && Math.abs(one.line - other.line) === 1 && one.column === other.column
  );
}

/** The values of the fields that start their line. */
function valuesOf(text: string, pieces: readonly Piece[]): Aligned[] {
  const values: Aligned[] = [];
  let [line, lineStart] = [0, 0];
  let counted = 0;
  for (const [index, piece] of pieces.entries()) {
    for (
      let at = text.indexOf('\n', counted);
      at >= 0 && at < piece.start;
      at = text.indexOf('\n', counted)
    ) {
      line += 1;
      [lineStart, counted] = [at + 1, at + 1];
    }
    const colon = pieces[index - 1];
    if (colon?.kind !== 'colon' || piece.kind === 'comment') continue;
    const space = text.slice(colon.end, piece.start);
    const [, name] = /^[ \t]*(\S+)$/u.exec(text.slice(lineStart, colon.start)) ?? [];
    // Spaces before a colon are removed, so they align nothing.
    if (name === undefined || !/^ +$/u.test(space)) continue;
    // The indentation of neighbors becomes equal.
    const column = name.length + space.length;
    values.push({ piece, container: piece.container, line, column, space });
  }
  return values;
}
