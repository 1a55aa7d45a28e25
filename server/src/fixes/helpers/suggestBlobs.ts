import type { LayerSyntax } from '../../net/lower.ts';

/** The tops of the layers above a layer: unread ones first, within each group the latest first. */
export function blobsAbove(layers: readonly LayerSyntax[], index: number): string[] {
  const read = new Set(layers.flatMap((layer, place) => (place === index ? [] : readAnew(layer))));
  const above = layers.slice(0, index).flatMap(({ message }) => message.texts('top'));
  const latestFirst = [...new Set(above.toReversed())];
  return [...latestFirst.filter((name) => !read.has(name)), ...latestFirst.filter((name) => read.has(name))];
}

/** Candidate blobs for a bottom of a layer, likeliest first; a loss or Accuracy takes its label second. */
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

/** An in-place candidate: the top of the layer, if a layer above produces it. */
function inPlaceOf(layer: LayerSyntax | undefined, above: readonly string[], slot: number): string[] {
  const top = layer?.message.texts('top')[slot];
  return top !== undefined && above.includes(top) ? [top] : [];
}

/** Candidate tops of a layer: blobs read below without a producer, a blob with the layer's name, its first bottom. */
export function topsFor(layers: readonly LayerSyntax[], index: number): string[] {
  const layer = layers[index];
  const made = new Set(layers.slice(0, index).flatMap(({ message }) => message.texts('top')));
  const own = layer?.message.texts('top') ?? [];
  const missing: string[] = [];
  for (const { message } of layers.slice(index + 1)) {
    for (const name of message.texts('bottom'))
      if (!made.has(name) && !own.includes(name)) missing.push(name);
    for (const name of message.texts('top')) made.add(name);
  }
  const name = layer?.message.text('name') ?? '';
  const named = name !== '' && !own.includes(name) && !made.has(name) ? [name] : [];
  const bottoms = layer?.message.texts('bottom') ?? [];
  const asNamed = missing.filter((one) => one === name);
  return [...new Set([...asNamed, ...missing, ...named, ...bottoms.slice(0, 1)])];
}

/** The bottoms that a layer reads without overwriting them in place. */
function readAnew({ message }: LayerSyntax): string[] {
  const tops = message.texts('top');
  return message.texts('bottom').filter((name, place) => tops[place] !== name);
}
