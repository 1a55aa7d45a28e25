import { findCheck } from '../../checks/catalogue.ts';
import type { Document } from '../../document/document.ts';
import { layerExtent, touching } from '../../document/layers.ts';
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
import { foreignFile } from './foreignFile.ts';
import { limited } from './limited.ts';
import { fileNotices, noticeDiagnostic } from './notices.ts';
import { replacementFix } from './replacementFix.ts';
import { ruleDiagnostics } from './ruleDiagnostics.ts';
import { stateNotice } from './stateNotice.ts';
import { unknownShapes } from './unknownShapes.ts';
import { applyUserSettings } from './userSettings.ts';

/**
 * The failures, findings and notices of a file in the given states (by default those in which it is built), without
 * suppressed ones. The failure at which Caffe stops is marked `first`. Cascading failures are not reported.
 */
export function diagnostics(document: Document, states?: readonly NetState[]): readonly Diagnostic[] {
  if (states) return findDiagnostics(document, states);
  const found = ofBuiltStates.get(document) ?? findDiagnostics(document, undefined);
  ofBuiltStates.set(document, found);
  return found;
}

/** Cached, as editors request actions and hovers on every cursor move. */
const ofBuiltStates = new WeakMap<Document, readonly Diagnostic[]>();

function findDiagnostics(document: Document, states: readonly NetState[] | undefined): readonly Diagnostic[] {
  const strange = foreignFile(document);
  if (strange.length > 0 || !document.root) return strange;
  const notes = document.context.notices.map(noticeDiagnostic);
  const found = [...contentDiagnostics(document, states), ...fileNotices(document), ...notes];
  // A suppression may be needed for a different state, or for a problem that text errors hide.
  const asked = states ?? document.settings.state;
  const complete = asked === undefined && document.textErrors().length === 0;
  return limited(applyUserSettings(document, found, complete));
}

/** The failures and findings of a file, and the unknown shapes of a net. */
function contentDiagnostics(
  document: Document,
  states: readonly NetState[] | undefined,
): readonly Diagnostic[] {
  const errors = document.textErrors();
  const ofText = onePerRange(errors).map((error) => textDiagnostic(document, error));
  const wanted = states ?? document.states().states;
  const ofRules = ruleDiagnostics(document, wanted, errors);
  if (document.root === 'SolverParameter')
    return [...ofText, ...solverDiagnostics(document, errors), ...ofRules];
  const ofNet = netDiagnostics(document, wanted, errors);
  return [...ofText, ...ofNet, ...ofRules, ...unknownShapes(document, wanted)];
}

/** One problem per range, as a half-typed name has several: the one at which Caffe stops, otherwise the first. */
function onePerRange(errors: readonly TextError[]): readonly TextError[] {
  const byRange = new Map<string, TextError>();
  for (const error of errors) {
    const key = `${error.range.start} ${error.range.end}`;
    if (error.first || !byRange.has(key)) byRange.set(key, error);
  }
  return [...byRange.values()];
}

function textDiagnostic(document: Document, error: TextError): Diagnostic {
  return {
    severity: 'error',
    code: error.check,
    message: error.message,
    range: error.range,
    layer: layerNameAt(document, error.range),
    states: [],
    caffePhrase: findCheck(error.check)?.phrase,
    caffeRange: error.caffeRange,
    first: error.first,
    forks: error.forks,
    related: error.related,
    fixes: (effort) => quickFixes(document, error, [], effort),
  };
}

/** The name of the layer that contains the start of a range. */
function layerNameAt(document: Document, { start }: Range): string | null {
  const { layers } = document.netInput().upgraded;
  const layer = touching(document.tree, layers, { start, end: start }).find(
    (each) => start < layerExtent(document.tree, each).end,
  );
  return layer?.message.text('name') ?? null;
}

/** The failures of a solver, which has no state. None if it has text errors, as a field may be misspelled. */
function solverDiagnostics(document: Document, errors: readonly TextError[]): Diagnostic[] {
  if (errors.length > 0) return [];
  return document
    .solverFailures()
    .map((failure, index) => failureDiagnostic(document, failure, [], [], index === 0));
}

function netDiagnostics(
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

function failureDiagnostic(
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
function quickFixes(
  document: Document,
  { check, range, replacement }: Pick<TextError, 'check' | 'range' | 'replacement'>,
  held: readonly NetState[],
  effort: Effort | undefined,
): Fix[] {
  const meant = replacementFix(document.text, range, replacement, check);
  return [...meant, ...fixesOf(document, check, range, held, effort)];
}
