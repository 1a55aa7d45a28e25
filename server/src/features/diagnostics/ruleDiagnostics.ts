import type { Document } from '../../document/document.ts';
import type { NetState } from '../../net/states/state.ts';
import { type RuleFinding, ruleFindings } from '../../rules/findings.ts';
import type { TextProblem } from '../../schema/check.ts';
import type { Diagnostic } from '../types.ts';
import { isFollowOn } from './followOn.ts';
import { stateNote } from './stateNote.ts';

/** The findings of rules, except in blocks with text errors. */
export function ruleDiagnostics(
  document: Document,
  states: readonly NetState[],
  problems: readonly TextProblem[],
): Diagnostic[] {
  return ruleFindings(document, states)
    .filter(({ needsWhole }) => !needsWhole || problems.length === 0)
    .filter(({ range }) => !isFollowOn(document, range, problems))
    .map((finding) => ruleDiagnostic(finding, states));
}

function ruleDiagnostic(finding: RuleFinding, all: readonly NetState[]): Diagnostic {
  const { code, severity, message, range, layer, states, related, tags, fixes } = finding;
  return {
    severity,
    code,
    message: `${message}${stateNote(states, all)}`,
    range,
    layer: layer ?? null,
    states,
    related,
    tags,
    fixes,
  };
}
