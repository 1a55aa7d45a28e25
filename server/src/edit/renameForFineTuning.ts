import type { Document } from '../document/document.ts';
import type { LayerSyntax } from '../net/lower.ts';
import { type Entry, Message } from '../schema/message.ts';
import type { TextEdit } from '../text/edit.ts';
import { quoted } from './draft.ts';
import { valueRange } from './fields.ts';
import { freeLayerName } from './names.ts';

/**
 * Gives a layer, and the parameter blobs that it shares by name, names of their own, so that Caffe learns them from
 * scratch: it copies weights from a trained model by the names of layers, and refuses those whose shapes changed.
 * Layers of one name in different phases are one layer to it, and layers that share a blob go on sharing it; both are
 * renamed together. Blobs keep their names. Empty for a layer without a name.
 */
export function renameForFineTuning(document: Document, layer: LayerSyntax, wanted?: string): TextEdit[] {
  const { layers } = document.source().upgraded;
  const old = layer.message.text('name');
  if (old === '') return [];
  const name = freeLayerName(document, wanted ?? `${old}_ft`);
  const alike = layers.filter(({ message }) => message.text('name') === old);
  const shared = new Set(alike.flatMap((one) => paramNames(one).map(({ value }) => String(value))));
  const edits = [
    ...alike.flatMap((one) => one.message.list('name').map((entry) => write(one, entry, name))),
    ...layers.flatMap((one) =>
      paramNames(one)
        .filter(({ value }) => shared.has(String(value)))
        .map((entry) =>
          write(one, entry, `${String(entry.value)}${name.startsWith(old) ? name.slice(old.length) : '_ft'}`),
        ),
    ),
  ];
  return [...new Map(edits.map((edit) => [edit.range.start, edit])).values()];
}

/** The names under which a layer shares its parameter blobs. */
function paramNames({ message }: LayerSyntax): readonly Entry[] {
  return message
    .list('param')
    .flatMap(({ value }) => (value instanceof Message ? value.list('name') : []))
    .filter(({ value }) => value !== '');
}

function write(layer: LayerSyntax, entry: Entry, name: string): TextEdit {
  return { range: valueRange(layer, entry), newText: quoted(name) };
}
