import type { Document } from '../../document/document.ts';
import { allNets, twinOf } from '../../document/layers.ts';
import { quoted } from '../../edit/draft.ts';
import { valueRange } from '../../edit/fields.ts';
import { removeLayer } from '../../edit/layers.ts';
import type { Layer } from '../../net/net.ts';
import { wiringOf } from '../../net/wiring.ts';
import type { TextEdit } from '../../text/edit.ts';

/** Removes a layer with one bottom and one top; in every state, consumers of its top read its bottom instead. */
export function bypass(document: Document, layer: Layer): TextEdit[] {
  const [bottom] = layer.message.texts('bottom');
  const edits = new Map<number, TextEdit>();
  for (const net of allNets(document)) {
    const wiring = wiringOf(net);
    const twin = twinOf(net, layer);
    if (!twin || bottom === undefined || wiring.inPlace(twin)) continue;
    for (const reader of wiring.readers(twin)) {
      const entry = reader.layer.message.list('bottom')[reader.index];
      const range = entry && valueRange(document.tree, reader.layer, entry);
      if (range) edits.set(range.start, { range, newText: quoted(bottom) });
    }
  }
  return [removeLayer(document.tree, layer), ...edits.values()];
}
