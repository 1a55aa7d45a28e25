import type { Document } from '../document/document.ts';
import { layerExtent } from '../document/layers.ts';
import type { Fix } from '../edit/fix.ts';
import type { NetState } from '../net/state.ts';
import { nodeAt } from '../syntax/parse.ts';
import type { Range } from '../text/range.ts';
import { arity } from './arity.ts';
import { axes } from './axes.ts';
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
import { means } from './means.ts';
import { misplaced } from './misplaced.ts';
import { missingCrop, missingNumbers } from './missingNumbers.ts';
import { missingType } from './missingType.ts';
import { extensions, missingValues } from './missingValues.ts';
import { globalPooling, poolingPad } from './poolingParams.ts';
import { closingMarks, colons, numberGaps, separators } from './punctuation.ts';
import { reshapes } from './reshapes.ts';
import { shapesDiffer } from './shapesDiffer.ts';
import { sharing, statistics, surplusParams } from './sharing.ts';
import { solvers } from './solvers.ts';
import { strayText } from './strayText.ts';
import { tooLarge } from './tooLarge.ts';
import { unknownBottom } from './unknownBottom.ts';
import { confusedSyntax, mixedSyntax } from './upgrade.ts';
import { wrongMessages } from './wrongMessages.ts';
import { wrongValues } from './wrongValues.ts';

/** All fixers: the table of contents. */
export const fixers: readonly Fixer[] = [
  arity,
  axes,
  bothRules,
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
  kernels,
  losses,
  means,
  misplaced,
  missingCrop,
  missingNumbers,
  missingType,
  missingValues,
  mixedSyntax,
  numberForms,
  numberGaps,
  oddSize,
  oldAxes,
  openStrings,
  parallelLists,
  poolingPad,
  reshapes,
  separators,
  shapesDiffer,
  sharing,
  slicePoints,
  solvers,
  statistics,
  strayText,
  surplusParams,
  tooLarge,
  unknownBottom,
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
  return able.flatMap((fixer) => fixer.fixes(place)).filter(({ edits }) => edits.length > 0);
}

function placeOf(document: Document, check: string, range: Range, states: readonly NetState[]): Place {
  const [state] = states;
  const net = state && document.root === 'NetParameter' ? document.net(state) : undefined;
  const layer = net?.layers.find((candidate) => {
    const { start, end } = layerExtent(candidate);
    return !candidate.automatic && start <= range.start && range.start < end;
  });
  return { document, check, range, states, net, layer, path: nodeAt(document.tree, range.start) };
}
