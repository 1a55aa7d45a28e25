import type { LayerSyntax } from '../../net/lower.ts';
import { type Entry, Message } from '../../schema/message.ts';

/** The value of a field in another layer. */
export interface LikeValue {
  /** The text of the value. */
  readonly text: string;
  /** The name of the other layer. */
  readonly from: string;
}

/**
 * The values of a field (`['convolution_param', 'num_output']`) in other layers of the same type: most similar names
 * first, then nearest first.
 */
export function valuesLike(
  layers: readonly LayerSyntax[],
  index: number,
  path: readonly string[],
): LikeValue[] {
  const found = layersLike(layers, index).flatMap((layer) => {
    const text = textAt(layer, path);
    return text === undefined ? [] : [{ text, from: layer.message.text('name') }];
  });
  return found.filter(({ text }, place) => found.findIndex((other) => other.text === text) === place);
}

/** The other layers of the same type: most similar names first, then nearest first. */
export function layersLike(layers: readonly LayerSyntax[], index: number): LayerSyntax[] {
  const own = layers[index];
  if (!own) return [];
  const name = own.message.text('name');
  return layers
    .map((layer, place) => ({
      layer,
      alike: commonStem(layer.message.text('name'), name),
      far: Math.abs(place - index),
    }))
    .filter(({ layer, far }) => far > 0 && sameKind(layer, own))
    .toSorted((one, other) => other.alike - one.alike || one.far - other.far)
    .map(({ layer }) => layer);
}

/** Whether two layers have the same type; if either has none, whether they share a parameter field. */
function sameKind(layer: LayerSyntax, own: LayerSyntax): boolean {
  const [one, other] = [layer.message.text('type'), own.message.text('type')];
  if (one !== '' && other !== '') return one === other;
  return [...own.message.entries.keys()].some(
    (field) => field.endsWith('_param') && layer.message.has(field),
  );
}

function textAt({ message, block }: LayerSyntax, path: readonly string[]): string | undefined {
  let entry: Entry | undefined;
  let holder: Message | undefined = message;
  for (const name of path) {
    entry = holder?.list(name)[0];
    holder = entry?.value instanceof Message ? entry.value : undefined;
  }
  if (entry?.node.kind !== 'scalar' || entry.block) return undefined;
  return block.text.slice(entry.node.range.start, entry.node.range.end);
}

/** The similarity of two names: the length of the common prefix, plus a bonus if they differ only in numbers. */
function commonStem(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  const shape = (name: string) => name.replaceAll(/\d+/gu, '#');
  return length + (shape(one) === shape(other) ? 3 : 0);
}
