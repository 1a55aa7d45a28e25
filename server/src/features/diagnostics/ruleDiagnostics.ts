import type { Document } from '../../document/document.ts';
import { guarded } from '../../document/guarded.ts';
import type { Fix } from '../../edit/fix.ts';
import { Effort } from '../../fixes/effort.ts';
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
    .map((finding) => ruleDiagnostic(document, finding, states));
}

function ruleDiagnostic(document: Document, finding: RuleFinding, all: readonly NetState[]): Diagnostic {
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
    fixes: fixes && ((effort = new Effort()) => ruleFixes(document, finding, effort)),
  };
}

function ruleFixes(document: Document, { code, range, fixes }: RuleFinding, effort: Effort): readonly Fix[] {
  if (!fixes || effort.isSpent) return [];
  effort.search(document, range);
  const found = guarded(document, `Quick fixes for ${code}`, range, fixes) ?? [];
  effort.found(found);
  return found;
}
