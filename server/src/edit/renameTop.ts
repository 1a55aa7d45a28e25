import type { Document } from '../document/document.ts';
import { allNets, twinOf } from '../document/layers.ts';
import type { Layer, Net } from '../net/net.ts';
import { type Port, wiringOf } from '../net/wiring.ts';
import type { Entry } from '../schema/message.ts';
import type { TextEdit } from '../text/edit.ts';
import { quoted } from './draft.ts';
import { valueRange } from './fields.ts';

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
  const rename = (maker: Port) => {
    if (!write(maker.layer, maker.layer.message.list('top')[maker.index])) return;
    for (const { layer: reader, index, follows } of nets.flatMap((net) => readersIn(net, maker))) {
      write(reader, reader.message.list('bottom')[index]);
      if (follows) rename({ layer: reader, index });
      for (const other of nets.flatMap((net) => makerIn(net, { layer: reader, index }))) rename(other);
    }
  };
  rename({ layer, index: top });
  return [...edits.values()];
}

/** The bottoms that read a top in a net, and whether their layers run in place. */
function readersIn(net: Net, { layer, index }: Port): (Port & { readonly follows: boolean })[] {
  const twin = twinOf(net, layer);
  const wiring = wiringOf(net);
  const readers = twin ? wiring.readers(twin, index) : [];
  return readers.map((reader) => ({ ...reader, follows: wiring.inPlace(reader.layer, reader.index) }));
}

/** The top that a bottom reads in a net, if the net has the bottom's layer. */
function makerIn(net: Net, { layer, index }: Port): Port[] {
  const twin = twinOf(net, layer);
  const maker = twin && wiringOf(net).maker(twin, index);
  return maker ? [maker] : [];
}
