import type { Document } from '../document/document.ts';
import { allNets, sameLayerIn } from '../document/layers.ts';
import { blobGraphOf } from '../net/blobGraph.ts';
import type { Layer } from '../net/net.ts';
import type { TextEdit } from '../text/edit.ts';
import { valueRange } from './fields.ts';
import { removeLayer } from './layers.ts';
import { quoted } from './newField.ts';

/** Removes a layer with one bottom and one top; in every state, consumers of its top read its bottom instead. */
export function spliceOut(document: Document, layer: Layer): TextEdit[] {
  const [bottom] = layer.message.texts('bottom');
  const edits = new Map<number, TextEdit>();
  for (const net of allNets(document)) {
    const graph = blobGraphOf(net);
    const counterpart = sameLayerIn(net, layer);
    if (!counterpart || bottom === undefined || graph.inPlace(counterpart)) continue;
    for (const consumer of graph.consumers(counterpart)) {
      const entry = consumer.layer.message.list('bottom')[consumer.index];
      const range = entry && valueRange(document.tree, consumer.layer, entry);
      if (range) edits.set(range.start, { range, newText: quoted(bottom) });
    }
  }
  return [removeLayer(document.tree, layer), ...edits.values()];
}
