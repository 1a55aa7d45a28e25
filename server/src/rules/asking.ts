import type { Finding, Rule } from './rule.ts';

/** Takes what a rule finds at one place. It throws where the rule failed. */
export type Take = (rule: Rule, found: () => Iterable<Finding>) => void;

/** Lets rules look at one place, and returns those that find something there, or fail. */
export function askAll(
  rules: readonly Rule[],
  look: (rule: Rule) => Iterable<Finding>,
  take: Take,
): readonly Rule[] {
  return rules.filter((rule) => {
    const found = attempt(() => [...look(rule)]);
    if (found.answer?.length === 0) return false;
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
