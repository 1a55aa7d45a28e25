import { tokensOf } from './mutations/tokens.ts';

/** Whether an input still fails. */
export type Fails<I> = (input: I) => Promise<boolean>;

/** Limits the trials of one reduction: their number and their time in milliseconds. */
export function bounded<I>(fails: Fails<I>, trials = 400, milliseconds = 20_000): Fails<I> {
  const end = performance.now() + milliseconds;
  let left = trials;
  return async (input) => left-- > 0 && performance.now() < end && (await fails(input));
}

/** A short sublist that still fails, by leaving out ever smaller parts (delta debugging). */
export async function minimizeList<T>(list: readonly T[], fails: Fails<readonly T[]>): Promise<readonly T[]> {
  let current = list;
  for (let size = Math.ceil(list.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < current.length; ) {
      const shorter = [...current.slice(0, start), ...current.slice(start + size)];
      if (await fails(shorter)) current = shorter;
      else start += size;
    }
  }
  return current;
}

/** A short text that still fails: first without lines, then without tokens. */
export async function minimizeText(text: string, fails: Fails<string>): Promise<string> {
  let current = text;
  for (const partsOf of [(whole: string) => whole.split(/(?<=\n)/u), tokensOf]) {
    const shorter = await minimizeList(partsOf(current), (parts) => fails(parts.join('')));
    current = shorter.join('');
  }
  return current;
}
