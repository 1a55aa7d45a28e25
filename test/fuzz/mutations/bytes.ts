import type { Random } from '../random.ts';
import type { Mutation } from './mutation.ts';

/** Changes the UTF-8 bytes of a text, which may become invalid. */
function ofBytes(change: (bytes: Uint8Array, random: Random) => Uint8Array): Mutation {
  return (text, random) => new TextDecoder().decode(change(new TextEncoder().encode(text), random));
}

/** Replaces up to eight bytes; bytes that are common in lengths and flags are more frequent. */
export function flipBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = bytes.slice();
  for (let count = random.below(8); count >= 0; count--) {
    const value = random.chance(0.5) ? random.pick([0, 1, 2, 0x7f, 0x80, 0xff]) : random.below(256);
    changed[random.below(changed.length)] = value;
  }
  return changed;
}

/** The bytes up to a random place. */
export function cutBytes(bytes: Uint8Array, random: Random): Uint8Array {
  return bytes.subarray(0, random.below(bytes.length));
}

export const byteMutations: readonly Mutation[] = [
  ofBytes(flipBytes),
  ofBytes(cutBytes),
  (text) => `\ufeff${text}`,
  (text) => text.replaceAll('\n', '\r\n'),
  (text, random) => text.replaceAll('\n', () => random.pick(['\n', '\r', '\r\n', '\u2028', '\n\n'])),
  (text) => text.replaceAll('\n', ' '),
  (text, random) => text.replaceAll('"', random.pick(["'", '“', '”', '`', ''])),
];
