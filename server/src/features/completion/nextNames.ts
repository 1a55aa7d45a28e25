import type { Document } from '../../document/document.ts';
import { layerExtent } from '../../document/layers.ts';
import { onceFor } from '../../memo/onceFor.ts';
import type { LayerSyntax } from '../../net/lower.ts';

/** The number of layers above whose names are continued. */
const mostContinued = 12;

/**
 * Names that continue those of the layers above, the nearest first: `conv2_1` leads to `conv2_2` and `conv3_1`. Without
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

/** The name with its last number increased, and with its first one increased and the last one at its start. */
function continued(name: string): string[] {
  const numbers = [...name.matchAll(/\d+/gu)];
  const [first, last] = [numbers.at(0), numbers.at(-1)];
  if (!first || !last || last[0].length > 6) return [];
  const increased = (text: string) => String(Number(text) + 1).padStart(text.length, '0');
  const next = replaceAt(name, last.index, last[0], increased(last[0]));
  if (first === last) return [next];
  const restarted = replaceAt(name, last.index, last[0], '1'.padStart(last[0].length, '0'));
  return [next, replaceAt(restarted, first.index, first[0], increased(first[0]))];
}

function replaceAt(text: string, index: number, old: string, by: string): string {
  return text.slice(0, index) + by + text.slice(index + old.length);
}
