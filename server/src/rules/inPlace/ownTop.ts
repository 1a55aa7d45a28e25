import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import { freeBlobName } from '../../edit/names.ts';
import { renameTop } from '../../edit/renameTop.ts';
import type { Layer } from '../../net/net.ts';

/** Gives a layer that works in place a top of its own, called after the layer, which the layers behind it read. */
export function withOwnTop(document: Document, layer: Layer, top: number): Fix[] {
  const name = freeBlobName(document, layer.name);
  const edits = renameTop(document, layer, top, name);
  return [{ title: `Name the top \`${name}\``, edits, preferred: true }];
}
