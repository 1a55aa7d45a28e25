import { findCheck } from '../../checks/catalogue.ts';
import type { Document } from '../../document/document.ts';
import { layerExtent, touching } from '../../document/layers.ts';
import type { NetState } from '../../net/states/state.ts';
import type { TextError } from '../../schema/check.ts';
import type { Range } from '../../text/range.ts';
import type { Diagnostic } from '../types.ts';
import { foreignFile } from './foreignFile.ts';
import { inlineNetDiagnostics } from './inlineNetDiagnostics.ts';
import { limited } from './limited.ts';
import { failureDiagnostic, netDiagnostics, quickFixes } from './netDiagnostics.ts';
import { fileNotices, noticeDiagnostic } from './notices.ts';
import { ruleDiagnostics } from './ruleDiagnostics.ts';
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

/**
 * The failures of a solver, which has no state, and of the nets in it. None of the solver if it has text errors, as a
 * field may be misspelled.
 */
function solverDiagnostics(document: Document, errors: readonly TextError[]): Diagnostic[] {
  const failures = errors.length === 0 ? document.solverFailures() : [];
  const mayBeFirst = errors.length === 0 && failures.length === 0;
  return [
    ...failures.map((failure, index) => failureDiagnostic(document, failure, [], [], index === 0)),
    ...inlineNetDiagnostics(document, mayBeFirst),
  ];
}
