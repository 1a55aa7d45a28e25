import { layerExtent } from '../../document/layers.ts';
import { writeBlob } from '../../edit/blobs.ts';
import type { Fix } from '../../edit/fix.ts';
import type { Layer } from '../../net/net.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { FixContext } from '../fixer.ts';
import { layerIndexAt } from './layerText.ts';
import { offer } from './offer.ts';
import { bottomsFor } from './suggestBlobs.ts';

/** Untested fixes that replace some of a layer's bottoms. */
export function rewireBottom(
  { document }: FixContext,
  layer: Layer,
  slots: readonly number[],
  most = 4,
): Fix[] {
  const { layers } = document.netInput().upgraded;
  const index = layerIndexAt(document.tree, layers, layerExtent(document.tree, layer).start);
  return slots.flatMap((slot) => {
    const entry = layer.message.list('bottom')[slot];
    if (!entry) return [];
    return bottomsFor(layers, index, slot)
      .filter((name) => name !== entry.value)
      .slice(0, most)
      .flatMap((name) =>
        offer(`Replace the bottom \`${String(entry.value)}\` with \`${name}\``, [
          writeBlob(document.tree, layer, entry, name),
        ]),
      );
  });
}

/** An untested fix that swaps the first two bottoms. */
export function swapBottoms(tree: SyntaxTree, layer: Layer): Fix[] {
  const [one, other] = layer.message.list('bottom');
  if (!one || !other || one.value === other.value) return [];
  const edits = [
    writeBlob(tree, layer, one, String(other.value)),
    writeBlob(tree, layer, other, String(one.value)),
  ];
  return offer('Swap the bottoms', edits);
}
