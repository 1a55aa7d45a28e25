import type { Document } from '../../../document/document.ts';
import { layerExtent } from '../../../document/layers.ts';
import { onceFor } from '../../../memo/onceFor.ts';
import type { LayerSyntax } from '../../../net/lower.ts';

/** The number of layers above whose names are continued. */
const mostContinued = 12;

/**
 * Names that continue those of the layers above, the nearest first: `conv2_1` leads to `conv2_2` and `conv3_1`, `res2a` to `res2b` and
 * `res3a`. Without
 * those that the file already has.
 */
export function nextNames(document: Document, above: readonly string[]): string[] {
  const taken = namesOf(document);
  const names = above.slice(-mostContinued).reverse().flatMap(continued);
  return [...new Set(names)].filter((name) => !taken.has(name));
}

/** The names of all layers and tops of a file. */
export function namesOf(document: Document): ReadonlySet<string> {
  return namesIn(document.netInput().upgraded.layers);
}

const namesIn = onceFor(
  (layers: readonly LayerSyntax[]): ReadonlySet<string> =>
    new Set(layers.flatMap(({ facts: { name, tops } }) => [name, ...tops])),
);

/** The layers of all states that end before an offset. */
export function layersAbove(document: Document, offset: number): LayerSyntax[] {
  const { layers } = document.netInput().upgraded;
  return layers.filter((layer) => layerExtent(document.tree, layer).end <= offset);
}

/** The numbers of a name, and single letters after them or a separator (`3a`); not the sizes of windows (`3x3`). */
const counters = /(?<!\dx)(?<!\d)\d{1,6}(?!\d)(?!x\d)|(?<=[\d_/-])[a-y](?![a-z\d])/gu;

/**
 * The name with one of its counters increased, the last one first, and those that start again then: the last one, and a
 * letter directly after the increased one.
 */
function continued(name: string): string[] {
  const found = [...name.matchAll(counters)].slice(0, mostCounters);
  const last = found.length - 1;
  return [...found.keys()].reverse().map((increased) =>
    [...found.entries()].reverse().reduce((text, [place, { 0: old, index }]) => {
      const isBeside = index === (found[increased]?.index ?? 0) + (found[increased]?.[0].length ?? 0);
      const restarts = place > increased && (place === last || isBeside);
      if (place === increased) return replaceAt(text, index, old, next(old));
      return restarts ? replaceAt(text, index, old, first(old)) : text;
    }, name),
  );
}

/** The number of counters of a name that are examined. */
const mostCounters = 4;

function next(counter: string): string {
  const code = counter.codePointAt(0) ?? 0;
  return /\d/u.test(counter)
    ? String(Number(counter) + 1).padStart(counter.length, '0')
    : String.fromCodePoint(code + 1);
}

function first(counter: string): string {
  return /\d/u.test(counter) ? '1'.padStart(counter.length, '0') : 'a';
}

function replaceAt(text: string, index: number, old: string, by: string): string {
  return text.slice(0, index) + by + text.slice(index + old.length);
}
