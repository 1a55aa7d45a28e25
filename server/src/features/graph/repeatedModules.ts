import type { GraphGroup } from '../../drawing/graph.ts';
import type { Modules, Named } from './modules.ts';
import { type Run, repetitionsOf } from './repetitions.ts';

/** An item or a module of the outermost level: what can be repeated. */
interface Part {
  /** The positions of its first and its last item; all items between belong to it. */
  readonly first: number;
  readonly last: number;
  /** The module. Undefined for an item. */
  readonly group?: GraphGroup;
  /** What is equal for equal parts; undefined for modules that contain parts of each other. */
  readonly content: string | undefined;
}

/** How often modules with names have to be repeated to become a group. */
const leastModules = 6;

/**
 * Adds groups for repeated parts of a net: a group for all repetitions, and in it one for each of several items. Parts
 * are equal if their items have the same kinds, parameters and relative connections. A group consists of successive items,
 * which only read earlier ones, so no path leaves it and enters it again.
 */
export function withRepetitions(items: readonly Named[], modules: Modules): Modules {
  const parts = partsOf(items, modules);
  const open = openAt(items);
  const runs = repetitionsOf(
    numbered(parts),
    parts.map(({ first }) => open[first] ?? 0),
  ).filter(({ start, period, count }) => period > 1 || !parts[start]?.group || count >= leastModules);
  if (runs.length === 0) return modules;
  const groupOf = [...modules.groupOf];
  const parents = new Map<string, string>();
  const added: GraphGroup[] = [];
  const put = (part: Part | undefined, group: string) => {
    if (part?.group) parents.set(part.group.id, group);
    else if (part) groupOf[part.first] = group;
  };
  for (const run of runs) {
    const outer = `repeat:${items[parts[run.start]?.first ?? 0]?.id}`;
    added.push({ id: outer, title: titleOf(run, parts, items) });
    for (let repetition = 0; repetition < run.count; repetition += 1) {
      const start = run.start + repetition * run.period;
      const own = parts.slice(start, start + run.period);
      const [first, last] = [items[own[0]?.first ?? 0], items[own.at(-1)?.last ?? 0]];
      const inner = own.length > 1 ? `part:${first?.id}` : outer;
      if (own.length > 1) added.push({ id: inner, title: `${first?.name} – ${last?.name}`, parent: outer });
      for (const part of own) put(part, inner);
    }
  }
  const known = modules.groups.map((group) => {
    const parent = parents.get(group.id);
    return parent === undefined ? group : { ...group, parent };
  });
  return { groups: [...added, ...known], groupOf };
}

/** `2 Convolution + Eltwise ×16`, or for modules with names `res4b1 – res4b22 ×22`. */
function titleOf({ start, period, count }: Run, parts: readonly Part[], items: readonly Named[]): string {
  const first = parts[start]?.group;
  const last = parts[start + count - 1]?.group;
  if (period === 1 && first && last) return `${first.title} – ${last.title} ×${count}`;
  const kinds: { kind: string; times: number }[] = [];
  for (const part of parts.slice(start, start + period))
    for (const { kind } of items.slice(part.first, part.last + 1)) {
      const before = kinds.at(-1);
      if (before?.kind === kind) before.times += 1;
      else kinds.push({ kind, times: 1 });
    }
  const named = kinds.map(({ kind, times }) => (times === 1 ? kind : `${times} ${kind}`));
  return `${[...named.slice(0, mostKinds), ...(named.length > mostKinds ? ['…'] : [])].join(' + ')} ×${count}`;
}

/** The most kinds that a title lists. */
const mostKinds = 3;

/** The items and outermost modules in order. Modules between whose items there are others are one part without content. */
function partsOf(items: readonly Named[], { groups, groupOf }: Modules): Part[] {
  const outermost = outermostOf(groups);
  const owners = groupOf.map((id) => outermost.get(id ?? ''));
  const lasts = new Map(owners.map((owner, index) => [owner, index]));
  const parts: Part[] = [];
  for (let first = 0; first < items.length; first += 1) {
    const group = owners[first];
    let last = group ? (lasts.get(group) ?? first) : first;
    let isWhole = true;
    for (let at = first; at <= last; at += 1) {
      isWhole &&= owners[at] === group;
      if (owners[at]) last = Math.max(last, lasts.get(owners[at]) ?? at);
    }
    const content = isWhole ? contentOf(items, first, last) : undefined;
    parts.push({ first, last, content, ...(group && { group }) });
    first = last;
  }
  return parts;
}

function outermostOf(groups: readonly GraphGroup[]): Map<string, GraphGroup> {
  const outermost = new Map<string, GraphGroup>();
  for (const group of groups) outermost.set(group.id, outermost.get(group.parent ?? '') ?? group);
  return outermost;
}

function contentOf(items: readonly Named[], first: number, last: number): string {
  const own = items
    .slice(first, last + 1)
    .map(({ text, sources }, index) => [text, sources.map((source) => first + index - source)]);
  return JSON.stringify(own);
}

/** Equal numbers for parts with equal contents. */
function numbered(parts: readonly Part[]): number[] {
  const numbers = new Map<string, number>();
  return parts.map(({ content }, index) => {
    if (content === undefined) return -1 - index;
    const number = numbers.get(content) ?? numbers.size;
    numbers.set(content, number);
    return number;
  });
}

/** The number of items before each item whose outputs it or a later one reads. */
function openAt(items: readonly Named[]): number[] {
  const lastReader = items.map((_, index) => index);
  for (const [index, { sources }] of items.entries())
    for (const source of sources) lastReader[source] = Math.max(lastReader[source] ?? 0, index);
  const changes = new Array<number>(items.length + 2).fill(0);
  for (const [index, last] of lastReader.entries()) {
    changes[index + 1] = (changes[index + 1] ?? 0) + 1;
    changes[last + 1] = (changes[last + 1] ?? 0) - 1;
  }
  let open = 0;
  return items.map((_, index) => {
    open += changes[index] ?? 0;
    return open;
  });
}
