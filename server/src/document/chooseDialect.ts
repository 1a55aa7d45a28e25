import type { LayerDefinition } from '../layers/definition.ts';
import { findLayer } from '../layers/registry.ts';
import type { Steps } from '../memo/steps.ts';
import { isArityCheck } from '../net/arity.ts';
import { layersIn } from '../net/lower.ts';
import { forksWithType } from '../schema/data/forkIndex.ts';
import type { ForkName } from '../schema/data/forkNames.ts';
import { bvlc, type Dialect, dialectOf, ssd } from '../schema/dialect.ts';
import { soundIn } from '../schema/fieldCheck.ts';
import { fewestForks, needsOf } from '../schema/neededForks.ts';
import type { FileAnalysis } from './analysis.ts';
import { knows, layersOf, netsIn, Verdict } from './verdict.ts';

/** The dialect of a file, and a better known one that has everything in the file, but rejects its nets. */
export interface Detected {
  readonly dialect: Dialect;
  readonly rejecting?: Pick<Verdict, 'dialect' | 'failures'> | undefined;
}

/**
 * Of the dialects that support the most of a file, the first that accepts it: BVLC, then SSD, then forks and mixes of
 * forks, the best known first. If none accepts it, the one with the fewest failures. A fork is considered only for
 * something that BVLC and SSD lack, or for a layer that they reject and the fork is known to accept: other failures are
 * more often mistakes than a fork's syntax.
 */
export function* chooseDialect(document: FileAnalysis): Steps<Detected> {
  if (yield* isPlain(document)) return { dialect: bvlc };
  const [first = bvlc, ...others] = yield* candidates(document);
  if (others.length === 0)
    return { dialect: yield* withAcceptingForks(document, new Verdict(document, first)) };
  const verdicts: Verdict[] = [];
  for (const dialect of [first, ...others]) {
    if (verdicts.length === mostVerdicts) break;
    if (verdicts.some((verdict) => verdict.knowsMost && judgesAlike(document, verdict, dialect))) continue;
    yield* readBy(document, dialect);
    const verdict = new Verdict(document, dialect);
    if (verdict.fits && (yield* isAccepted(document, verdict)))
      return { dialect, rejecting: verdicts.find(({ fits }) => fits) };
    verdicts.push(verdict);
  }
  return { dialect: yield* withAcceptingForks(document, withFittingForks(document, bestOf(verdicts))) };
}

/** Whether BVLC supports the file, and no other dialect can do better. */
function* isPlain(document: FileAnalysis): Steps<boolean> {
  yield* checkBy(document, bvlc);
  if (document.textErrors(bvlc).length > 0) return false;
  yield* readBy(document, bvlc);
  const plain = new Verdict(document, bvlc);
  if (plain.unknown > 0) return false;
  yield;
  if (plain.misfits.length > 0) return false;
  yield;
  return (yield* isAccepted(document, plain)) || judgesAlike(document, plain, ssd);
}

/** Checks the blocks of a file against the schema of a dialect, in steps. */
function* checkBy(document: FileAnalysis, dialect: Dialect): Steps<void> {
  const { tree, root } = document;
  const { schema } = dialect;
  const descriptor = root && schema.message(root);
  if (!descriptor) return;
  const soundOf = soundIn(schema)(descriptor);
  for (const block of document.memoOf(dialect).fresh(tree.blocks, checkBy)) {
    soundOf(block);
    yield;
  }
}

/** Checks the blocks of a file and reads their layers in a dialect, in steps. */
function* readBy(document: FileAnalysis, dialect: Dialect): Steps<void> {
  yield* checkBy(document, dialect);
  if (document.root !== 'NetParameter') return;
  const layersOfBlock = layersIn(dialect.schema);
  for (const block of document.memoOf(dialect).fresh(document.tree.blocks, readBy)) {
    layersOfBlock(block);
    yield;
  }
  layersOf(document, dialect);
  yield;
}

function* isAccepted(document: FileAnalysis, verdict: Verdict): Steps<boolean> {
  const { dialect } = verdict;
  if (document.root === 'NetParameter')
    for (const state of document.states(dialect).states) yield* document.building(state, dialect);
  return verdict.failures.length === 0;
}

function bestOf(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce((best, next) => (next.isBetterThan(best) ? next : best));
}

/**
 * Forks may define one type differently, and one fork rarely supports all of a file for several. For a type whose
 * layers do not match the best dialect, tries the forks before it whose layer of that type does.
 */
function withFittingForks(document: FileAnalysis, best: Verdict): Verdict {
  const types = new Set(best.misfits.map(({ message }) => message.text('type')));
  const tried = [...types].slice(0, mostVerdicts).map((type) => {
    const own = findLayer(type, best.dialect);
    const others = new Map<LayerDefinition | undefined, ForkName>();
    for (const fork of forksWithType(type)) {
      const definition = findLayer(type, dialectOf([fork]));
      if (!others.has(definition)) others.set(definition, fork);
    }
    const forks = [...others].flatMap(([definition, fork]) =>
      definition && definition !== own ? [fork] : [],
    );
    return forks.map((fork) => new Verdict(document, dialectOf([fork, ...best.dialect.forks])));
  });
  const better = bestOf([best, ...tried.flat()]);
  return better === best || types.size < 2 ? better : withFittingForks(document, better);
}

/** The best dialect, or its mix with forks that accept the layers which it rejects, if that has fewer failures. */
function* withAcceptingForks(document: FileAnalysis, best: Verdict): Steps<Dialect> {
  if (yield* isAccepted(document, best)) return best.dialect;
  const needs = best.failures.flatMap(({ check, forks }) =>
    forks?.length && !isArityCheck(check) ? [forks] : [],
  );
  if (needs.length === 0) return best.dialect;
  const own = best.dialect.forks.filter((fork) => fork !== 'bvlc');
  const mixes = mixesOf(fewestForks(needs).map((mix) => [...mix, ...own]));
  const verdicts = [best];
  for (const dialect of mixes) {
    if (verdicts.length === mostVerdicts) break;
    yield* readBy(document, dialect);
    const verdict = new Verdict(document, dialect);
    if (verdict.knowsMost && (yield* isAccepted(document, verdict))) return dialect;
    verdicts.push(verdict);
  }
  return bestOf(verdicts).dialect;
}

/** Few dialects differ in their layer definitions; better known ones are first. */
const mostVerdicts = 8;

function* candidates(document: FileAnalysis): Steps<readonly Dialect[]> {
  const needs = document.root ? needsOf(document.tree, document.root, document.memo) : [];
  const known = needs.length === 0 && knows(document, bvlc) ? [bvlc] : [];
  // If SSD lacks something, its verdict is not needed.
  if (needs.every((need) => need.includes('ssd'))) {
    yield* readBy(document, ssd);
    if (knows(document, ssd)) known.push(ssd);
  }
  if (known.includes(bvlc) || known.some((dialect) => new Verdict(document, dialect).misfits.length === 0))
    return known;
  return [...new Set([...known, ...mixesOf(fewestForks(needs))])];
}

/**
 * Each mix, alone and with BVLC for what its forks lack. Layers are those of the forks, except with SSD, which is older
 * than BVLC and has no other ones for most types.
 */
function mixesOf(mixes: readonly (readonly ForkName[])[]): ReadonlySet<Dialect> {
  return new Set(
    mixes.flatMap((mix) => [
      dialectOf(mix),
      dialectOf(mix[0] === 'ssd' ? ['bvlc', ...mix] : [...mix, 'bvlc']),
    ]),
  );
}

/**
 * Whether two dialects have equal definitions for all layers of the file, and no definition depended on the first
 * dialect.
 */
function judgesAlike(document: FileAnalysis, { dialect }: Verdict, other: Dialect): boolean {
  return (
    [...typesOf(document, dialect)].every((type) => findLayer(type, dialect) === findLayer(type, other)) &&
    netsIn(document, dialect).every((net) => !net.dependsOnDialect)
  );
}

/** The types of the layers of a file. */
function typesOf(document: FileAnalysis, dialect: Dialect): ReadonlySet<string> {
  return new Set(layersOf(document, dialect).map(({ facts }) => facts.type));
}
