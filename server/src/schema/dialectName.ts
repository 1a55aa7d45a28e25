import { type ForkName, forkNames } from './data/forkNames.ts';
import { findDialect } from './dialect.ts';
import { nearest } from './nearest.ts';

/** The part of a name that makes it no dialect. */
export interface UnknownDialect {
  readonly name: string;
  /** The offset of the part in the whole name. */
  readonly start: number;
  readonly message: string;
  /** The fork that is probably meant. */
  readonly guess: ForkName | undefined;
}

/** What is wrong with the name of a dialect or a mix, `segnet+python`; undefined for a known one. */
export function unknownDialect(name: string): UnknownDialect | undefined {
  if (name === 'auto' || findDialect(name)) return undefined;
  const parts = [...name.matchAll(/[^\s+](?:[^+]*[^\s+])?/gu)];
  const wrong = parts.find(([part]) => !findDialect(part));
  if (!wrong) {
    const message = '`+` joins two dialects, such as `segnet+python`.';
    return { name, start: 0, message, guess: undefined };
  }
  const [part] = wrong;
  const guess = probableFork(part);
  const help = guess
    ? `Did you mean \`${guess}\`?`
    : 'Known dialects include `bvlc`, `ssd` and `intel`; the README lists all of them.';
  return { name: part, start: wrong.index, message: `There is no dialect \`${part}\`. ${help}`, guess };
}

/** The nearest fork, or else the only one that continues the name. */
function probableFork(part: string): ForkName | undefined {
  const lower = part.toLowerCase();
  const close = nearest(part, forkNames);
  if (close) return forkNames.find((fork) => fork === close);
  const longer = forkNames.filter((fork) => lower.length > 1 && fork.startsWith(lower));
  return longer.length === 1 ? longer[0] : undefined;
}
