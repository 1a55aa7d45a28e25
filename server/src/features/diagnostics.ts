import { findCheck } from '../checks/catalogue.ts';
import type { Document } from '../document/document.ts';
import type { Fault } from '../net/fault.ts';
import { type NetState, netState, type Phase, phases } from '../net/state.ts';
import type { TextProblem } from '../schema/check.ts';
import { overlaps, type Range } from '../text/range.ts';
import { commentNotes, noteDiagnostic } from './notes.ts';
import type { Diagnostic } from './types.ts';
import { unknownShapes } from './unknownShapes.ts';

/**
 * Everything for which Caffe refuses the file, in the given states (both phases by default), and what the tool has to
 * say of it besides. The fault at which Caffe would stop is marked `first`. Faults that only follow from another are
 * held back.
 */
export function diagnostics(document: Document, states?: readonly NetState[]): readonly Diagnostic[] {
  if (!document.root) return binaryDiagnostic(document);
  const notes = document.surroundings.notes.map(noteDiagnostic);
  return [...caffeDiagnostics(document, states), ...commentNotes(document), ...notes];
}

/** Everything for which Caffe refuses the file, and of a net, the shapes that cannot be known. */
function caffeDiagnostics(
  document: Document,
  states: readonly NetState[] | undefined,
): readonly Diagnostic[] {
  const problems = document.textProblems();
  const ofText = problems.map((problem) => textDiagnostic(document, problem));
  if (document.root === 'SolverParameter') return [...ofText, ...solverDiagnostics(document, problems)];
  const wanted = states ?? bothPhases(document);
  return [...ofText, ...netDiagnostics(document, wanted, problems), ...unknownShapes(document, wanted)];
}

/** A file that is neither a net nor a solver is none of our business, but one that is no text deserves a word. */
function binaryDiagnostic(document: Document): Diagnostic[] {
  const offset = firstControl(document.text);
  if (offset < 0) return [];
  return [
    {
      severity: 'error',
      code: 'text/control-character',
      message:
        'This is not a text: it holds bytes that no text has. A trained model (`.caffemodel`) is binary; the net that it belongs to is a text.',
      range: { start: offset, end: offset + 1 },
      layer: null,
      phases: [],
      caffePhrase: findCheck('text/control-character')?.phrase,
      first: true,
    },
  ];
}

/** Where the first character stands that is neither printed nor white space; −1 if there is none. */
function firstControl(text: string): number {
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code < 32 && (code < 9 || code > 13)) return offset;
  }
  return -1;
}

function bothPhases({ settings }: Document): NetState[] {
  return phases.map((phase) => netState(phase, settings.level, settings.stages));
}

function textDiagnostic(document: Document, problem: TextProblem): Diagnostic {
  return {
    severity: 'error',
    code: problem.check,
    message: problem.message,
    range: problem.range,
    layer: layerNameAt(document, problem.range),
    phases: [],
    caffePhrase: findCheck(problem.check)?.phrase,
    caffeRange: problem.caffeRange,
    first: problem.first,
    forks: problem.forks,
    instead: problem.instead,
  };
}

/** The name of the layer whose block holds the range. */
function layerNameAt(document: Document, range: Range): string | null {
  const layer = document.source().upgraded.layers.find(({ block, field }) => {
    const start = block.start + field.range.start;
    return start <= range.start && range.start < block.start + field.range.end;
  });
  return layer ? layer.message.text('name') : null;
}

/** A solver belongs to no phase. Its faults are held back while its text is at fault: a field may only be misspelt. */
function solverDiagnostics(document: Document, problems: readonly TextProblem[]): Diagnostic[] {
  if (problems.length > 0) return [];
  return document.solverFaults().map((fault, index) => faultDiagnostic(fault, [], index === 0, 0));
}

function netDiagnostics(
  document: Document,
  states: readonly NetState[],
  problems: readonly TextProblem[],
): Diagnostic[] {
  const merged = new Map<string, { fault: Fault; phases: Phase[]; first: boolean }>();
  for (const state of states) {
    const faults = document.net(state).faults;
    // Faults are gathered step by step and layer by layer, which is Caffe's order.
    const first = problems.length === 0 ? faults[0] : undefined;
    for (const fault of faults) {
      if (isFollowOn(document, fault, problems) || repeatsUpgrade(fault, faults)) continue;
      const key = `${fault.check} ${fault.range.start} ${fault.range.end}`;
      const known = merged.get(key) ?? { fault, phases: [], first: false };
      if (!known.phases.includes(state.phase)) known.phases.push(state.phase);
      known.first ||= fault === first;
      merged.set(key, known);
    }
  }
  return [...merged.values()].map(({ fault, phases: held, first }) =>
    faultDiagnostic(fault, held, first, states.length),
  );
}

/** A layer that could not be upgraded is not judged further: Caffe never comes to build it. */
function repeatsUpgrade(fault: Fault, faults: readonly Fault[]): boolean {
  if (fault.stage === 'upgrade' || fault.layer === null) return false;
  return faults.some((other) => other.stage === 'upgrade' && other.layer === fault.layer);
}

/** A layer whose text is at fault is not judged further, nor are blobs that it may have been meant to make. */
function isFollowOn(document: Document, fault: Fault, problems: readonly TextProblem[]): boolean {
  if (problems.length === 0) return false;
  if (fault.check === 'net/unknown-bottom') return true;
  const block = document.tree.blocks.find(
    ({ start, syntax }) => start <= fault.range.start && fault.range.start < start + syntax.text.length,
  );
  if (!block) return false;
  const whole = { start: block.start, end: block.start + block.syntax.text.length - 1 };
  return problems.some((problem) => overlaps(problem.range, whole));
}

function faultDiagnostic(fault: Fault, held: readonly Phase[], first: boolean, states: number): Diagnostic {
  const onlyIn = held.length < states ? ` (${held.join(', ')} phase only)` : '';
  return {
    severity: 'error',
    code: fault.check,
    message: `${fault.message}${onlyIn}`,
    range: fault.range,
    layer: fault.layer,
    phases: held,
    caffePhrase: findCheck(fault.check)?.phrase,
    first: first || undefined,
    forks: fault.forks,
    instead: fault.instead,
    related: fault.related,
  };
}
