import type { Finding, Rule } from './rule.ts';

/** Takes what a rule finds at one place. It throws where the rule failed. */
export type Take = (rule: Rule, found: () => Iterable<Finding>) => void;

/**
 * Of rules that look at one place, those that have to look there each time: they find something, or fail, or `isOpen` holds
 * behind their look. Undefined where none has to.
 */
export function lookingRules(
  rules: readonly Rule[],
  look: (rule: Rule) => Iterable<Finding>,
  isOpen: () => boolean = () => false,
): readonly Rule[] | undefined {
  const looking = rules.filter((rule) => {
    const finds = findsOrFails(() => look(rule));
    return isOpen() || finds;
  });
  return looking.length > 0 ? looking : undefined;
}

function findsOrFails(look: () => Iterable<Finding>): boolean {
  try {
    for (const _ of look()) return true;
    return false;
  } catch {
    return true;
  }
}
