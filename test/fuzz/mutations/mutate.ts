import type { Random } from '../random.ts';
import { blockMutations, blocksOf } from './blocks.ts';
import { byteMutations } from './bytes.ts';
import { tokenMutations } from './tokens.ts';

/** Texts to start from. */
export type Seeds = readonly string[];

/** A seed after one to six mutations. Most are of tokens and blocks, so that most of the net stays valid. */
export function mutant(random: Random, seeds: Seeds): string {
  const longest = random.chance(0.04) ? 40_000 : usualLength;
  let text = part(random.pick(seeds), random, longest);
  for (let count = random.below(6); count >= 0; count--) {
    const mutations = random.pick([
      tokenMutations,
      tokenMutations,
      blockMutations,
      blockMutations,
      byteMutations,
    ]);
    text = random.pick(mutations)(text, random, random.pick(seeds)).slice(0, longest);
  }
  return text;
}

/** Most texts are short, as long ones take long and are little different. */
const usualLength = 6000;

/** A text up to a length, or some of its layers if it has many. */
export function part(text: string, random: Random, longest = usualLength): string {
  const blocks = blocksOf(text);
  if (blocks.length < 12) return text.slice(0, longest);
  const start = random.chance(0.5) ? 0 : random.below(blocks.length - 6);
  const layers = 4 + random.below(longest / 300);
  return blocks
    .slice(start, start + layers)
    .join('')
    .slice(0, longest);
}
