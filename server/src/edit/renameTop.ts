import type { Document } from '../document/document.ts';
import { allNets, sameLayerIn } from '../document/layers.ts';
import { blobGraphOf, type Port } from '../net/blobGraph.ts';
import type { Layer, Net } from '../net/net.ts';
import type { Entry } from '../schema/message.ts';
import type { TextEdit } from '../text/edit.ts';
import { valueRange } from './fields.ts';
import { quoted } from './newField.ts';

/**
 * Renames one top of a layer, and the bottoms that read it in either phase. Later in-place layers stay in place, under
 * the new name; a layer that produces the blob for the same consumers in the other phase is renamed too.
 */
export function renameTop(document: Document, layer: Layer, top: number, name: string): TextEdit[] {
  const edits = new Map<number, TextEdit>();
  const nets = allNets(document);
  /** Renames an entry; false if it is already renamed. */
  const write = (owner: Layer, entry: Entry | undefined): boolean => {
    const range = entry && valueRange(document.tree, owner, entry);
    if (!range || edits.has(range.start)) return false;
    edits.set(range.start, { range, newText: quoted(name) });
    return true;
  };
  const rename = (producer: Port) => {
    if (!write(producer.layer, producer.layer.message.list('top')[producer.index])) return;
    for (const { layer: consumer, index, follows } of nets.flatMap((net) => consumersIn(net, producer))) {
      write(consumer, consumer.message.list('bottom')[index]);
      if (follows) rename({ layer: consumer, index });
      for (const other of nets.flatMap((net) => producerIn(net, { layer: consumer, index }))) rename(other);
    }
  };
  rename({ layer, index: top });
  return [...edits.values()];
}

/** The bottoms that read a top in a net, and whether their layers run in place. */
function consumersIn(net: Net, { layer, index }: Port): (Port & { readonly follows: boolean })[] {
  const counterpart = sameLayerIn(net, layer);
  const graph = blobGraphOf(net);
  const consumers = counterpart ? graph.consumers(counterpart, index) : [];
  return consumers.map((consumer) => ({
    ...consumer,
    follows: graph.inPlace(consumer.layer, consumer.index),
  }));
}

/** The top that a bottom reads in a net, if the net has the bottom's layer. */
function producerIn(net: Net, { layer, index }: Port): Port[] {
  const counterpart = sameLayerIn(net, layer);
  const producer = counterpart && blobGraphOf(net).producer(counterpart, index);
  return producer ? [producer] : [];
}
