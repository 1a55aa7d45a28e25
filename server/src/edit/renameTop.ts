import type { Document } from '../document/document.ts';
import { bothNets, twinOf } from '../document/layers.ts';
import type { Layer } from '../net/net.ts';
import { wiringOf } from '../net/wiring.ts';
import type { Entry } from '../schema/message.ts';
import type { TextEdit } from '../text/edit.ts';
import { quoted } from './draft.ts';
import { valueRange } from './fields.ts';

/**
 * Gives one top of a layer another name, and to everything that reads it in either phase. Layers behind it that change
 * the blob in place go on doing so, under the new name.
 */
export function renameTop(document: Document, layer: Layer, top: number, name: string): TextEdit[] {
  const edits = new Map<number, TextEdit>();
  const write = (owner: Layer, entry: Entry | undefined) => {
    const range = entry && valueRange(owner, entry);
    if (range) edits.set(range.start, { range, newText: quoted(name) });
  };
  const rename = (maker: Layer, index: number, wiring: ReturnType<typeof wiringOf>) => {
    write(maker, maker.message.list('top')[index]);
    for (const reader of wiring.readers(maker, index)) {
      const follows = wiring.inPlace(reader.layer, reader.index);
      write(reader.layer, reader.layer.message.list('bottom')[reader.index]);
      if (follows) rename(reader.layer, reader.index, wiring);
    }
  };
  for (const net of bothNets(document)) {
    const twin = twinOf(net, layer);
    if (twin) rename(twin, top, wiringOf(net));
  }
  return [...edits.values()];
}
