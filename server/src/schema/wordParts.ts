/** The parts of a name that stand for themselves: `pad_l` is `pad` and `l`. In lower case. */
export function partsOf(word: string): string[] {
  return word
    .toLowerCase()
    .split(/[_\-./\s]+/u)
    .filter((part) => part !== '');
}

/**
 * The numbers in a word, which tell things of one kind apart: `conv1` is not a misspelling of `conv2`. Their digits are
 * sorted, as two may be swapped.
 */
export function numbersOf(word: string): string {
  if (!/\d/u.test(word)) return '';
  return (word.match(/\d+/gu) ?? []).map((number) => [...number].toSorted().join('')).join();
}

/** Whether a part of a name chooses one of several directions, bounds or ends, and so is no misspelling of another. */
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
