/** Pseudo-random choices that only depend on a seed (the generator is sfc32 by Chris Doty-Humphrey). */
export class Random {
  private readonly state: Uint32Array;

  constructor(seed: string) {
    this.state = Uint32Array.of(hash(seed, 1), hash(seed, 2), hash(seed, 3), 1);
    for (let turn = 0; turn < 12; turn++) this.next();
  }

  /** A number in [0, 1). */
  next(): number {
    const { state } = this;
    const [a = 0, b = 0, c = 0, counter = 0] = state;
    const sum = (a + b + counter) >>> 0;
    state.set([b ^ (b >>> 9), c + (c << 3), ((c << 21) | (c >>> 11)) + sum, counter + 1]);
    return sum / 2 ** 32;
  }

  /** An integer in [0, limit); 0 if the limit is 0. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** An element of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    const found = list[this.below(list.length)];
    if (found === undefined) throw new Error('A choice requires a list that is not empty.');
    return found;
  }

  /** Whether an event of the given probability occurs. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A range of at most `longest` elements of a list of the given length. */
  span(length: number, longest: number): [start: number, end: number] {
    const start = this.below(length);
    return [start, Math.min(length, start + 1 + this.below(longest))];
  }
}

/** FNV-1a with a salt. */
function hash(text: string, salt: number): number {
  let value = 0x811c9dc5 ^ salt;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
