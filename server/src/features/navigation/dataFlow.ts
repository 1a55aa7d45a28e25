import type { Document } from '../../document/document.ts';
import { layerAt, layerExtent } from '../../document/layers.ts';
import { blobGraphOf, type Port } from '../../net/blobGraph.ts';
import { entryLocation } from '../../net/failure.ts';
import type { Layer, Net } from '../../net/net.ts';
import type { NetState } from '../../net/states/state.ts';
import type { Entry } from '../../schema/message.ts';
import { formatShape } from '../../shape/shape.ts';
import { nameIn } from '../../text/name.ts';
import type { Range } from '../../text/range.ts';

/** A layer as an item of the data flow. */
export interface FlowItem {
  readonly name: string;
  /** The type and the shapes of the tops. */
  readonly detail: string;
  readonly range: Range;
  /** The name of the layer, or its first word. */
  readonly selectionRange: Range;
}

/** A layer that is connected to another one, and the blobs between them as they are written. */
export interface FlowLink {
  readonly item: FlowItem;
  /** The tops in the layer from which the data come. */
  readonly tops: readonly Range[];
}

/** The layer at an offset: in the given state, otherwise in another state. */
export function flowItem(document: Document, offset: number, state: NetState): FlowItem | undefined {
  const found = layerAt(document, offset, state);
  return found && itemOf(document, found.layer);
}

/** The layers whose tops the layer at an offset reads, in the order of its bottoms. */
export function producersOf(document: Document, offset: number, state: NetState): FlowLink[] {
  return around(document, offset, state, (net, layer) => {
    const graph = blobGraphOf(net);
    return layer.facts.bottoms.flatMap((_, index) => {
      const top = graph.producer(layer, index);
      return top ? [{ layer: top.layer, top }] : [];
    });
  });
}

/** The layers that read the tops of the layer at an offset, in the order of its tops. */
export function consumersOf(document: Document, offset: number, state: NetState): FlowLink[] {
  return around(document, offset, state, (net, layer) => {
    const graph = blobGraphOf(net);
    return layer.facts.tops.flatMap((_, index) =>
      graph.consumers(layer, index).map((bottom) => ({ layer: bottom.layer, top: { layer, index } })),
    );
  });
}

/** A connected layer and the top between it and the layer in question. */
interface Connection {
  readonly layer: Layer;
  readonly top: Port;
}

function around(
  document: Document,
  offset: number,
  state: NetState,
  connectionsOf: (net: Net, layer: Layer) => readonly Connection[],
): FlowLink[] {
  const found = layerAt(document, offset, state);
  if (!found) return [];
  const tops = new Map<Layer, Port[]>();
  for (const { layer, top } of connectionsOf(document.net(found.state), found.layer)) {
    tops.set(layer, [...(tops.get(layer) ?? []), top]);
  }
  return [...tops].map(([layer, ports]) => ({
    item: itemOf(document, layer),
    tops: distinct(ports.flatMap((port) => topRange(document, port))),
  }));
}

/** A blob may be read more than once. */
function distinct(ranges: readonly Range[]): Range[] {
  return [...new Map(ranges.map((range) => [range.start, range])).values()];
}

function topRange(document: Document, { layer, index }: Port): Range[] {
  const entry = layer.message.list('top')[index];
  return entry ? [rangeOf(document, layer, entry)] : [];
}

function rangeOf(document: Document, layer: Layer, entry: Entry): Range {
  return nameIn(document.text, document.rangeOf(entryLocation(entry, layer.block))).range;
}

function itemOf(document: Document, layer: Layer): FlowItem {
  const range = layerExtent(document.tree, layer);
  const [name] = layer.message.list('name');
  const named = name && rangeOf(document, layer, name);
  const isInside = named && named.start >= range.start && named.end <= range.end;
  const word = document.rangeOf({ block: layer.block, range: layer.field.name.range });
  const shapes = layer.outputs.map(({ shape }) => formatShape(shape)).join(', ');
  return {
    name: layer.name || '(no name)',
    detail: [layer.type, shapes].filter(Boolean).join(' · '),
    range,
    selectionRange: isInside ? named : word,
  };
}
