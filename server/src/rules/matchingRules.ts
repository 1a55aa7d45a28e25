import type { Finding, Rule } from './rule.ts';

/** Receives the findings of a rule at one location. Iterating `found` throws if the rule fails. */
export type TakeFindings = (rule: Rule, found: () => Iterable<Finding>) => void;

/**
 * The rules that must run at a location on every check: those that find something or fail there, or after which `isOpen`
 * returns true. Undefined if there are none.
 */
export function matchingRules(
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
