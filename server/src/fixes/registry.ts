import type { Document } from '../document/document.ts';
import { layerExtent } from '../document/layers.ts';
import type { Fix } from '../edit/fix.ts';
import type { NetState } from '../net/state.ts';
import { nodeAt } from '../syntax/parse.ts';
import type { Range } from '../text/range.ts';
import { arity } from './arity.ts';
import { braces } from './braces.ts';
import { duplicates } from './duplicates.ts';
import { duplicateTop } from './duplicateTop.ts';
import type { Fixer, Place } from './fixer.ts';
import { inPlaceLayers } from './inPlace.ts';
import { controls, escapes, numberForms, openStrings } from './literals.ts';
import { misplaced } from './misplaced.ts';
import { missingType } from './missingType.ts';
import { extensions, missingValues } from './missingValues.ts';
import { closingMarks, colons, numberGaps, separators } from './punctuation.ts';
import { strayText } from './strayText.ts';
import { unknownBottom } from './unknownBottom.ts';
import { confusedSyntax, mixedSyntax } from './upgrade.ts';
import { wrongMessages } from './wrongMessages.ts';
import { wrongValues } from './wrongValues.ts';

/** All fixers: the table of contents. */
export const fixers: readonly Fixer[] = [
  arity,
  braces,
  closingMarks,
  colons,
  confusedSyntax,
  controls,
  duplicateTop,
  duplicates,
  escapes,
  extensions,
  inPlaceLayers,
  misplaced,
  missingType,
  missingValues,
  mixedSyntax,
  numberForms,
  numberGaps,
  openStrings,
  separators,
  strayText,
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

/** The ways out of a fault that is shown at a range and holds in some states. */
export function fixesOf(document: Document, check: string, range: Range, states: readonly NetState[]): Fix[] {
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
