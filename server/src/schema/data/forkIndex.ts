import type { ForkFacts, SchemaFacts } from './facts.ts';
import { type ForkName, forkNames } from './forkNames.ts';
import { forkFacts, forkLacks, layerTypes, ssd } from './forks.generated.ts';

/** What a fork adds to BVLC's schema. */
export function factsOf(fork: ForkName): readonly SchemaFacts[] {
  if (fork === 'ssd') return [ssd];
  return allFacts().filter(({ forks }) => words(forks).includes(fork));
}

let facts: readonly ForkFacts[] | undefined;

function allFacts(): readonly ForkFacts[] {
  facts ??= forkFacts();
  return facts;
}

/** What a fork does not have of BVLC's schema, or declares otherwise. Undefined if it is not known. */
export function lacksOf(fork: ForkName): SchemaFacts | undefined {
  lacks ??= forkLacks();
  return lacks[fork];
}

let lacks: ReturnType<typeof forkLacks> | undefined;

/** The forks that add a field to a message. */
export function forksWithField(message: string, field: string): readonly ForkName[] {
  return addedFields(message).get(field) ?? [];
}

/** The forks in which a field of a message is repeated. */
export function forksThatRepeat(message: string, field: string): readonly ForkName[] {
  return repeatedFields(message).get(field) ?? [];
}

/** The forks that add a value to an enum. */
export function forksWithValue(enumeration: string, value: string): readonly ForkName[] {
  return addedValues(enumeration).get(value) ?? [];
}

/** The forks whose code registers a layer type that BVLC does not register; none for a type of BVLC. */
export function forksWithType(type: string): readonly ForkName[] {
  return ownTypes('bvlc').has(type) ? [] : (addedTypes().get(type) ?? []);
}

/**
 * Whether a fork's code registers a layer type: its own types, and BVLC's except those it lacks. Python layers are an
 * option of another Caffe.
 */
export function registers(fork: ForkName, type: string): boolean {
  const own = ownTypes(fork);
  return own.has(type) || (fork !== 'python' && ownTypes('bvlc').has(type) && !own.has(`-${type}`));
}

/** All layer types that a fork's code registers. */
export function typesOf(fork: ForkName): readonly string[] {
  const all = new Set([...ownTypes('bvlc'), ...ownTypes(fork)]);
  return [...all].filter((type) => !type.startsWith('-') && registers(fork, type));
}

const sets = new Map<ForkName, ReadonlySet<string>>();

function ownTypes(fork: ForkName): ReadonlySet<string> {
  const set = sets.get(fork) ?? new Set(words(layerTypes[fork]));
  sets.set(fork, set);
  return set;
}

type Index = ReadonlyMap<string, readonly ForkName[]>;

const addedFields = indexed(({ messages }, message) => {
  const fields = Object.entries(messages[message] ?? {});
  return fields.flatMap(([field, type]) => (type === null ? [] : [field]));
});

const repeatedFields = indexed(({ messages }, message) => {
  const fields = Object.entries(messages[message] ?? {});
  return fields.flatMap(([field, type]) => (words(type ?? '').includes('repeated') ? [field] : []));
});

const addedValues = indexed(({ enums }, enumeration) =>
  words(enums[enumeration] ?? '').map((value) => value.split('=')[0] ?? ''),
);

let types: Index | undefined;

function addedTypes(): Index {
  types ??= indexOf(forkNames.map((fork) => [[fork], [...ownTypes(fork)]]));
  return types;
}

/** The forks by the names that their facts have for a message or enum; computed once for each of these. */
function indexed(
  namesIn: (facts: SchemaFacts, holder: string) => readonly string[],
): (holder: string) => Index {
  const known = new Map<string, Index>();
  return (holder) => {
    const index =
      known.get(holder) ??
      indexOf([
        ...allFacts().map((facts) => [words(facts.forks), namesIn(facts, holder)] as const),
        [['ssd'], namesIn(ssd, holder)],
      ]);
    known.set(holder, index);
    return index;
  };
}

/** The forks by name, each list in the order of all forks. */
function indexOf(entries: readonly (readonly [forks: readonly string[], names: readonly string[]])[]): Index {
  const found = new Map<string, Set<string>>();
  for (const [forks, names] of entries)
    for (const name of names) {
      const set = found.get(name) ?? new Set();
      found.set(name, set);
      for (const fork of forks) set.add(fork);
    }
  return new Map([...found].map(([name, forks]) => [name, forkNames.filter((fork) => forks.has(fork))]));
}

function words(text: string): string[] {
  return text.split(' ').filter(Boolean);
}
