import type { Document } from '../document/document.ts';
import type { NetState, Phase } from '../net/state.ts';
import { rules } from './registry.ts';
import type { Finding, Rule } from './rule.ts';

/** What a rule found, in the phases in which it holds; none for what the text alone says. */
export interface RuleFinding extends Finding {
  readonly rule: Rule;
  readonly phases: readonly Phase[];
}

/** Everything that the rules have to say of a file in the given states; those that are set to `off` are not asked. */
export function ruleFindings(document: Document, states: readonly NetState[]): RuleFinding[] {
  return rules
    .filter(({ code }) => document.levelOf(code) !== 'off')
    .flatMap((rule) => [...ofFile(rule, document), ...ofNets(rule, document, states)]);
}

function ofFile(rule: Rule, document: Document): RuleFinding[] {
  return [...(rule.file?.(document) ?? [])].map((finding) => ({ ...finding, rule, phases: [] }));
}

function ofNets(rule: Rule, document: Document, states: readonly NetState[]): RuleFinding[] {
  if (!rule.net || document.root !== 'NetParameter') return [];
  const merged = new Map<string, RuleFinding>();
  for (const state of states) {
    for (const finding of rule.net(document.net(state), document)) {
      const key = `${finding.range.start} ${finding.range.end}`;
      const known = merged.get(key);
      const phases = known?.phases ?? [];
      if (known && phases.includes(state.phase)) continue;
      merged.set(key, { ...(known ?? finding), rule, phases: [...phases, state.phase] });
    }
  }
  return [...merged.values()];
}
