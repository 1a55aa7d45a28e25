import { createDocument, type Document } from '../document/document.ts';
import type { Fix } from '../edit/fix.ts';
import { applyEdits } from '../text/edit.ts';
import type { Place } from './fixer.ts';
import { firstPreferred } from './offer.ts';

/** A file is built anew for each fix that is tried; beyond this number the rest is not looked at. */
const mostTrials = 12;

/** How many trials a snapshot of a file is worth: one that is wrong everywhere gets no fixes behind the first faults. */
const mostOfFile = 120;

const made = new WeakMap<Document, number>();

/**
 * Those of some possible fixes after which Caffe has less to refuse than before, those that leave the least first. Where
 * several leave as much, their order stays.
 */
export function thatHelp(place: Place, fixes: readonly Fix[]): Fix[] {
  const used = made.get(place.document) ?? 0;
  const tried = fixes.slice(0, Math.min(mostTrials, mostOfFile - used));
  if (tried.length === 0) return [];
  made.set(place.document, used + tried.length);
  const before = faultsOf(place.document, place);
  return tried
    .map((fix) => ({ fix, left: faultsOf(edited(place.document, fix), place) }))
    .filter(({ left }) => left.all < before.all && left.own < before.own)
    .sort((one, other) => one.left.all - other.left.all)
    .map(({ fix }) => fix);
}

/** The same, of which the first is the one to take where somebody asks without looking. */
export function bestFirst(place: Place, fixes: readonly Fix[]): Fix[] {
  return firstPreferred(thatHelp(place, fixes));
}

/** Faults of the text hide what is said of the net, so they count before anything else. */
const ofText = 1000;

/** How much there is to refuse, and how much of that is what the place is about. */
function faultsOf(document: Document, { check, states }: Place): { all: number; own: number } {
  const problems = document.textProblems();
  const faults =
    document.root === 'NetParameter' ? states.flatMap((state) => document.net(state).faults) : [];
  const own = [...problems, ...faults, ...document.solverFaults()].filter((fault) => fault.check === check);
  return {
    all: problems.length * ofText + faults.length + document.solverFaults().length,
    own: own.length,
  };
}

function edited(document: Document, { edits }: Fix): Document {
  const { uri, version, settings, surroundings, root, choice } = document;
  const dialect = choice.by === 'file' ? choice.dialect.name : settings.dialect;
  const text = applyEdits(document.text, edits);
  return createDocument(
    { uri, version, text, settings: { ...settings, dialect }, surroundings, ...(root && { root }) },
    document,
  );
}
