import { onceFor } from '../../memo/onceFor.ts';
import { type ColumnName, columns, type Row } from './columns.ts';

/** The text of a cell on one line. */
export function cellText(name: ColumnName, row: Row): string {
  return columns[name].text(row).join(', ');
}

/** The texts with the most characters: the widest is nearly always one of them. */
const candidates = 5;

/** The longest texts of a column, the longest first; stored with the rows. */
export function longestTexts(name: ColumnName, rows: readonly Row[]): readonly string[] {
  const known = textsOf(rows);
  const found = known.get(name) ?? longest(distinctTexts(name, rows));
  known.set(name, found);
  return found;
}

const textsOf = onceFor((_rows: readonly Row[]) => new Map<ColumnName, readonly string[]>());

/** Formatting is slow, and the layers of a large net have few different numbers. */
function distinctTexts(name: ColumnName, rows: readonly Row[]): Iterable<string> {
  const { number } = columns[name];
  if (!number) return new Set(rows.map((row) => cellText(name, row)));
  const byNumber = new Map(rows.map((row) => [number(row), row]));
  return [...byNumber.values()].map((row) => cellText(name, row));
}

function longest(texts: Iterable<string>): readonly string[] {
  let found: string[] = [];
  for (const text of texts) {
    if (found.length === candidates && text.length <= (found.at(-1)?.length ?? 0)) continue;
    found = [...found, text].sort((one, other) => other.length - one.length).slice(0, candidates);
  }
  return found;
}
