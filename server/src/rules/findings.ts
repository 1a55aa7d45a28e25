import type { Severity } from '../checks/severity.ts';
import type { Document } from '../document/document.ts';
import type { NetState, Phase } from '../net/state.ts';
import { rules } from './registry.ts';
import type { Finding, Rule } from './rule.ts';

/** What a rule found, in the phases in which it holds; none for what the text alone says. */
export interface RuleFinding extends Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly phases: readonly Phase[];
}

/**
 * Everything that rules, by default all, have to say of a file in the given states; those that are set to `off` are not
 * asked. One that fails says so, and the others go on.
 */
export function ruleFindings(
  document: Document,
  states: readonly NetState[],
  asked: readonly Rule[] = rules,
): RuleFinding[] {
  return asked
    .filter(({ code }) => document.levelOf(code) !== 'off')
    .flatMap((rule) => {
      try {
        return [...ofFile(rule, document), ...ofNets(rule, document, states)];
      } catch (error) {
        return [failed(rule, error)];
      }
    });
}

function failed({ code }: Rule, error: unknown): RuleFinding {
  const message = `The rule \`${code}\` failed on this file, which is a mistake of this tool: ${String(error)}`;
  return {
    code: 'tool/rule-failed',
    severity: 'information',
    message,
    range: { start: 0, end: 1 },
    phases: [],
  };
}

function ofFile(rule: Rule, document: Document): RuleFinding[] {
  return [...(rule.file?.(document) ?? [])].map((finding) => ({ ...finding, ...named(rule), phases: [] }));
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
      merged.set(key, { ...(known ?? finding), ...named(rule), phases: [...phases, state.phase] });
    }
  }
  return [...merged.values()];
}

function named({ code, severity }: Rule): Pick<RuleFinding, 'code' | 'severity'> {
  return { code, severity };
}
