import type { Document } from '../../document/document.ts';
import { layerAt } from '../../document/layers.ts';
import { blobGraphOf } from '../../net/blobGraph.ts';
import { entryLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import { formatState, type NetState } from '../../net/states/state.ts';
import { formatShape, reasons } from '../../shape/shape.ts';
import { touches } from '../../text/range.ts';
import { escapeMarkdown } from '../markdown.ts';

/** Hover text of a blob: its shape at the layer under the cursor, its producers and its consumers. */
export function blobMarkdown(
  document: Document,
  offset: number,
  state: NetState,
  kind: string,
): string | undefined {
  const found = layerAt(document, offset, state);
  if (!found) return undefined;
  const { layer } = found;
  const index = layer.message
    .list(kind)
    .findIndex((entry) => touches(document.rangeOf(entryLocation(entry, layer.block)), offset));
  const use = (kind === 'bottom' ? layer.inputs : layer.outputs)[index];
  if (!use) return undefined;
  const graph = blobGraphOf(document.net(found.state));
  const top = kind === 'top' ? { layer, index } : graph.producer(layer, index);
  const producers = top ? graph.producers(top) : [];
  const consumers = top ? graph.allConsumers(top) : [];
  const lines = [
    `**${escapeMarkdown(use.name)}** · blob ${formatShape(use.shape)} · ${formatState(found.state)}`,
    listed('Produced by', producers),
    kind === 'top' ? listed('Consumed by', consumers) : '',
    ...reasons(use.shape).map((reason) => `\`?\` ${reason}`),
  ];
  return lines.filter(Boolean).join('\n\n');
}

function listed(label: string, layers: readonly Layer[]): string {
  if (layers.length === 0) return '';
  return `${label} ${layers.map((layer) => `\`${layer.name}\` (${layer.type})`).join(', ')}`;
}
