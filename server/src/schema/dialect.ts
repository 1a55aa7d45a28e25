import { buildSchema } from './data/build.ts';
import { docs } from './data/docs/index.ts';
import type { SchemaFacts } from './data/facts.ts';
import { factsOf } from './data/forkIndex.ts';
import { type ForkName, forkNames } from './data/forkNames.ts';
import { bvlc as bvlcFacts, ssd as ssdFacts } from './data/forks.generated.ts';
import type { Schema } from './descriptor.ts';

/** A Caffe, or a mix of several: it knows what any of its forks knows, and the first decides where they disagree. */
export interface Dialect {
  /** As settings and comments give it: `ssd`, `intel+python`. */
  readonly name: string;
  readonly forks: readonly ForkName[];
  readonly schema: Schema;
  /** Whether Caffe may register layer types that the tool has never heard of: so with a caffe.proto of one's own. */
  readonly open: boolean;
}

/** What a fork of Caffe is called that has its schema from a file. */
export function openDialect(name: string, schema: Schema): Dialect {
  return { name, forks: forkNames, schema, open: true };
}

/** Its schema is made when it is first asked for. */
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

/** The dialect of one fork, or the mix of several. Python layers are an option of BVLC's build. */
export function dialectOf(forks: readonly ForkName[]): Dialect {
  const list: readonly ForkName[] = forks.length === 0 || forks[0] === 'python' ? ['bvlc', ...forks] : forks;
  const name = list.join('+');
  const dialect = known.get(name) ?? new ForkDialect(name, list);
  known.set(name, dialect);
  return dialect;
}

export const bvlc = dialectOf(['bvlc']);
export const ssd = dialectOf(['ssd']);

/** The dialect of a name; undefined for a name that no fork has. */
export function findDialect(name: string): Dialect | undefined {
  const forks = name.split('+').map((part) => part.trim().toLowerCase());
  return forks.every(isFork) ? dialectOf([...new Set(forks)]) : undefined;
}

function isFork(name: string): name is ForkName {
  return forkNames.some((fork) => fork === name);
}

/** Whose code a dialect runs where BVLC's and SSD's differ: SSD's only where it comes first. */
export function baseOf({ forks }: Dialect): 'bvlc' | 'ssd' {
  return forks[0] === 'ssd' ? 'ssd' : 'bvlc';
}

/** Knows everything that any fork knows: what a field, a value or a type might be. */
export const everyFork = dialectOf(['bvlc', ...forkNames.filter((name) => name !== 'bvlc')]);

/** The schema of all forks together. */
export function wholeSchema(): Schema {
  return everyFork.schema;
}

/** The first fork's facts are laid on last. SSD lacks some of BVLC's, which counts only where SSD comes first. */
function schemaOf(forks: readonly ForkName[]): Schema {
  const layers: SchemaFacts[] = [bvlcFacts];
  for (const fork of forks.toReversed()) {
    if (fork === 'ssd') layers.push(forks[0] === 'ssd' ? ssdFacts : additions(ssdFacts));
    else layers.push(...factsOf(fork));
  }
  return buildSchema(layers, docs);
}

function additions({ messages, enums }: SchemaFacts): SchemaFacts {
  return {
    messages: Object.fromEntries(
      Object.entries(messages).map(([name, fields]) => [name, fields && withoutNulls(fields)]),
    ),
    enums: withoutNulls(enums),
  };
}

function withoutNulls<T>(record: Readonly<Record<string, T | null>>): Record<string, T> {
  const entries = Object.entries(record);
  return Object.fromEntries(entries.flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}
