/** What two names are compared by. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  /** The parts in lower case: `pad_l` is `pad` and `l`. */
  readonly parts: readonly string[];
  readonly joined: string;
  /** See `numbersOf`. */
  readonly numbers: string;
  /** One bit for each letter. */
  readonly letters: number;
}

const words = new Map<string, Word>();
/** Candidates are compared again and again; while a name is typed, every key makes another word. */
const mostWords = 20_000;

/** What a name is compared by, computed once. */
export function wordOf(text: string): Word {
  const known = words.get(text);
  if (known) return known;
  if (words.size >= mostWords) words.clear();
  const lower = text.toLowerCase();
  const parts = partsOf(text);
  const joined = parts.join('');
  const word = { text, lower, parts, joined, numbers: numbersOf(lower), letters: lettersOf(joined) };
  words.set(text, word);
  return word;
}

/** Whether more than `most` different letters of a word are not in another: as many edits separate them. */
export function differsMore(one: Word, other: Word, most: number): boolean {
  let rest = one.letters & ~other.letters;
  let count = 0;
  for (; rest !== 0 && count <= most; count++) rest &= rest - 1;
  return count > most;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** The parts of a name, in lower case: `pad_l` is `pad` and `l`. */
function partsOf(word: string): string[] {
  return word
    .toLowerCase()
    .split(/[_\-./\s]+/u)
    .filter((part) => part !== '');
}

/**
 * The numbers in a word, which distinguish similar things: `conv1` is not a misspelling of `conv2`. Their digits are
 * sorted, because two may be swapped.
 */
function numbersOf(word: string): string {
  if (!/\d/u.test(word)) return '';
  return (word.match(/\d+/gu) ?? []).map((number) => [...number].toSorted().join('')).join();
}

/** Whether a part of a name selects a direction, bound or end, and so is not a misspelling of another such part. */
export function isMeaning(part: string): boolean {
  return part.length === 1 || meanings.has(part);
}

const meanings: ReadonlySet<string> = new Set(
  [
    'left right top bottom up down upper lower front back',
    'height width depth hw wh xy',
    'min max mean std low high begin end start stop first last',
    'in out train test pos neg fg bg loc conf',
  ].flatMap((words) => words.split(' ')),
);
