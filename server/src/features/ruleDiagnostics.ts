import type { Document } from '../document/document.ts';
import type { NetState } from '../net/state.ts';
import { type RuleFinding, ruleFindings } from '../rules/findings.ts';
import type { TextProblem } from '../schema/check.ts';
import { isFollowOn } from './followOn.ts';
import { phaseNote } from './phaseNote.ts';
import type { Diagnostic } from './types.ts';

/** What Caffe accepts and people regret, as far as the text around it is sound. */
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

function ruleDiagnostic(finding: RuleFinding, states: readonly NetState[]): Diagnostic {
  const { code, severity, message, range, layer, phases, related, tags, fixes } = finding;
  return {
    severity,
    code,
    message: `${message}${phaseNote(phases, states)}`,
    range,
    layer: layer ?? null,
    phases,
    related,
    tags,
    fixes,
  };
}
