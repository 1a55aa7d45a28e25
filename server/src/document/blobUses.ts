import { blobGraphOf, type Port } from '../net/blobGraph.ts';
import { entryLocation } from '../net/failure.ts';
import type { Layer, Net } from '../net/net.ts';
import type { NetState } from '../net/states/state.ts';
import type { Entry } from '../schema/message.ts';
import { type Range, touches } from '../text/range.ts';
import type { Document } from './document.ts';
import { allNets, layersTouching, sameLayerIn, writtenLayers } from './layers.ts';

/** A bottom or a top of a layer, as it is written. */
export interface BlobUse extends Port {
  readonly kind: 'bottom' | 'top';
  readonly entry: Entry;
}

/** The file range of the name of a blob, with its quotes. */
export function useRange(document: Document, { layer, entry }: BlobUse): Range {
  return document.rangeOf(entryLocation(entry, layer.block));
}

/** The bottom or top at an offset, and a net with its layer: that of the given state, otherwise of another state. */
export function blobUseAt(
  document: Document,
  offset: number,
  state: NetState,
): { readonly use: BlobUse; readonly net: Net } | undefined {
  const nets = document.root === 'NetParameter' ? [document.net(state), ...allNets(document)] : [];
  for (const net of nets) {
    const layers = layersTouching(document, net.state, { start: offset, end: offset });
    // Net-level inputs are tops of one layer, wherever they are in the file.
    const [first] = net.layers;
    const inputs = first?.field.name.text === 'input' ? [first] : [];
    for (const layer of [...inputs, ...layers]) {
      const uses = [...usesIn(layer, 'bottom'), ...usesIn(layer, 'top')];
      const use = uses.find((each) => touches(useRange(document, each), offset));
      if (use) return { use, net };
    }
  }
  return undefined;
}

function usesIn(layer: Layer, kind: BlobUse['kind']): BlobUse[] {
  return layer.message.list(kind).map((entry, index) => ({ layer, kind, index, entry }));
}

/**
 * All bottoms and tops of the blob of a bottom or top, in the order of the file: its producers, in-place layers and
 * consumers in every state. Without a producer, the bottoms with the same name.
 */
export function usesOf(document: Document, use: BlobUse): readonly BlobUse[] {
  const nets = allNets(document);
  const found = new Map<number, BlobUse>();
  const open = [use];
  for (let at = open.pop(); at; at = open.pop()) {
    const { start } = useRange(document, at);
    if (found.has(start)) continue;
    found.set(start, at);
    for (const net of nets) open.push(...neighbors(net, at));
  }
  return [...found].sort(([one], [other]) => one - other).map(([, each]) => each);
}

/**
 * The tops that created the blob of a bottom or top, through its in-place layers: one for each state with a different
 * producer.
 */
export function createdBy(document: Document, use: BlobUse): readonly BlobUse[] {
  const found = new Map<number, BlobUse>();
  for (const net of allNets(document)) {
    const layer = sameLayerIn(net, use.layer);
    const first = layer && creatorIn(net, { ...use, layer });
    if (first) found.set(useRange(document, first).start, first);
  }
  return [...found.values()];
}

function creatorIn(net: Net, use: BlobUse): BlobUse | undefined {
  const graph = blobGraphOf(net);
  let top: Port | undefined = use.kind === 'top' ? use : graph.producer(use.layer, use.index);
  for (let before = top; before; ) {
    top = before;
    before = graph.inPlace(top.layer, top.index) ? graph.producer(top.layer, top.index) : undefined;
  }
  return top && useOf(top, 'top')[0];
}

/** The uses of the same blob that a net connects directly. */
function neighbors(net: Net, use: BlobUse): BlobUse[] {
  const layer = sameLayerIn(net, use.layer);
  if (!layer) return [];
  const graph = blobGraphOf(net);
  const { kind, index } = use;
  const beside = graph.inPlace(layer, index) ? [{ layer, index }] : [];
  if (kind === 'top')
    return [
      ...graph.consumers(layer, index).flatMap((port) => useOf(port, 'bottom')),
      ...beside.flatMap((port) => useOf(port, 'bottom')),
    ];
  const producer = graph.producer(layer, index);
  return [
    ...(producer ? useOf(producer, 'top') : unproduced(net, String(use.entry.value))),
    ...beside.flatMap((port) => useOf(port, 'top')),
  ];
}

/** The bottoms with a name that no layer produces. */
function unproduced(net: Net, name: string): BlobUse[] {
  const layers = writtenLayers(net);
  return net.connected.connections.missing.flatMap(({ layer: at, bottom }) => {
    const layer = layers[at];
    return layer && layer.facts.bottoms[bottom] === name ? useOf({ layer, index: bottom }, 'bottom') : [];
  });
}

function useOf({ layer, index }: Port, kind: BlobUse['kind']): BlobUse[] {
  const entry = layer.message.list(kind)[index];
  return entry ? [{ layer, kind, index, entry }] : [];
}
