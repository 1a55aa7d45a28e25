import type { Finding, Rule } from './rule.ts';

/** Takes what a rule finds at one place. It throws where the rule failed. */
export type Take = (rule: Rule, found: () => Iterable<Finding>) => void;

/** A look of a rule at one place, and whether the rule has to look again whatever it found. */
export interface Look {
  find(): Iterable<Finding>;
  readonly isOpen?: boolean;
}

/** Lets rules look at one place, and returns those that have to look there again: they found something, or failed. */
export function askAll(rules: readonly Rule[], lookOf: (rule: Rule) => Look, take: Take): readonly Rule[] {
  return rules.filter((rule) => {
    const look = lookOf(rule);
    const found = attempt(() => [...look.find()]);
    if (found.answer?.length === 0) return look.isOpen ?? false;
    take(rule, () => found.answer ?? raise(found.error));
    return true;
  });
}

function attempt<T>(work: () => T): { readonly answer?: T; readonly error?: unknown } {
  try {
    return { answer: work() };
  } catch (error) {
    return { error };
  }
}

function raise(error: unknown): never {
  throw error;
}
