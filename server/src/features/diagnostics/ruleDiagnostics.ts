import type { Document } from '../../document/document.ts';
import type { NetState } from '../../net/states/state.ts';
import { type RuleFinding, ruleFindings } from '../../rules/findings.ts';
import type { TextError } from '../../schema/check.ts';
import type { Diagnostic } from '../types.ts';
import { isCascading } from './cascading.ts';
import { stateNotice } from './stateNotice.ts';

/** The findings of rules, except in blocks with text errors. */
export function ruleDiagnostics(
  document: Document,
  states: readonly NetState[],
  errors: readonly TextError[],
): Diagnostic[] {
  return ruleFindings(document, states)
    .filter(({ needsWhole }) => !needsWhole || errors.length === 0)
    .filter(({ range }) => !isCascading(document, range))
    .map((finding) => ruleDiagnostic(finding, states));
}

function ruleDiagnostic(finding: RuleFinding, all: readonly NetState[]): Diagnostic {
  const { code, severity, message, range, layer, states, related, tags, fixes } = finding;
  return {
    severity,
    code,
    message: `${message}${stateNotice(states, all)}`,
    range,
    layer: layer ?? null,
    states,
    related,
    tags,
    fixes,
  };
}
