/** A part of a list in which the same items follow each other again and again. */
export interface Run {
  readonly start: number;
  /** The number of items that are repeated. */
  readonly period: number;
  readonly count: number;
}

/** The longest part that is found again. This bounds the time for an item. */
const longestPeriod = 64;

/** How often a part of so many items has to occur; longer parts, twice. */
const leastCounts = [0, 4, 3, 3];

/**
 * The repeated parts of a list of tokens, in order, none inside of another: those that cover the most, with the shortest
 * period. `openAt` counts the connections over the boundary before each item: a part starts where there are the fewest.
 * Time is in proportion to the list.
 */
export function repetitionsOf(tokens: readonly number[], openAt: readonly number[]): Run[] {
  const found: Run[] = [];
  for (let period = 1; period <= Math.min(longestPeriod, tokens.length / 2); period += 1)
    for (const stretch of stretchesOf(tokens, period)) {
      const run = alignedRun(stretch, period, openAt);
      if (run) found.push(run);
    }
  const chosen: Run[] = [];
  const taken = new Uint8Array(tokens.length);
  for (const run of found.sort(byLengthOfRun)) {
    const end = run.start + run.period * run.count;
    // Runs are chosen by their length, so a run that overlaps a longer one contains one of its ends.
    if (taken[run.start] || taken[end - 1]) continue;
    taken.fill(1, run.start, end);
    chosen.push(run);
  }
  return chosen.sort((one, other) => one.start - other.start);
}

function byLengthOfRun(one: Run, other: Run): number {
  return other.period * other.count - one.period * one.count || one.period - other.period;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The parts in which each item equals the one a period later, with that period; at least two periods long. */
function* stretchesOf(tokens: readonly number[], period: number): Generator<Stretch> {
  let start = 0;
  for (let at = 0; at + period <= tokens.length; at += 1) {
    if (at + period < tokens.length && tokens[at] === tokens[at + period]) continue;
    if (at - start >= period) yield { start, end: at + period };
    start = at + 1;
  }
}

/** The repetitions in a stretch, from the start with the fewest connections over it. */
function alignedRun({ start, end }: Stretch, period: number, openAt: readonly number[]): Run | undefined {
  const least = leastCounts[period] ?? 2;
  let best: Run | undefined;
  for (let from = start; from < start + period; from += 1) {
    const count = Math.floor((end - from) / period);
    if (count < least) break;
    if (!best || (openAt[from] ?? 0) < (openAt[best.start] ?? 0)) best = { start: from, period, count };
  }
  return best;
}
