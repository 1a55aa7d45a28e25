import type { Mutation } from './mutation.ts';

/** The layers and other top-level fields of a text, and its lines where braces are unusual; joined, they are the text. */
export function blocksOf(text: string): string[] {
  return text.split(/(?<=^\}[^\n]*\n)/mu);
}

/** Lines, which in most files are fields. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/u);
}

/** What replaces a part: nothing, copies of it, or a part of the same or of a different text. */
type Replacement = (part: string, sibling: string, foreign: string) => string;

const replacements: readonly Replacement[] = [
  () => '',
  (part) => part + part,
  (part) => part.repeat(30),
  (_, sibling) => sibling,
  (part, _, foreign) => part + foreign,
];

/** Replaces one part of a text. */
function replaced(partsOf: (text: string) => string[], replacement: Replacement): Mutation {
  return (text, random, other) => {
    const parts = partsOf(text);
    const place = random.below(parts.length);
    parts[place] = replacement(parts[place] ?? '', random.pick(parts), random.pick(partsOf(other)));
    return parts.join('');
  };
}

/** Exchanges two parts. */
const swapped: Mutation = (text, random) => {
  const parts = blocksOf(text);
  const [one, other] = [random.below(parts.length), random.below(parts.length)];
  [parts[one], parts[other]] = [parts[other] ?? '', parts[one] ?? ''];
  return parts.join('');
};

export const blockMutations: readonly Mutation[] = [
  ...replacements.map((replacement) => replaced(blocksOf, replacement)),
  ...replacements.map((replacement) => replaced(linesOf, replacement)),
  swapped,
];
