import { findCheck } from '../../checks/catalogue.ts';
import type { Document } from '../../document/document.ts';
import { layerExtent } from '../../document/layers.ts';
import { relatedRanges } from '../../document/related.ts';
import type { Fix } from '../../edit/fix.ts';
import { fixesOf } from '../../fixes/registry.ts';
import type { Fault } from '../../net/fault.ts';
import type { NetState } from '../../net/states/state.ts';
import type { TextProblem } from '../../schema/check.ts';
import type { Range } from '../../text/range.ts';
import type { Diagnostic } from '../types.ts';
import { controlled, ignoreNotes } from './control.ts';
import { isFollowOn } from './followOn.ts';
import { insteadFix } from './insteadFix.ts';
import { notCaffe } from './notCaffe.ts';
import { commentNotes, noteDiagnostic } from './notes.ts';
import { ruleDiagnostics } from './ruleDiagnostics.ts';
import { stateNote } from './stateNote.ts';
import { unknownShapes } from './unknownShapes.ts';

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
  const strange = notCaffe(document);
  if (strange.length > 0 || !document.root) return strange;
  const notes = document.surroundings.notes.map(noteDiagnostic);
  const found = [...contentDiagnostics(document, states), ...commentNotes(document), ...notes];
  // A suppression may be needed for a different state, or for a problem that text errors hide.
  const asked = states ?? document.settings.state;
  const complete = asked === undefined && document.textProblems().length === 0;
  return controlled(document, [...found, ...(complete ? ignoreNotes(document, found) : [])]);
}

/** The failures and findings of a file, and the unknown shapes of a net. */
function contentDiagnostics(
  document: Document,
  states: readonly NetState[] | undefined,
): readonly Diagnostic[] {
  const problems = document.textProblems();
  const ofText = onePerPlace(problems).map((problem) => textDiagnostic(document, problem));
  const wanted = states ?? document.states().states;
  const ofRules = ruleDiagnostics(document, wanted, problems);
  if (document.root === 'SolverParameter')
    return [...ofText, ...solverDiagnostics(document, problems), ...ofRules];
  const ofNet = netDiagnostics(document, wanted, problems);
  return [...ofText, ...ofNet, ...ofRules, ...unknownShapes(document, wanted)];
}

/** One problem per range, as a half-typed name has several: the one at which Caffe stops, otherwise the first. */
function onePerPlace(problems: readonly TextProblem[]): readonly TextProblem[] {
  const places = new Map<string, TextProblem>();
  for (const problem of problems) {
    const place = `${problem.range.start} ${problem.range.end}`;
    if (problem.first || !places.has(place)) places.set(place, problem);
  }
  return [...places.values()];
}

function textDiagnostic(document: Document, problem: TextProblem): Diagnostic {
  return {
    severity: 'error',
    code: problem.check,
    message: problem.message,
    range: problem.range,
    layer: layerNameAt(document, problem.range),
    states: [],
    caffePhrase: findCheck(problem.check)?.phrase,
    caffeRange: problem.caffeRange,
    first: problem.first,
    forks: problem.forks,
    related: problem.related,
    fixes: () => waysOut(document, problem, []),
  };
}

/** The name of the layer that contains the range. */
function layerNameAt(document: Document, range: Range): string | null {
  const layer = document.source().upgraded.layers.find((each) => {
    const { start, end } = layerExtent(document.tree, each);
    return start <= range.start && range.start < end;
  });
  return layer ? layer.message.text('name') : null;
}

/** The failures of a solver, which has no state. None if it has text errors, as a field may be misspelled. */
function solverDiagnostics(document: Document, problems: readonly TextProblem[]): Diagnostic[] {
  if (problems.length > 0) return [];
  return document.solverFaults().map((fault, index) => faultDiagnostic(document, fault, [], [], index === 0));
}

function netDiagnostics(
  document: Document,
  states: readonly NetState[],
  problems: readonly TextProblem[],
): Diagnostic[] {
  const merged = new Map<string, { fault: Fault; held: NetState[]; first: boolean }>();
  for (const state of states) {
    const faults = document.net(state).faults;
    // Failures are in the order of Caffe: by build step, then by layer.
    const first = problems.length === 0 ? faults[0] : undefined;
    const causes = new Set<Range>();
    for (const fault of faults) {
      if (isHeldBack(document, fault, problems) || repeatsUpgrade(fault, faults)) continue;
      if (fault.cause && causes.has(fault.cause.range)) continue;
      if (fault.cause) causes.add(fault.cause.range);
      const { start, end } = document.rangeOf(fault.place);
      const key = `${fault.check} ${start} ${end}`;
      const known = merged.get(key) ?? { fault, held: [], first: false };
      if (!known.held.includes(state)) known.held.push(state);
      known.first ||= fault === first;
      merged.set(key, known);
    }
  }
  return [...merged.values()].map(({ fault, held, first }) =>
    faultDiagnostic(document, fault, held, states, first),
  );
}

/** Whether a failure follows a failed upgrade of its layer: Caffe stops before setting it up. */
function repeatsUpgrade(fault: Fault, faults: readonly Fault[]): boolean {
  if (fault.stage === 'upgrade' || fault.layer === null) return false;
  return faults.some((other) => other.stage === 'upgrade' && other.layer === fault.layer);
}

/**
 * Whether a failure may be caused by a text error: of its own block, or a missing blob that a broken layer may produce.
 */
function isHeldBack(document: Document, fault: Fault, problems: readonly TextProblem[]): boolean {
  if (problems.length > 0 && fault.check === 'net/unknown-bottom') return true;
  return isFollowOn(document, document.rangeOf(fault.place), problems);
}

function faultDiagnostic(
  document: Document,
  fault: Fault,
  held: readonly NetState[],
  states: readonly NetState[],
  first: boolean,
): Diagnostic {
  const { check, instead } = fault;
  const range = document.rangeOf(fault.place);
  return {
    severity: 'error',
    code: check,
    message: `${fault.message}${stateNote(held, states)}`,
    range,
    layer: fault.layer,
    states: held,
    caffePhrase: findCheck(check)?.phrase,
    first: first || undefined,
    forks: fault.forks,
    related: relatedRanges(document, fault.related),
    fixes: () => waysOut(document, { check, range, instead }, held),
  };
}

/** The suggestion, then the fixes of the fixers for the check. */
function waysOut(
  document: Document,
  { check, range, instead }: Pick<TextProblem, 'check' | 'range' | 'instead'>,
  held: readonly NetState[],
): Fix[] {
  const meant = insteadFix(document.text, range, instead, check);
  return [...meant, ...fixesOf(document, check, range, held)];
}
