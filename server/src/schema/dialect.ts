import { buildSchema } from './data/build.ts';
import { docs } from './data/docs/index.ts';
import { factsOf, lacksOf } from './data/forkIndex.ts';
import { type ForkName, forkNames } from './data/forkNames.ts';
import { bvlc as bvlcFacts, forkDates } from './data/forks.generated.ts';
import type { Schema } from './descriptor.ts';

/** A Caffe or a mix of forks: accepts everything that one of its forks accepts; the first decides conflicts. */
export interface Dialect {
  /** The name in settings and comments: `ssd`, `intel+python`. */
  readonly name: string;
  readonly forks: readonly ForkName[];
  readonly schema: Schema;
  /** Whether layer types unknown to this project may be registered: with a custom caffe.proto. */
  readonly open: boolean;
}

/** Name of the dialect whose schema is read from a file. */
export function openDialect(name: string, schema: Schema): Dialect {
  return { name, forks: forkNames, schema, open: true };
}

/** The schema is built on first access. */
class ForkDialect implements Dialect {
  readonly name: string;
  readonly forks: readonly ForkName[];
  readonly open = false;
  private built: Schema | undefined;

  constructor(name: string, forks: readonly ForkName[]) {
    this.name = name;
    this.forks = forks;
  }

  get schema(): Schema {
    this.built ??= schemaOf(this.forks);
    return this.built;
  }
}

const known = new Map<string, Dialect>();

/** The dialect of one fork, or the mix of several. Python layers are a build option of BVLC. */
export function dialectOf(forks: readonly ForkName[]): Dialect {
  const list: readonly ForkName[] = forks.length === 0 || forks[0] === 'python' ? ['bvlc', ...forks] : forks;
  const name = list.join('+');
  const dialect = known.get(name) ?? new ForkDialect(name, list);
  known.set(name, dialect);
  return dialect;
}

export const bvlc = dialectOf(['bvlc']);
export const ssd = dialectOf(['ssd']);

/** The dialect with a name; undefined if one of the forks is unknown. */
export function findDialect(name: string): Dialect | undefined {
  const forks = name.split('+').map((part) => part.trim().toLowerCase());
  return forks.every(isFork) ? dialectOf([...new Set(forks)]) : undefined;
}

function isFork(name: string): name is ForkName {
  return forkNames.some((fork) => fork === name);
}

/** The code that a dialect runs where BVLC and SSD differ: SSD's only if SSD is first. */
export function baseOf({ forks }: Dialect): 'bvlc' | 'ssd' {
  return forks[0] === 'ssd' ? 'ssd' : 'bvlc';
}

/** Whether a dialect is the newest version of one fork, rather than a mix that accepts more than each of its forks. */
export function isOneFork(dialect: Dialect): boolean {
  return soleFork(dialect) !== undefined;
}

function soleFork({ forks }: Pick<Dialect, 'forks'>): ForkName | undefined {
  const [fork, ...others] = forks.filter((name) => name !== 'python');
  return others.length === 0 ? fork : undefined;
}

/** Whether a Caffe has the current syntax, `layer { … }`. The first Caffes have only `layers`. */
export function hasCurrentSyntax({ schema }: Dialect): boolean {
  return schema.message('NetParameter')?.fields.has('layer') === true;
}

/**
 * Whether the Caffe of a dialect contains what BVLC had on a day, `YYYY-MM-DD`: some of a fork's branches, or all of
 * them. A mix contains everything.
 */
export function contains(dialect: Dialect, day: string, branches: 'some' | 'all' = 'some'): boolean {
  const fork = soleFork(dialect);
  const days = (fork && forkDates[fork]?.split(' ')) ?? [];
  if (days.length === 0) return true;
  return branches === 'some' ? days.some((own) => own >= day) : days.every((own) => own >= day);
}

/** Accepts everything that any fork accepts: for possible fields, values and types. */
export const everyFork = dialectOf(['bvlc', ...forkNames.filter((name) => name !== 'bvlc')]);

/** The schema of all forks together. */
export function wholeSchema(): Schema {
  return everyFork.schema;
}

/**
 * The first fork's facts are applied last. What a fork lacks of BVLC's facts matters only if it is alone, as a mix has
 * what any of its forks has.
 */
function schemaOf(forks: readonly ForkName[]): Schema {
  const only = soleFork({ forks });
  const layers = [bvlcFacts, ...forks.toReversed().flatMap(factsOf)];
  return buildSchema(layers, docs, only && lacksOf(only));
}
