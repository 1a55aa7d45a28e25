import type { Document } from '../document/document.ts';
import { guarded } from '../document/guarded.ts';
import { layerExtent, touching, writtenLayers } from '../document/layers.ts';
import type { Fix } from '../edit/fix.ts';
import { unlessStopped } from '../layers/context.ts';
import { groupPairs } from '../memo/lists.ts';
import { onceFor } from '../memo/onceFor.ts';
import type { Failure } from '../net/failure.ts';
import type { Layer, Net } from '../net/net.ts';
import type { NetState } from '../net/states/state.ts';
import type { TextError } from '../schema/check.ts';
import { type NodePath, nodeAt } from '../syntax/parse.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import type { Range } from '../text/range.ts';
import { Effort } from './effort.ts';
import type { FixContext, Fixer } from './fixer.ts';
import { arity } from './net/arity.ts';
import { duplicateTop } from './net/duplicateTop.ts';
import { bothRules, parallelLists } from './net/layerLists.ts';
import { missingInner } from './net/missingInner.ts';
import { missingType } from './net/missingType.ts';
import { bareInputs, inputFields } from './net/netInputs.ts';
import { sharing, statistics, surplusParams } from './net/sharing.ts';
import { surplusBottoms } from './net/surplusBottoms.ts';
import { unknownBottom } from './net/unknownBottom.ts';
import { confusedSyntax, mixedSyntax } from './net/upgrade.ts';
import { withoutLabels } from './net/withoutLabels.ts';
import { axes } from './shapes/axes.ts';
import { broadcasts } from './shapes/broadcast.ts';
import { crops } from './shapes/crops.ts';
import { inPlaceLayers } from './shapes/inPlace.ts';
import { missingAxes } from './shapes/missingAxes.ts';
import { coefficients, oddSize, oldAxes, slicePoints } from './shapes/multiInput.ts';
import { reshapes } from './shapes/reshapes.ts';
import { sequences } from './shapes/sequences.ts';
import { shapeMismatch } from './shapes/shapeMismatch.ts';
import { tooLarge } from './shapes/tooLarge.ts';
import { duplicates } from './text/duplicates.ts';
import { controls, escapes, numberForms, openStrings } from './text/literals.ts';
import { misplacedBraces } from './text/misplacedBraces.ts';
import { misplacedFields } from './text/misplacedFields.ts';
import { extensions, missingValues } from './text/missingValues.ts';
import { numberLists } from './text/numberLists.ts';
import { openingBraces } from './text/openingBraces.ts';
import { otherFile } from './text/otherFile.ts';
import { closingMarks, colons, numberGaps, separators } from './text/punctuation.ts';
import { spatialPairs } from './text/spatialPairs.ts';
import { strayText } from './text/strayText.ts';
import { unbalancedBraces } from './text/unbalancedBraces.ts';
import { wrongMessages } from './text/wrongMessages.ts';
import { wrongValues } from './text/wrongValues.ts';
import { boxTargets } from './values/boxTargets.ts';
import { fillers } from './values/fillers.ts';
import { losses } from './values/losses.ts';
import { meanValues } from './values/meanValues.ts';
import { missingCrop, missingNumbers } from './values/missingNumbers.ts';
import { priorHeads } from './values/priorHeads.ts';
import { solvers } from './values/solvers.ts';
import { transforms } from './values/transforms.ts';
import { fitWindow } from './windows/fitWindow.ts';
import { groups } from './windows/groups.ts';
import { kernels } from './windows/kernels.ts';
import { globalPooling, poolingPad } from './windows/poolingParams.ts';

/** All fixers, in the order of their fixes. */
export const fixers: readonly Fixer[] = [
  // A missing brace is the likely cause of other failures, so its fixes come first.
  openingBraces,
  misplacedBraces,
  // A surplus bottom may be intended as a top.
  surplusBottoms,
  arity,
  axes,
  bothRules,
  boxTargets,
  unbalancedBraces,
  broadcasts,
  closingMarks,
  coefficients,
  colons,
  confusedSyntax,
  controls,
  crops,
  duplicateTop,
  duplicates,
  escapes,
  extensions,
  fillers,
  fitWindow,
  globalPooling,
  groups,
  inPlaceLayers,
  inputFields,
  kernels,
  losses,
  meanValues,
  misplacedFields,
  missingAxes,
  missingCrop,
  missingInner,
  missingNumbers,
  missingType,
  missingValues,
  mixedSyntax,
  numberForms,
  numberGaps,
  numberLists,
  oddSize,
  oldAxes,
  openStrings,
  otherFile,
  parallelLists,
  poolingPad,
  priorHeads,
  reshapes,
  separators,
  sequences,
  shapeMismatch,
  sharing,
  slicePoints,
  solvers,
  spatialPairs,
  statistics,
  strayText,
  surplusParams,
  tooLarge,
  transforms,
  unknownBottom,
  bareInputs,
  withoutLabels,
  wrongMessages,
  wrongValues,
];

const byCheck = groupPairs(
  fixers.flatMap((fixer) => fixer.checks.map((check) => [check as string, fixer] as const)),
);

/** The fixers for a check. */
export function fixersOf(check: string): readonly Fixer[] {
  return byCheck.get(check) ?? [];
}

const found = new WeakMap<Document, Map<string, readonly Fix[]>>();

/**
 * The quick fixes for a failure at a range in some states; cached for each document. None if the effort is spent.
 */
export function fixesOf(
  document: Document,
  check: string,
  range: Range,
  states: readonly NetState[],
  effort = new Effort(),
): readonly Fix[] {
  const known = found.get(document) ?? new Map<string, readonly Fix[]>();
  found.set(document, known);
  const key = JSON.stringify([check, range.start, states]);
  const cached = known.get(key);
  if (cached || effort.isSpent) return cached ?? [];
  const fixes = findFixes(document, check, range, states, effort);
  if (!effort.isSpent) known.set(key, fixes);
  return fixes;
}

function findFixes(
  document: Document,
  check: string,
  range: Range,
  states: readonly NetState[],
  effort: Effort,
): Fix[] {
  const able = fixersOf(check);
  if (able.length === 0) return [];
  effort.search(document, range);
  const context = contextOf(document, check, range, states, effort);
  const fixes = able.flatMap((fixer) => fixesBy(fixer, context)).filter(({ edits }) => edits.length > 0);
  effort.found(fixes);
  return withoutRepeats(fixes, replacementOf(context), range);
}

/** The fixes of a fixer: none for a layer whose set-up stops, or if the fixer throws, which is reported. */
function fixesBy(fixer: Fixer, context: FixContext): readonly Fix[] {
  const { document, check, range } = context;
  return (
    guarded(document, `Quick fixes for ${check}`, range, () => unlessStopped(() => fixer.fixes(context))) ??
    []
  );
}

/** The replacement that the failure itself suggests; it comes before all fixes. */
function replacementOf({ document, check, range, net }: FixContext): string | undefined {
  const key = replacementKey(check, range);
  return replacementsIn(document).get(key) ?? (net && netReplacements(document)(net).get(key));
}

type Replacements = ReadonlyMap<string, string>;

const replacementsIn = onceFor((document: Document): Replacements => {
  const ofText = document.textErrors().map((error) => [error, error.range] as const);
  return replacementsOf([...ofText, ...placed(document, document.solverFailures())]);
});

const netReplacements = onceFor((document: Document) =>
  onceFor((net: Net) => replacementsOf(placed(document, net.failures))),
);

function placed(document: Document, failures: readonly Failure[]) {
  return failures.map((failure) => [failure, document.rangeOf(failure.location)] as const);
}

/** The replacements by check and start; the first failure decides. */
function replacementsOf(
  failures: readonly (readonly [Pick<TextError, 'check' | 'replacement'>, Range])[],
): Replacements {
  const found = new Map<string, string>();
  for (const [{ check, replacement }, range] of failures.toReversed()) {
    if (replacement === undefined) found.delete(replacementKey(check, range));
    else found.set(replacementKey(check, range), replacement);
  }
  return found;
}

function replacementKey(check: string, { start }: Range): string {
  return `${check} ${start}`;
}

/** Removes fixes with equal edits, and keeps `preferred` only for the first. */
function withoutRepeats(fixes: readonly Fix[], replacement: string | undefined, range: Range): Fix[] {
  const key = ({ edits }: Pick<Fix, 'edits'>) => JSON.stringify(edits);
  const seen = new Set(replacement === undefined ? [] : [key({ edits: [{ range, newText: replacement }] })]);
  let preferred = replacement !== undefined;
  return fixes.flatMap((fix) => {
    if (seen.has(key(fix))) return [];
    seen.add(key(fix));
    const { preferred: likely, ...rest } = fix;
    const first = likely === true && !preferred;
    preferred ||= first;
    return [first ? fix : rest];
  });
}

function contextOf(
  document: Document,
  check: string,
  range: Range,
  states: readonly NetState[],
  effort: Effort,
): FixContext {
  const [state] = states;
  const net = state && document.root === 'NetParameter' ? document.net(state) : undefined;
  const path = nodeAt(document.tree, range.start);
  const layer = net && layerOf(document.tree, net, range, path);
  return { document, check, range, states, net, layer, path, effort };
}

/** The layer whose text contains a range. Sizes of net-level inputs are apart from the names that form the layer. */
function layerOf(tree: SyntaxTree, net: Net, range: Range, path: NodePath | undefined): Layer | undefined {
  const written = writtenLayers(net);
  const at = { start: range.start, end: range.start };
  const holder = touching(tree, written, at).find((layer) => range.start < layerExtent(tree, layer).end);
  if (holder || !path?.fields[0]?.name.text.startsWith('input_')) return holder;
  return written.find(({ field }) => field.name.text === 'input');
}
