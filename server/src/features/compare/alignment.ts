/** A position in each of two sequences. */
export type Pair = readonly [before: number, after: number];

/** The maximum number of items of both sequences that a common subsequence leaves out, before the search ends. */
const mostEdits = 400;

/**
 * A longest common subsequence of two sequences of items, as increasing pairs of equal items; undefined if it leaves out
 * more than `mostEdits` items of both together. The work is proportional to the length times the number of left-out
 * items (Myers, An O(ND) Difference Algorithm).
 */
export function commonSubsequence(
  lengths: Pair,
  isEqual: (before: number, after: number) => boolean,
): Pair[] | undefined {
  const [rows, columns] = lengths;
  const most = Math.min(rows + columns, mostEdits);
  // The furthest row on each diagonal, before each number of edits.
  const history: Int32Array[] = [];
  let furthest = new Int32Array(2 * most + 3);
  for (let edits = 0; edits <= most; edits++) {
    history.push(furthest);
    const next = furthest.slice();
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let row = startOf(furthest, diagonal, edits, most);
      while (row < rows && row - diagonal < columns && isEqual(row, row - diagonal)) row++;
      next[diagonal + most + 1] = row;
      if (row >= rows && row - diagonal >= columns) return traced(history, lengths, most);
    }
    furthest = next;
  }
  return undefined;
}

/** The row at which a diagonal is entered: from the one below by leaving out an item before, or from the one above. */
function startOf(furthest: Int32Array, diagonal: number, edits: number, most: number): number {
  if (edits === 0) return 0;
  const below = furthest[diagonal + most] ?? 0;
  const above = furthest[diagonal + most + 2] ?? 0;
  return isFromAbove(diagonal, edits, below, above) ? above : below + 1;
}

function isFromAbove(diagonal: number, edits: number, below: number, above: number): boolean {
  return diagonal === -edits || (diagonal !== edits && below < above);
}

/** Follows the search back from the ends of both sequences. */
function traced(history: readonly Int32Array[], [rows, columns]: Pair, most: number): Pair[] {
  const pairs: Pair[] = [];
  let row = rows;
  let column = columns;
  for (let edits = history.length - 1; edits >= 0; edits--) {
    const furthest = history[edits] ?? new Int32Array();
    const diagonal = row - column;
    const start = startOf(furthest, diagonal, edits, most);
    while (row > start) pairs.push([--row, --column]);
    const below = furthest[diagonal + most] ?? 0;
    const above = furthest[diagonal + most + 2] ?? 0;
    if (edits > 0 && isFromAbove(diagonal, edits, below, above)) column--;
    else row--;
  }
  return pairs.reverse();
}

/** The indices of a longest increasing subsequence of different numbers, in order; takes n log n steps. */
export function increasing(numbers: readonly number[]): number[] {
  // For each length, the index of the smallest number that ends an increasing subsequence of that length.
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, number] of numbers.entries()) {
    let from = 0;
    let to = ends.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) from = middle + 1;
      else to = middle;
    }
    previous.push(ends[from - 1] ?? -1);
    ends[from] = index;
  }
  const found: number[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) found.push(index);
  return found.reverse();
}
