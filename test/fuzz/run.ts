import type { Kind, Violation } from './kinds/kind.ts';
import type { Seeds } from './mutations/mutate.ts';
import { Random } from './random.ts';

/** An input that violates an oracle. */
export interface Find extends Violation {
  readonly kind: string;
  /** The number of the input in its run. */
  readonly index: number;
  /** The smallest input that was found to do the same. */
  readonly input: string;
}

/** What examining one input gave. */
export interface Outcome {
  readonly finds: readonly Find[];
  /** The number of edits, messages or mutations in the input. */
  readonly size: number;
}

/** The inputs of a kind by number. */
export interface Examiner {
  /** Examines an input, and reduces it if it violates an oracle in a way that is not known. */
  examine(index: number, isKnown: (violation: Violation) => boolean): Promise<Outcome>;
  /** The input as text. */
  print(index: number): string;
}

/** The inputs of a kind for a seed. Each depends only on the seed, its number and the texts to start from. */
export function examinerOf<I>(kind: Kind<I>, seed: string, seeds: Seeds): Examiner {
  const nameOf = (index: number) => `${seed} ${kind.name} ${index}`;
  const generate = (index: number) => kind.generate(new Random(nameOf(index)), seeds);
  return {
    print: (index) => kind.print(generate(index)),
    async examine(index, isKnown) {
      const input = generate(index);
      const violations = (each: I) => kind.violations(each, new Random(`${nameOf(index)} choices`));
      const found = (await violations(input)).filter((violation) => !isKnown(violation));
      const finds: Find[] = [];
      for (const violation of found) {
        const signature = signatureOf(violation);
        const isSame = async (each: I) =>
          (await violations(each)).some((other) => signatureOf(other) === signature);
        const smallest = kind.print(await kind.minimize(input, isSame));
        finds.push({ ...violation, kind: kind.name, index, input: smallest });
      }
      return { finds, size: kind.size(input) };
    },
  };
}

/** A text that is equal for violations with presumably the same cause: without names and numbers. */
export function signatureOf({ oracle, message }: Violation): string {
  const shape = message.replace(/`[^`]*`|"[^"]*"|'[^']*'/gu, '…').replace(/(?<!\.ts:)\b\d+(?:\.\d+)?/gu, 'N');
  return `${oracle}: ${shape.slice(0, 150)}`;
}
