import type { CheckId } from '../checks/catalogue.ts';
import type { LayerDefinition } from '../layers/definition.ts';
import { findLayer, isRegistered } from '../layers/registry.ts';
import { onceFor } from '../memo/onceFor.ts';
import type { Steps } from '../memo/steps.ts';
import { fitsArity } from '../net/arity.ts';
import type { Failure } from '../net/failure.ts';
import type { LayerSyntax } from '../net/lower.ts';
import { layersIn } from '../net/lower.ts';
import type { Net } from '../net/net.ts';
import { forksWithType } from '../schema/data/forkIndex.ts';
import type { ForkName } from '../schema/data/forkNames.ts';
import { bvlc, type Dialect, dialectOf, everyFork, ssd } from '../schema/dialect.ts';
import { soundIn } from '../schema/fieldCheck.ts';
import { fewestForks, needsOf } from '../schema/neededForks.ts';
import type { FileAnalysis } from './analysis.ts';

/**
 * Of the dialects that support the most of a file, the first that accepts it: BVLC, then SSD, then forks and mixes of
 * forks, the best known first. If none accepts it, the one with the fewest failures. A fork is considered only for
 * something that BVLC and SSD lack, or for a layer that they reject and the fork is known to accept: other failures are
 * more often mistakes than a fork's syntax.
 */
export function* chooseDialect(document: FileAnalysis): Steps<Dialect> {
  if (yield* isPlain(document)) return bvlc;
  const [first = bvlc, ...others] = yield* candidates(document);
  if (others.length === 0) return yield* withAcceptingForks(document, new Verdict(document, first));
  const verdicts: Verdict[] = [];
  for (const dialect of [first, ...others]) {
    if (verdicts.length === mostVerdicts) break;
    if (verdicts.some((verdict) => verdict.knowsMost && judgesAlike(document, verdict, dialect))) continue;
    yield* readBy(document, dialect);
    const verdict = new Verdict(document, dialect);
    if (verdict.knowsMost && verdict.misfits === 0 && (yield* isAccepted(document, verdict))) return dialect;
    verdicts.push(verdict);
  }
  return yield* withAcceptingForks(document, withFittingForks(document, bestOf(verdicts)));
}

/** Whether BVLC supports the file, and no other dialect can do better. */
function* isPlain(document: FileAnalysis): Steps<boolean> {
  yield* checkBy(document, bvlc);
  if (document.textErrors(bvlc).length > 0) return false;
  yield* readBy(document, bvlc);
  const plain = new Verdict(document, bvlc);
  if (plain.unknown > 0) return false;
  yield;
  if (plain.misfits > 0) return false;
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
  return verdict.failures === 0;
}

function bestOf(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce((best, next) => (next.isBetterThan(best) ? next : best));
}

/**
 * Forks may define one type differently, and one fork rarely supports all of a file for several. For a type whose
 * layers do not match the best dialect, tries the forks before it whose layer of that type does.
 */
function withFittingForks(document: FileAnalysis, best: Verdict): Verdict {
  const types = new Set(misfits(document, best.dialect).map(({ message }) => message.text('type')));
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
  const needs = failuresIn(document, best.dialect).flatMap(({ check, forks }) =>
    forks?.length && !arityChecks.has(check) ? [forks] : [],
  );
  if (needs.length === 0) return best.dialect;
  const own = best.dialect.forks.filter((fork) => fork !== 'bvlc');
  const mixes = fewestForks(needs).flatMap((mix) => [
    dialectOf([...mix, ...own]),
    dialectOf([...mix, 'bvlc', ...own]),
  ]);
  const verdicts = [best];
  for (const dialect of new Set(mixes)) {
    if (verdicts.length === mostVerdicts) break;
    yield* readBy(document, dialect);
    const verdict = new Verdict(document, dialect);
    if (verdict.knowsMost && (yield* isAccepted(document, verdict))) return dialect;
    verdicts.push(verdict);
  }
  return bestOf(verdicts).dialect;
}

/** Another number of bottoms or tops is more often a mistake than a layer of a fork. */
const arityChecks: ReadonlySet<CheckId> = new Set([
  'net/exact-bottoms',
  'net/exact-tops',
  'net/min-bottoms',
  'net/min-tops',
  'net/max-bottoms',
  'net/max-tops',
  'net/equal-tops',
]);

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
  if (known.includes(bvlc) || known.some((dialect) => misfitCount(document, dialect) === 0)) return known;
  // SSD lacks some newer features of BVLC, so BVLC may have to precede it.
  const dialects = fewestForks(needs).flatMap((mix) => [dialectOf(mix), dialectOf(['bvlc', ...mix])]);
  return [...new Set([...known, ...dialects])];
}

/** The evaluation of a file in a dialect, computed on demand. */
class Verdict {
  readonly dialect: Dialect;
  private readonly document: FileAnalysis;
  private readonly counts = new Map<string, number>();

  constructor(document: FileAnalysis, dialect: Dialect) {
    this.document = document;
    this.dialect = dialect;
  }

  get unknown(): number {
    return this.count('unknown', unknownCount);
  }

  /** Whether no dialect supports more of the file. */
  get knowsMost(): boolean {
    return this.unknown === 0 || this.unknown === unknownCount(this.document, everyFork);
  }

  get misfits(): number {
    return this.count('misfits', misfitCount);
  }

  get failures(): number {
    return this.count('failures', failureCount);
  }

  isBetterThan(other: Verdict): boolean {
    if (this.unknown !== other.unknown) return this.unknown < other.unknown;
    if (this.misfits !== other.misfits) return this.misfits < other.misfits;
    return this.failures < other.failures;
  }

  private count(name: string, work: (document: FileAnalysis, dialect: Dialect) => number): number {
    const known = this.counts.get(name) ?? work(this.document, this.dialect);
    this.counts.set(name, known);
    return known;
  }
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

function knows(document: FileAnalysis, dialect: Dialect): boolean {
  return document.textErrors(dialect).length === 0 && unknownCount(document, dialect) === 0;
}

/** The number of things in the file that the dialect lacks. */
function unknownCount(document: FileAnalysis, dialect: Dialect): number {
  const unknown = document.memoOf(dialect).filter(layersOf(document, dialect), isUnknownIn(dialect));
  return document.textErrors(dialect).length + unknown.length;
}

function misfitCount(document: FileAnalysis, dialect: Dialect): number {
  return misfits(document, dialect).length;
}

/** The layers whose number of bottoms or tops differs from the dialect's layer of that type. */
function misfits(document: FileAnalysis, dialect: Dialect): readonly LayerSyntax[] {
  return document.memoOf(dialect).filter(layersOf(document, dialect), isMisfitIn(dialect));
}

const isUnknownIn = onceFor(
  (dialect: Dialect) =>
    ({ facts, field }: LayerSyntax) =>
      // Every Caffe has net-level inputs.
      field.name.text !== 'input' && !isRegistered(facts.type, dialect),
);

const isMisfitIn = onceFor((dialect: Dialect) => ({ facts, message }: LayerSyntax) => {
  const definition = findLayer(facts.type, dialect);
  return definition !== undefined && !fitsArity(definition, message, dialect);
});

function failureCount(document: FileAnalysis, dialect: Dialect): number {
  return failuresIn(document, dialect).length;
}

function failuresIn(document: FileAnalysis, dialect: Dialect): readonly Failure[] {
  return netsIn(document, dialect).flatMap(({ failures }) => failures);
}

function netsIn(document: FileAnalysis, dialect: Dialect): readonly Net[] {
  if (document.root !== 'NetParameter') return [];
  return document.states(dialect).states.map((state) => document.net(state, dialect));
}

function layersOf(document: FileAnalysis, dialect: Dialect): readonly LayerSyntax[] {
  return document.root === 'NetParameter' ? document.netInput(dialect).upgraded.layers : [];
}
