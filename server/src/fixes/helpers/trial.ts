import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import { applyEdits } from '../../text/edit.ts';
import type { Place } from '../fixer.ts';
import { firstPreferred } from './offer.ts';

/** A file is built anew for each fix that is tried; beyond this number the rest is not looked at. */
const mostTrials = 12;

/**
 * How many layers may be built for the trials of a snapshot, about a second's work: a large file that is wrong everywhere
 * gets no tried fixes behind its first faults.
 */
const mostLayers = 50_000;

/** The layers that were built already. */
const built = new WeakMap<Document, number>();

/**
 * Those of some possible fixes after which Caffe has less to refuse than before, those that leave the least first. Where
 * several leave as much, their order stays.
 */
export function thatHelp(place: Place, fixes: readonly Fix[]): Fix[] {
  const { document } = place;
  const used = built.get(document) ?? 0;
  const tried = used < mostLayers ? fixes.slice(0, mostTrials) : [];
  if (tried.length === 0) return [];
  built.set(document, used + tried.length * document.tree.blocks.length);
  const before = faultsOf(document, place);
  if (!before) return [];
  return tried
    .flatMap((fix) => {
      const left = faultsOf(edited(document, fix), place, before);
      return left ? [{ fix, left }] : [];
    })
    .sort((one, other) => one.left.all - other.left.all)
    .map(({ fix }) => fix);
}

/** The same, of which the first is the one to take where somebody asks without looking. */
export function bestFirst(place: Place, fixes: readonly Fix[]): Fix[] {
  return firstPreferred(thatHelp(place, fixes));
}

/** Faults of the text hide what is said of the net, so they count before anything else. */
const ofText = 1000;

interface Left {
  /** How much there is to refuse. */
  readonly all: number;
  /** How much of that is what the place is about. */
  readonly own: number;
}

/** What is left of a file's faults; undefined as soon as it is not less than a limit: nets are dear to build. */
function faultsOf(document: Document, { check, states }: Place, limit?: Left): Left | undefined {
  const problems = document.textProblems();
  const parts = [
    () => problems,
    () => document.solverFaults(),
    ...(document.root === 'NetParameter' ? states.map((state) => () => document.net(state).faults) : []),
  ];
  let [all, own] = [problems.length * (ofText - 1), 0];
  for (const part of parts) {
    const faults: readonly { readonly check: string }[] = part();
    all += faults.length;
    own += faults.filter((fault) => fault.check === check).length;
    if (limit && (all >= limit.all || own >= limit.own)) return undefined;
  }
  return { all, own };
}

function edited(document: Document, { edits }: Fix): Document {
  return document.withText(applyEdits(document.text, edits), { root: document.root, keepsDialect: true });
}
