import type { Document } from '../document/document.ts';
import { layerExtent } from '../document/layers.ts';
import type { Fix } from '../edit/fix.ts';
import type { Layer, Net } from '../net/net.ts';
import type { NetState } from '../net/state.ts';
import { type NodePath, nodeAt } from '../syntax/parse.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import type { Range } from '../text/range.ts';
import { arity } from './arity.ts';
import { axes } from './axes.ts';
import { boxTargets } from './boxTargets.ts';
import { braces } from './braces.ts';
import { broadcasts } from './broadcast.ts';
import { crops } from './crops.ts';
import { duplicates } from './duplicates.ts';
import { duplicateTop } from './duplicateTop.ts';
import { fillers } from './fillers.ts';
import { fitWindow } from './fitWindow.ts';
import type { Fixer, Place } from './fixer.ts';
import { groups } from './groups.ts';
import { inPlaceLayers } from './inPlace.ts';
import { coefficients, oddSize, oldAxes, slicePoints } from './joins.ts';
import { kernels } from './kernels.ts';
import { bothRules, parallelLists } from './layerLists.ts';
import { controls, escapes, numberForms, openStrings } from './literals.ts';
import { losses } from './losses.ts';
import { lostBraces } from './lostBraces.ts';
import { means } from './means.ts';
import { misplaced } from './misplaced.ts';
import { missingAxes } from './missingAxes.ts';
import { missingBraces } from './missingBraces.ts';
import { missingInner } from './missingInner.ts';
import { missingCrop, missingNumbers } from './missingNumbers.ts';
import { missingType } from './missingType.ts';
import { extensions, missingValues } from './missingValues.ts';
import { bareInputs, inputFields } from './netInputs.ts';
import { numberLists } from './numberLists.ts';
import { otherFile } from './otherFile.ts';
import { globalPooling, poolingPad } from './poolingParams.ts';
import { priorHeads } from './priorHeads.ts';
import { closingMarks, colons, numberGaps, separators } from './punctuation.ts';
import { reshapes } from './reshapes.ts';
import { sequences } from './sequences.ts';
import { shapesDiffer } from './shapesDiffer.ts';
import { sharing, statistics, surplusParams } from './sharing.ts';
import { solvers } from './solvers.ts';
import { spatialPairs } from './spatialPairs.ts';
import { strayText } from './strayText.ts';
import { surplusBottoms } from './surplusBottoms.ts';
import { tooLarge } from './tooLarge.ts';
import { unknownBottom } from './unknownBottom.ts';
import { confusedSyntax, mixedSyntax } from './upgrade.ts';
import { withoutLabels } from './withoutLabels.ts';
import { wrongMessages } from './wrongMessages.ts';
import { wrongValues } from './wrongValues.ts';

/** All fixers: the table of contents. */
export const fixers: readonly Fixer[] = [
  // A lost brace explains more than what it leads to.
  missingBraces,
  lostBraces,
  // A bottom too many may stand in place of a top.
  surplusBottoms,
  arity,
  axes,
  bothRules,
  boxTargets,
  braces,
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
  means,
  misplaced,
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
  shapesDiffer,
  sharing,
  slicePoints,
  solvers,
  spatialPairs,
  statistics,
  strayText,
  surplusParams,
  tooLarge,
  unknownBottom,
  bareInputs,
  withoutLabels,
  wrongMessages,
  wrongValues,
];

const byCheck = new Map<string, Fixer[]>();
for (const fixer of fixers) {
  for (const check of fixer.checks) byCheck.set(check, [...(byCheck.get(check) ?? []), fixer]);
}

/** Those that know a way out of a check. */
export function fixersOf(check: string): readonly Fixer[] {
  return byCheck.get(check) ?? [];
}

const found = new WeakMap<Document, Map<string, readonly Fix[]>>();

/** The ways out of a fault that is shown at a range and holds in some states; worked out once. */
export function fixesOf(
  document: Document,
  check: string,
  range: Range,
  states: readonly NetState[],
): readonly Fix[] {
  const known = found.get(document) ?? new Map<string, readonly Fix[]>();
  found.set(document, known);
  const key = JSON.stringify([check, range.start, states]);
  const fixes = known.get(key) ?? findFixes(document, check, range, states);
  known.set(key, fixes);
  return fixes;
}

function findFixes(document: Document, check: string, range: Range, states: readonly NetState[]): Fix[] {
  const able = fixersOf(check);
  if (able.length === 0) return [];
  const place = placeOf(document, check, range, states);
  const fixes = able.flatMap((fixer) => fixer.fixes(place)).filter(({ edits }) => edits.length > 0);
  return withoutRepeats(fixes, insteadOf(place), range);
}

/** What the fault itself proposes to write; that stands before all fixes. */
function insteadOf({ document, check, range, net }: Place): string | undefined {
  const faults = [...document.textProblems(), ...document.solverFaults(), ...(net?.faults ?? [])];
  const startOf = (fault: (typeof faults)[number]) =>
    ('place' in fault ? document.rangeOf(fault.place) : fault.range).start;
  return faults.find((fault) => fault.check === check && startOf(fault) === range.start)?.instead;
}

/** Several fixers may have one idea, and only one fix can be the one to take unseen. */
function withoutRepeats(fixes: readonly Fix[], instead: string | undefined, range: Range): Fix[] {
  const key = ({ edits }: Pick<Fix, 'edits'>) => JSON.stringify(edits);
  const seen = new Set(instead === undefined ? [] : [key({ edits: [{ range, newText: instead }] })]);
  let preferred = instead !== undefined;
  return fixes.flatMap((fix) => {
    if (seen.has(key(fix))) return [];
    seen.add(key(fix));
    const { preferred: likely, ...rest } = fix;
    const first = likely === true && !preferred;
    preferred ||= first;
    return [first ? fix : rest];
  });
}

function placeOf(document: Document, check: string, range: Range, states: readonly NetState[]): Place {
  const [state] = states;
  const net = state && document.root === 'NetParameter' ? document.net(state) : undefined;
  const path = nodeAt(document.tree, range.start);
  const layer = net && layerOf(document.tree, net, range, path);
  return { document, check, range, states, net, layer, path };
}

/** The layer in whose text a range stands; sizes of net-level inputs stand apart from the names that make a layer. */
function layerOf(tree: SyntaxTree, net: Net, range: Range, path: NodePath | undefined): Layer | undefined {
  const written = net.layers.filter(({ automatic }) => !automatic);
  const holder = written.find((candidate) => {
    const { start, end } = layerExtent(tree, candidate);
    return start <= range.start && range.start < end;
  });
  if (holder || !path?.fields[0]?.name.text.startsWith('input_')) return holder;
  return written.find(({ field }) => field.name.text === 'input');
}
