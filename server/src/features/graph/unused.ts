import { writtenLayers } from '../../document/layers.ts';
import { blobGraphOf } from '../../net/blobGraph.ts';
import type { Layer, Net } from '../../net/net.ts';
import { hasLoss } from '../../rules/helpers/training.ts';

/** The layers of which all tops are only read by unused layers. `ends` are the unused layers that no layer reads. */
export function leadingTo(ends: ReadonlySet<Layer>, net: Net): readonly Layer[] {
  if (ends.size === 0) return [];
  const graph = blobGraphOf(net);
  const unused = new Set(ends);
  for (const layer of writtenLayers(net).toReversed()) {
    const readers = layer.facts.tops.map((_, top) => graph.consumers(layer, top));
    const isUnused = readers.every(
      (ports) => ports.length > 0 && ports.every((port) => unused.has(port.layer)),
    );
    if (readers.length > 0 && isUnused && !hasLoss(layer)) unused.add(layer);
  }
  return [...unused].filter((layer) => !ends.has(layer));
}
