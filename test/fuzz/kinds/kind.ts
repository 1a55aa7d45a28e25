import type { Seeds } from '../mutations/mutate.ts';
import type { Random } from '../random.ts';

/** A property that an input violates. */
export interface Violation {
  /** The oracle: what should hold. */
  readonly oracle: string;
  readonly message: string;
}

/** A kind of inputs, with how they are made, examined, reduced and printed. */
export interface Kind<I> {
  readonly name: string;
  generate(random: Random, seeds: Seeds): I;
  /** What the input violates. The random choices are the same for each call with an input. */
  violations(input: I, random: Random): Promise<readonly Violation[]>;
  /** A smaller input with the same violation, by a bounded number of trials. */
  minimize(input: I, fails: (smaller: I) => Promise<boolean>): Promise<I>;
  /** The number of edits, messages or mutations in an input. */
  size(input: I): number;
  print(input: I): string;
}

/** The violation of an oracle, if there is one; an exception is one. */
export async function violationOf(
  oracle: string,
  examine: () => string | undefined | Promise<string | undefined>,
): Promise<Violation[]> {
  try {
    const message = await examine();
    return message === undefined ? [] : [{ oracle, message }];
  } catch (error) {
    return [{ oracle, message: `throws ${describe(error)}` }];
  }
}

/** An exception with the place where it was thrown. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return `a value that is no Error: ${JSON.stringify(error)}`;
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  const place = /[^/]+\.ts:\d+/u.exec(places[0] ?? '')?.[0];
  return `${error.name}: ${error.message.slice(0, 300)}${place === undefined ? '' : ` (${place})`}`;
}
