import type { Document } from '../document/document.ts';
import type { LayerSyntax } from '../net/lower.ts';
import type { TextEdit } from '../text/edit.ts';
import { valueRange } from './fields.ts';
import { freeLayerName } from './names.ts';
import { quoted } from './newField.ts';

/**
 * Renames a layer so that Caffe learns it from scratch: Caffe copies weights from a trained model by layer name
 * (Net::CopyTrainedLayersFrom), and rejects those with different shapes. Layers of the same name in different phases
 * are one layer to it, and a layer that shares a blob would restore the trained values, so all of them are renamed
 * together; blobs keep their names. Empty for a layer without a name.
 */
export function renameForFineTuning(document: Document, layer: LayerSyntax, wanted?: string): TextEdit[] {
  const { layers } = document.netInput().upgraded;
  const old = nameOf(layer);
  if (old === '') return [];
  const suffix = wanted?.startsWith(old) ? wanted.slice(old.length) : '_ft';
  const names = new Map(
    [...sharers(layers, old)].map((name) => [
      name,
      freeLayerName(document, name === old && wanted !== undefined ? wanted : `${name}${suffix}`),
    ]),
  );
  const edits = layers.flatMap((one) => {
    const name = names.get(nameOf(one));
    if (name === undefined) return [];
    return one.message
      .list('name')
      .map((entry) => ({ range: valueRange(document.tree, one, entry), newText: quoted(name) }));
  });
  return [...new Map(edits.map((edit) => [edit.range.start, edit])).values()];
}

/** The names of the layers that share parameter blobs by name with the layers of one name, directly or indirectly. */
function sharers(layers: readonly LayerSyntax[], name: string): ReadonlySet<string> {
  const names = new Set([name]);
  for (const found of names) {
    const shared = new Set(layers.filter((layer) => nameOf(layer) === found).flatMap(paramNames));
    for (const layer of layers) {
      if (nameOf(layer) !== '' && paramNames(layer).some((param) => shared.has(param)))
        names.add(nameOf(layer));
    }
  }
  return names;
}

function nameOf({ message }: LayerSyntax): string {
  return message.text('name');
}

/** The names by which a layer shares its parameter blobs. */
function paramNames({ message }: LayerSyntax): string[] {
  return message
    .messages('param')
    .map((spec) => spec.text('name'))
    .filter(Boolean);
}
