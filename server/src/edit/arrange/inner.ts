import type { Document } from '../../document/document.ts';
import { allNets, sameLayerIn } from '../../document/layers.ts';
import { blobGraphOf } from '../../net/blobGraph.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { Message } from '../../schema/message.ts';
import type { Shape } from '../../shape/shape.ts';

/** A bottom of one of several layers. */
export interface Bottom {
  /** Whether one of these layers produces it. */
  readonly isInner: boolean;
  /** Its shape in the first state that has the layer, and the number of that state. */
  readonly shape: Shape;
  readonly state: number;
}

/** The bottoms of layers by their messages. */
export type Bottoms = ReadonlyMap<Message, readonly Bottom[]>;

/** The bottoms of layers; undefined if one of them produces a bottom in some states only. */
export function bottomsOf(document: Document, layers: readonly LayerSyntax[]): Bottoms | undefined {
  const messages = new Set(layers.map(({ message }) => message));
  const found = new Map<Message, readonly Bottom[]>();
  for (const [state, net] of allNets(document).entries()) {
    const graph = blobGraphOf(net);
    for (const { message } of layers) {
      const layer = sameLayerIn(net, { message });
      if (!layer) continue;
      const bottoms = layer.inputs.map(({ shape }, index) => {
        const producer = graph.producer(layer, index);
        return { isInner: producer !== undefined && messages.has(producer.layer.message), shape, state };
      });
      const known = found.get(message);
      if (known?.some(({ isInner }, index) => isInner !== bottoms[index]?.isInner)) return undefined;
      found.set(message, known ?? bottoms);
    }
  }
  return found;
}
