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
  const renaming = new TopRenaming(document, name);
  renaming.rename({ layer, index: top });
  return renaming.list();
}

/** Renames a blob for the layers that read a top, except some, so that a different layer can produce it for them. */
export function renameConsumers(
  document: Document,
  layer: Layer,
  top: number,
  name: string,
  isExcepted: (consumer: Layer) => boolean,
): TextEdit[] {
  const renaming = new TopRenaming(document, name);
  for (const consumer of renaming.consumers({ layer, index: top }))
    if (!isExcepted(consumer.layer)) renaming.renameConsumer(consumer);
  return renaming.list();
}

type Consumer = Port & { readonly follows: boolean };

/** Collects the edits that give a blob a name. */
class TopRenaming {
  private readonly document: Document;
  private readonly name: string;
  private readonly nets: readonly Net[];
  private readonly edits = new Map<number, TextEdit>();

  constructor(document: Document, name: string) {
    this.document = document;
    this.name = name;
    this.nets = allNets(document);
  }

  list(): TextEdit[] {
    return [...this.edits.values()];
  }

  rename(producer: Port): void {
    const open = [producer];
    for (let next = open.pop(); next; next = open.pop()) {
      if (!this.write(next.layer, next.layer.message.list('top')[next.index])) continue;
      for (const consumer of this.consumers(next)) {
        this.writeBottom(consumer);
        if (consumer.follows) open.push(consumer);
        open.push(...this.nets.flatMap((net) => producerIn(net, consumer)));
      }
    }
  }

  renameConsumer(consumer: Consumer): void {
    this.writeBottom(consumer);
    if (consumer.follows) this.rename(consumer);
  }

  private writeBottom({ layer, index }: Port): void {
    this.write(layer, layer.message.list('bottom')[index]);
  }

  /** The bottoms that read a top in any net. */
  consumers(producer: Port): Consumer[] {
    return this.nets.flatMap((net) => consumersIn(net, producer));
  }

  /** Renames an entry; false if it is already renamed. */
  private write(owner: Layer, entry: Entry | undefined): boolean {
    const range = entry && valueRange(this.document.tree, owner, entry);
    if (!range || this.edits.has(range.start)) return false;
    this.edits.set(range.start, { range, newText: quoted(this.name) });
    return true;
  }
}

/** The bottoms that read a top in a net, and whether their layers run in place. */
function consumersIn(net: Net, { layer, index }: Port): Consumer[] {
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
