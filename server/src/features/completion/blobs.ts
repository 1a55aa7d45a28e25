import type { Document } from '../../document/document.ts';
import { layerAt, layerExtent, layersIn } from '../../document/layers.ts';
import type { Layer } from '../../net/net.ts';
import type { NetState } from '../../net/state.ts';
import { formatShape } from '../../shape/shape.ts';
import type { CompletionItem } from '../types.ts';
import type { ValueCursor } from './cursor.ts';

/** For a bottom, the blobs that layers above make, the nearest first; for a top, the layer's name and its bottoms. */
export function completeBlob(
  document: Document,
  { field, range }: ValueCursor,
  offset: number,
  state: NetState,
): CompletionItem[] {
  const names =
    field.name === 'top' ? topNames(document, offset, state) : blobsAbove(document, offset, state);
  return [...names].map(([name, detail], index) => ({
    label: name,
    kind: 'blob',
    detail,
    documentation: '',
    range,
    snippet: `"${name}"`,
    order: String(index).padStart(5, '0'),
    deprecated: false,
  }));
}

function blobsAbove(document: Document, offset: number, state: NetState): ReadonlyMap<string, string> {
  const above = layersIn(document, state).filter((layer) => layerExtent(layer).end <= offset);
  const blobs = new Map<string, string>();
  for (const layer of above.toReversed()) {
    for (const { name, shape } of layer.outputs) {
      if (!blobs.has(name)) blobs.set(name, `${formatShape(shape)} · ${layer.name} (${layer.type})`);
    }
  }
  return blobs;
}

function topNames(document: Document, offset: number, state: NetState): ReadonlyMap<string, string> {
  const layer: Layer | undefined = layerAt(document, offset, state)?.layer;
  if (!layer) return new Map();
  const inPlace = layer.inputs.map(({ name }) => [name, 'in place'] as const);
  return new Map(
    [[layer.name, 'after the layer'], ...inPlace].filter(([name]) => name !== '') as [string, string][],
  );
}
