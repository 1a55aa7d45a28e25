import type { Finding, Rule } from './rule.ts';

/** Takes what a rule finds at one place. It throws where the rule failed. */
export type Take = (rule: Rule, found: () => Iterable<Finding>) => void;

/**
 * Lets rules look at one place, and returns those that have to look there again: they found something, or failed, or `isOpen`
 * holds behind their look.
 */
export function askAll(
  rules: readonly Rule[],
  look: (rule: Rule) => Iterable<Finding>,
  take: Take,
  isOpen: () => boolean = () => false,
): readonly Rule[] {
  return rules.filter((rule) => {
    const found = attempt(() => [...look(rule)]);
    const looksAgain = isOpen();
    if (found.answer?.length === 0) return looksAgain;
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
