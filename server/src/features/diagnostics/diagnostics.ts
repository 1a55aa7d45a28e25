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
 * Everything for which Caffe refuses the file, in the given states (by default those in which it is built), and what the
 * tool has to say of it besides, as far as nobody asked for silence. The fault at which Caffe would stop is marked `first`. Faults
 * that only follow from another are held back.
 */
export function diagnostics(document: Document, states?: readonly NetState[]): readonly Diagnostic[] {
  if (states) return findDiagnostics(document, states);
  const found = ofBuiltStates.get(document) ?? findDiagnostics(document, undefined);
  ofBuiltStates.set(document, found);
  return found;
}

/** Editors ask for actions and hovers wherever the cursor goes. */
const ofBuiltStates = new WeakMap<Document, readonly Diagnostic[]>();

function findDiagnostics(document: Document, states: readonly NetState[] | undefined): readonly Diagnostic[] {
  const strange = notCaffe(document);
  if (strange.length > 0 || !document.root) return strange;
  const notes = document.surroundings.notes.map(noteDiagnostic);
  const found = [...contentDiagnostics(document, states), ...commentNotes(document), ...notes];
  // In one state of several, or while the text is at fault, not everything is said that a comment may silence.
  const asked = states ?? document.settings.state;
  const complete = asked === undefined && document.textProblems().length === 0;
  return controlled(document, [...found, ...(complete ? ignoreNotes(document, found) : [])]);
}

/** Everything for which Caffe refuses the file, what people regret, and of a net, the shapes that cannot be known. */
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

/** A half-typed name is unknown and has no value: of several problems at one place the one at which Caffe stops, or the first. */
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

/** The name of the layer whose block holds the range. */
function layerNameAt(document: Document, range: Range): string | null {
  const layer = document.source().upgraded.layers.find((each) => {
    const { start, end } = layerExtent(document.tree, each);
    return start <= range.start && range.start < end;
  });
  return layer ? layer.message.text('name') : null;
}

/** A solver belongs to no state. Its faults are held back while its text is at fault: a field may only be misspelt. */
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
    // Faults are gathered step by step and layer by layer, which is Caffe's order.
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

/** A layer that could not be upgraded is not judged further: Caffe never comes to build it. */
function repeatsUpgrade(fault: Fault, faults: readonly Fault[]): boolean {
  if (fault.stage === 'upgrade' || fault.layer === null) return false;
  return faults.some((other) => other.stage === 'upgrade' && other.layer === fault.layer);
}

/** A layer whose text is at fault is not judged further, nor are blobs that it may have been meant to make. */
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

/** What was probably meant, and what the fixers of the check know to do. */
function waysOut(
  document: Document,
  { check, range, instead }: Pick<TextProblem, 'check' | 'range' | 'instead'>,
  held: readonly NetState[],
): Fix[] {
  const meant = insteadFix(document.text, range, instead, check);
  return [...meant, ...fixesOf(document, check, range, held)];
}
