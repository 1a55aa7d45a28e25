import type { GraphGroup } from '../../drawing/graph.ts';
import { prefixesOf } from '../moduleNames.ts';

/** An item with a name and the positions of the items that it reads, all of them before it. */
export interface Named {
  /** Unique. */
  readonly id: string;
  readonly name: string;
  /** What it is, apart from its parameters. */
  readonly kind: string;
  /** What it is, with its parameters. */
  readonly text: string;
  readonly sources: readonly number[];
}

export interface Modules {
  /** Outer groups before inner ones. */
  readonly groups: readonly GraphGroup[];
  /** The id of the innermost group of each item. */
  readonly groupOf: readonly (string | undefined)[];
}

interface Candidate {
  readonly prefix: string;
  readonly members: number[];
}

/**
 * Groups items by common beginnings of their names, such as `inception_3a/` and `res2a_`, together with the few other items
 * on paths between them. A group has two or more names, but not all items. No path leaves a group and enters it again, so a
 * folded group is not part of a cycle.
 */
export function modulesOf(items: readonly Named[]): Modules {
  const consumers = consumersOf(items);
  const groups: GraphGroup[] = [];
  const groupOf: (string | undefined)[] = items.map(() => undefined);
  const sizes = new Map<string | undefined, number>([[undefined, items.length]]);
  // Outer groups have shorter prefixes.
  for (const { prefix, members } of [...collect(items).values()].sort(byLength)) {
    const hasSeveral = members.some((item) => items[item]?.name !== items[members[0] ?? 0]?.name);
    const group = !hasSeveral ? undefined : closedGroup(members, items, consumers);
    const parent = group && groupOf[group[0] ?? 0];
    if (!group || group.length === sizes.get(parent)) continue;
    if (group.some((item) => groupOf[item] !== parent)) continue;
    const id = `group:${prefix}`;
    groups.push({ id, title: prefix, ...(parent !== undefined && { parent }) });
    sizes.set(id, group.length);
    for (const item of group) groupOf[item] = id;
  }
  return { groups, groupOf };
}

function byLength(one: Candidate, other: Candidate): number {
  return one.prefix.length - other.prefix.length;
}

function collect(items: readonly Named[]): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  for (const [item, { name }] of items.entries())
    for (const prefix of prefixesOf(name)) {
      const found = candidates.get(prefix);
      if (found) found.members.push(item);
      else candidates.set(prefix, { prefix, members: [item] });
    }
  return candidates;
}

function consumersOf(items: readonly Named[]): number[][] {
  const consumers: number[][] = items.map(() => []);
  for (const [item, { sources }] of items.entries())
    for (const source of sources) consumers[source]?.push(item);
  return consumers;
}

/** Of how many items a group is chosen at most: this many times its members. */
const mostSpread = 5;

/**
 * The members and the items on paths between them, in order; undefined if there are more such items than members, or if the
 * members are spread widely.
 */
function closedGroup(
  members: readonly number[],
  items: readonly Named[],
  consumers: readonly (readonly number[])[],
): readonly number[] | undefined {
  const [first, last] = [members[0] ?? 0, members.at(-1) ?? 0];
  if (last - first > mostSpread * members.length) return undefined;
  // Items only read earlier ones, so one pass in each direction follows all paths.
  const after = new Set(members);
  for (let item = first; item <= last; item += 1)
    if (after.has(item)) for (const next of consumers[item] ?? []) after.add(next);
  const group = new Set(members);
  for (let item = last; item >= first; item -= 1)
    if (group.has(item))
      for (const source of items[item]?.sources ?? []) if (after.has(source)) group.add(source);
  if (group.size > 2 * members.length) return undefined;
  return [...group].sort((one, other) => one - other);
}
