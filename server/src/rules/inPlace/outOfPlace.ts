import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import { freeBlobName } from '../../edit/names.ts';
import { renameTop } from '../../edit/renameTop.ts';
import type { Layer } from '../../net/net.ts';

/** Renames the top of an in-place layer after the layer, also in the layers that read it. */
export function makeOutOfPlace(document: Document, layer: Layer, top: number): Fix[] {
  const name = freeBlobName(document, layer.name);
  const edits = renameTop(document, layer, top, name);
  return [{ title: `Rename the top to \`${name}\``, edits, preferred: true }];
}
