/** The parts of a name, in lower case: `pad_l` is `pad` and `l`. */
export function partsOf(word: string): string[] {
  return word
    .toLowerCase()
    .split(/[_\-./\s]+/u)
    .filter((part) => part !== '');
}

/**
 * The numbers in a word, which distinguish similar things: `conv1` is not a misspelling of `conv2`. Their digits are
 * sorted, because two may be swapped.
 */
export function numbersOf(word: string): string {
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
