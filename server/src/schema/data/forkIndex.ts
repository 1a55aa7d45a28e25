import type { ForkFacts, SchemaFacts } from './facts.ts';
import { type ForkName, forkNames } from './forkNames.ts';
import { forkFacts, layerTypes, ssd } from './forks.generated.ts';

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

/** The forks that add a field to a message. */
export function forksWithField(message: string, field: string): readonly ForkName[] {
  return forksWhere(`${message}.${field}`, ({ messages }) => typeof messages[message]?.[field] === 'string');
}

/** The forks in which a field of a message is repeated. */
export function forksThatRepeat(message: string, field: string): readonly ForkName[] {
  return forksWhere(`${message}.${field}[]`, ({ messages }) =>
    words(messages[message]?.[field] ?? '').includes('repeated'),
  );
}

/** The forks that add a value to an enum. */
export function forksWithValue(enumeration: string, value: string): readonly ForkName[] {
  return forksWhere(`${enumeration}=${value}`, ({ enums }) =>
    words(enums[enumeration] ?? '').some((word) => word.split('=')[0] === value),
  );
}

/** The forks whose code registers a layer type that BVLC does not register; none for a type of BVLC. */
export function forksWithType(type: string): readonly ForkName[] {
  if (ownTypes('bvlc').has(type)) return [];
  return remembered(`${type}()`, () => forkNames.filter((fork) => ownTypes(fork).has(type)));
}

/** Whether a fork's code registers a layer type: its own types, and BVLC's except those it lacks. */
export function registers(fork: ForkName, type: string): boolean {
  const own = ownTypes(fork);
  return own.has(type) || (ownTypes('bvlc').has(type) && !own.has(`-${type}`));
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

const answers = new Map<string, readonly ForkName[]>();

function forksWhere(key: string, holds: (facts: SchemaFacts) => boolean): readonly ForkName[] {
  return remembered(key, () => findForks(holds));
}

function findForks(holds: (facts: SchemaFacts) => boolean): readonly ForkName[] {
  const found = new Set(
    allFacts()
      .filter(holds)
      .flatMap(({ forks }) => words(forks)),
  );
  if (holds(ssd)) found.add('ssd');
  return forkNames.filter((name) => found.has(name));
}

/** Files repeat the same queries. The keys are also what users type, so the cache is bounded. */
function remembered(key: string, work: () => readonly ForkName[]): readonly ForkName[] {
  const known = answers.get(key);
  if (known) return known;
  if (answers.size > 10_000) answers.clear();
  const forks = work();
  answers.set(key, forks);
  return forks;
}

function words(text: string): string[] {
  return text.split(' ').filter(Boolean);
}
