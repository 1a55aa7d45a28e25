import type { Document } from '../../document/document.ts';
import { type ClassCount, changeClasses, classCounts } from '../../edit/classes/index.ts';
import { onceFor } from '../../memo/onceFor.ts';
import type { TextEdit } from '../../text/edit.ts';
import { overlaps, type Range } from '../../text/range.ts';
import type { CodeAction } from '../types.ts';
import { newProblem } from './newProblem.ts';

/** An edit with the text that explains it: the layer, and what changes. */
export interface LabeledEdit extends TextEdit {
  readonly label: string;
  readonly description: string;
}

/** The edits that change a number of classes, or the reason why there are none. */
export interface ClassChange {
  readonly edits: readonly LabeledEdit[];
  readonly problem?: string;
  /** The layers whose trained weights no longer fit. */
  readonly learned: readonly string[];
}

/** The numbers of classes of a net. */
export const classesOf = onceFor((document: Document): readonly ClassCount[] => classCounts(document));

/** Changes one of the numbers of classes of a net. */
export function classChange(document: Document, from: number, to: number): ClassChange {
  const count = classesOf(document).find(({ classes }) => classes === from);
  if (!count) return failed(`The net has no outputs for ${from} classes.`);
  if (to < fewest(count)) return failed(`The number of classes must be ${fewest(count)} or more.`);
  const edits = changeClasses(count, to);
  if (edits.some(({ newText }) => Number(newText) > mostOutputs)) return failed('The number is too large.');
  const caused = newProblem(document, edits);
  if (caused) return failed(`With ${to} classes, the net would have a problem: ${caused.message}`);
  return {
    edits: edits.map(({ place, ...edit }) => ({
      ...edit,
      label: place.layer,
      description: `${place.field}: ${place.value} → ${edit.newText}`,
    })),
    learned: [...new Set(count.places.filter(({ isLearned }) => isLearned).map(({ layer }) => layer))],
  };
}

/** The smallest number of classes: the background is one of them. */
function fewest({ hasBackground }: ClassCount): number {
  return hasBackground ? 2 : 1;
}

/** The limit of `int`. */
const mostOutputs = 2 ** 31 - 1;

function failed(problem: string): ClassChange {
  return { edits: [], problem, learned: [] };
}

/** The change of the number of classes, at each number that depends on it. */
export function classActions(document: Document, range: Range): CodeAction[] {
  return classesOf(document)
    .filter(({ isAssumed, places }) => !isAssumed && places.some((place) => overlaps(place.range, range)))
    .map(({ classes }) => ({
      title: `Change the number of classes (${classes})…`,
      kind: 'refactor',
      diagnostic: undefined,
      edits: [],
      task: { kind: 'changeClasses', classes },
    }));
}
