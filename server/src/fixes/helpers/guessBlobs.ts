import type { LayerSyntax } from '../../net/lower.ts';

/** The blobs that layers above a layer make: those that nobody reads first, of them the latest first. */
export function blobsAbove(layers: readonly LayerSyntax[], index: number): string[] {
  const read = new Set(layers.flatMap((layer, place) => (place === index ? [] : readAnew(layer))));
  const above = layers.slice(0, index).flatMap(({ message }) => message.texts('top'));
  const latestFirst = [...new Set(above.toReversed())];
  return [...latestFirst.filter((name) => !read.has(name)), ...latestFirst.filter((name) => read.has(name))];
}

/** What a layer may be meant to read: of a layer that compares, labels come second. */
export function bottomsFor(layers: readonly LayerSyntax[], index: number, slot: number): string[] {
  const layer = layers[index];
  const all = blobsAbove(layers, index);
  const own = layer?.message.texts('bottom') ?? [];
  const isLabel = (name: string) => /label|target|gt/iu.test(name);
  const compares = /Loss|Accuracy/u.test(layer?.message.text('type') ?? '');
  const hasLabel = own.some((name, place) => place !== slot && isLabel(name));
  const wantsLabel = compares && !hasLabel && (slot > 0 || own.length > 0);
  const usable = all.filter((name) => !own.some((other, place) => place !== slot && other === name));
  const asWanted = (name: string) => isLabel(name) === wantsLabel;
  return [
    ...inPlaceOf(layer, all, slot),
    ...usable.filter(asWanted),
    ...usable.filter((name) => !asWanted(name)),
  ];
}

/** A layer whose top is made above was meant to change it in place. */
function inPlaceOf(layer: LayerSyntax | undefined, above: readonly string[], slot: number): string[] {
  const top = layer?.message.texts('top')[slot];
  return top !== undefined && above.includes(top) ? [top] : [];
}

/** What a layer may be meant to make: what layers below read and nobody makes, a blob of its own name, its bottom anew. */
export function topsFor(layers: readonly LayerSyntax[], index: number): string[] {
  const layer = layers[index];
  const made = new Set(layers.slice(0, index).flatMap(({ message }) => message.texts('top')));
  const own = layer?.message.texts('top') ?? [];
  const missing: string[] = [];
  for (const { message } of layers.slice(index + 1)) {
    missing.push(...message.texts('bottom').filter((name) => !made.has(name) && !own.includes(name)));
    for (const name of message.texts('top')) made.add(name);
  }
  const name = layer?.message.text('name') ?? '';
  const named = name !== '' && !own.includes(name) && !made.has(name) ? [name] : [];
  const bottoms = layer?.message.texts('bottom') ?? [];
  const asNamed = missing.filter((one) => one === name);
  return [...new Set([...asNamed, ...missing, ...named, ...bottoms.slice(0, 1)])];
}

/** The bottoms that a layer does not only change in place. */
function readAnew({ message }: LayerSyntax): string[] {
  const tops = message.texts('top');
  return message.texts('bottom').filter((name, place) => tops[place] !== name);
}
