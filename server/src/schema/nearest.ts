import { differsMore, isMeaning, type Word, wordOf } from './wordParts.ts';

/**
 * The candidate of which a word is most likely a misspelling: equal except for case or underscores, or a few edits
 * away, part by part. Undefined if none is close enough, or if two are equally close.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const [best, ...others] = nearestAll(word, candidates);
  return others.length > 0 ? undefined : best;
}

/** The candidates of which a word is equally likely a misspelling, in their order. */
export function nearestAll(word: string, candidates: Iterable<string>): string[] {
  const own = wordOf(word);
  let best: string[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of new Set(candidates)) {
    // Neither edits nor underscores explain a larger difference; this excludes most candidates.
    if (Math.abs(word.length - candidate.length) > 6) continue;
    const far = distance(own, wordOf(candidate));
    if (far === Number.POSITIVE_INFINITY) continue;
    // Misspellings rarely change the first letter.
    const rank = far - commonStart(word, candidate) / 1000;
    if (rank > least) continue;
    best = rank === least ? [...best, candidate] : [candidate];
    least = rank;
  }
  return best;
}

/**
 * The number of edits between two words; 0 for a difference in case, infinite if they are not close enough or have
 * different meanings: `pad_l` and `pad_h`, `min_size` and `max_size`, `conv1` and `conv2`, `Unpooling` and `Pooling`.
 */
export function misspelling(word: string, candidate: string): number {
  return distance(wordOf(word), wordOf(candidate));
}

/** The maximum number of edits of any misspelling. */
const maxEdits = 3;

function distance(word: Word, candidate: Word): number {
  if (differsMore(word, candidate, maxEdits) || differsMore(candidate, word, maxEdits))
    return Number.POSITIVE_INFINITY;
  if (word.lower === candidate.lower) return 0;
  if (word.numbers !== candidate.numbers) return Number.POSITIVE_INFINITY;
  if (word.joined === candidate.joined)
    return Math.abs(word.text.length - candidate.text.length) < 3 ? 1 : Number.POSITIVE_INFINITY;
  return word.parts.length === candidate.parts.length
    ? sameParts(word.parts, candidate.parts)
    : otherParts(word, candidate);
}

/** Edits between words with equally many parts: no part may be a word with a different meaning. */
function sameParts(parts: readonly string[], wanted: readonly string[]): number {
  let edits = 0;
  for (const [index, part] of parts.entries()) {
    const other = wanted[index] ?? '';
    if (part === other) continue;
    if (isMeaning(part) || isLonger(part, other) || isLonger(other, part)) return Number.POSITIVE_INFINITY;
    edits += editDistance(part, other, mostEdits(part, other) + 1);
  }
  return edits <= (parts.join('').length < 12 ? 2 : 3) ? edits : Number.POSITIVE_INFINITY;
}

/** One edit in addition to a missing or extra underscore. */
function otherParts(word: Word, candidate: Word): number {
  const [one, other] = [word.joined, candidate.joined];
  const meanings = ({ parts }: Word) => parts.filter(isMeaning).join();
  if (Math.min(one.length, other.length) < 6 || meanings(word) !== meanings(candidate))
    return Number.POSITIVE_INFINITY;
  return Math.abs(word.parts.length - candidate.parts.length) === 1
    ? 1 + editDistance(one, other, 2)
    : Number.POSITIVE_INFINITY;
}

/** Whether one word is the other with a prefix or suffix, such as `Unpooling` and `Pooling`. */
function isLonger(word: string, other: string): boolean {
  return word.length > other.length + 1 && (word.startsWith(other) || word.endsWith(other));
}

/** The maximum number of edits of a misspelling, relative to the shorter of two words. */
function mostEdits(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  if (length < 3) return length === 2 && (one.length === other.length || isDoubled(one, other)) ? 1 : 0;
  if (length < 6) return 1;
  return length < 12 ? 2 : 3;
}

/** Whether two words differ only by a doubled letter. */
function isDoubled(one: string, other: string): boolean {
  const [plain, same] = [one, other].map((word) => word.replaceAll(/(.)\1/gu, '$1'));
  return plain === same;
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

/**
 * Number of insertions, deletions, replacements and swaps of adjacent letters that convert one word to the other;
 * infinite as soon as it is certain to reach `most`.
 */
function editDistance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) >= most) return Number.POSITIVE_INFINITY;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const replaced = at(last, column - 1) + (same ? 0 : 1);
      const shifted = Math.min(at(last, column), at(current, column - 1)) + 1;
      const swaps = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const swapped = swaps ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY;
      current.push(Math.min(replaced, shifted, swapped));
    }
    // A swap refers to two rows back, so both rows must exceed the limit.
    if (least(current) >= most && least(last) >= most) return Number.POSITIVE_INFINITY;
    beforeLast = last;
    last = current;
  }
  const edits = at(last, to.length);
  return edits < most ? edits : Number.POSITIVE_INFINITY;
}

function least(row: readonly number[]): number {
  return row.reduce((one, other) => Math.min(one, other));
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
