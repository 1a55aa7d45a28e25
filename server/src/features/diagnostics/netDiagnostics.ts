import { findCheck } from '../../checks/catalogue.ts';
import type { Document } from '../../document/document.ts';
import { relatedRanges } from '../../document/related.ts';
import type { Fix } from '../../edit/fix.ts';
import type { Effort } from '../../fixes/effort.ts';
import { fixesOf } from '../../fixes/registry.ts';
import type { Failure } from '../../net/failure.ts';
import type { NetState } from '../../net/states/state.ts';
import type { TextError } from '../../schema/check.ts';
import type { Range } from '../../text/range.ts';
import type { Diagnostic } from '../types.ts';
import { isCascading } from './cascading.ts';
import { replacementFix } from './replacementFix.ts';
import { stateNotice } from './stateNotice.ts';

/** The failures of a net in some states; the first one is marked if the text has no errors. */
export function netDiagnostics(
  document: Document,
  states: readonly NetState[],
  errors: readonly TextError[],
): Diagnostic[] {
  const merged = new Map<string, { failure: Failure; held: NetState[]; first: boolean }>();
  for (const state of states) {
    const failures = document.net(state).failures;
    // Failures are in the order of Caffe: by build step, then by layer.
    const first = errors.length === 0 ? failures[0] : undefined;
    const notUpgraded = layersNotUpgraded(failures);
    const causes = new Set<Range>();
    for (const failure of failures) {
      if (isHeldBack(document, failure, errors) || repeatsUpgrade(failure, notUpgraded)) continue;
      if (failure.cause && causes.has(failure.cause.range)) continue;
      if (failure.cause) causes.add(failure.cause.range);
      const { start, end } = document.rangeOf(failure.location);
      const key = `${failure.check} ${start} ${end}`;
      const known = merged.get(key) ?? { failure, held: [], first: false };
      if (!known.held.includes(state)) known.held.push(state);
      known.first ||= failure === first;
      merged.set(key, known);
    }
  }
  return [...merged.values()].map(({ failure, held, first }) =>
    failureDiagnostic(document, failure, held, states, first),
  );
}

/** The names of the layers whose upgrade failed. */
function layersNotUpgraded(failures: readonly Failure[]): ReadonlySet<string | null> {
  return new Set(failures.filter(({ step }) => step === 'upgrade').map(({ layer }) => layer));
}

/** Whether a failure follows a failed upgrade of its layer: Caffe stops before setting it up. */
function repeatsUpgrade({ step, layer }: Failure, notUpgraded: ReadonlySet<string | null>): boolean {
  return step !== 'upgrade' && layer !== null && notUpgraded.has(layer);
}

/**
 * Whether a failure may be caused by a text error: of its own block, or a missing blob that a broken layer may produce.
 */
function isHeldBack(document: Document, failure: Failure, errors: readonly TextError[]): boolean {
  if (errors.length > 0 && failure.check === 'net/unknown-bottom') return true;
  return isCascading(document, document.rangeOf(failure.location));
}

/** A failure in the states in which it occurs, of all states. */
export function failureDiagnostic(
  document: Document,
  failure: Failure,
  held: readonly NetState[],
  states: readonly NetState[],
  first: boolean,
): Diagnostic {
  const { check, replacement } = failure;
  const range = document.rangeOf(failure.location);
  return {
    severity: 'error',
    code: check,
    message: `${failure.message}${stateNotice(held, states)}`,
    range,
    layer: failure.layer,
    states: held,
    caffePhrase: findCheck(check)?.phrase,
    first: first || undefined,
    forks: failure.forks,
    related: relatedRanges(document, failure.related),
    fixes: (effort) => quickFixes(document, { check, range, replacement }, held, effort),
  };
}

/** The suggestion, then the fixes of the fixers for the check. */
export function quickFixes(
  document: Document,
  { check, range, replacement }: Pick<TextError, 'check' | 'range' | 'replacement'>,
  held: readonly NetState[],
  effort: Effort | undefined,
): Fix[] {
  const meant = replacementFix(document.text, range, replacement, check);
  return [...meant, ...fixesOf(document, check, range, held, effort)];
}
