import type { Document } from '../document/document.ts';
import { allNets, sameLayerIn } from '../document/layers.ts';
import { blobGraphOf, type Port } from '../net/blobGraph.ts';
import type { Layer, Net } from '../net/net.ts';
import type { TextEdit } from '../text/edit.ts';
import { valueRange } from './fields.ts';
import { removeLayer } from './layers.ts';
import { quoted } from './newField.ts';

/**
 * Removes a layer with one bottom and one top; in every state, consumers of its top read its bottom instead. Empty if a
 * consumer reads another layer's blob in some state.
 */
export function spliceOut(document: Document, layer: Layer): TextEdit[] {
  const [bottom] = layer.message.texts('bottom');
  const edits = new Map<number, TextEdit>();
  const nets = allNets(document);
  for (const net of nets) {
    const graph = blobGraphOf(net);
    const counterpart = sameLayerIn(net, layer);
    if (!counterpart || bottom === undefined || graph.inPlace(counterpart)) continue;
    for (const consumer of graph.consumers(counterpart)) {
      if (nets.some((other) => readsAnother(other, layer, consumer))) return [];
      const entry = consumer.layer.message.list('bottom')[consumer.index];
      const range = entry && valueRange(document.tree, consumer.layer, entry);
      if (range) edits.set(range.start, { range, newText: quoted(bottom) });
    }
  }
  return [removeLayer(document.tree, layer), ...edits.values()];
}

/** Whether a consumer of a layer reads the blob of another one in a net. */
function readsAnother(net: Net, layer: Layer, consumer: Port): boolean {
  const own = sameLayerIn(net, consumer.layer);
  const producer = own && blobGraphOf(net).producer(own, consumer.index);
  return producer !== undefined && producer.layer.message !== layer.message;
}
