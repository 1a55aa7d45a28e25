import type { Document } from '../../document/document.ts';
import { writtenLayers } from '../../document/layers.ts';
import { onceFor } from '../../memo/onceFor.ts';
import { blobGraphOf } from '../../net/blobGraph.ts';
import type { LayerFacts } from '../../net/facts.ts';
import type { Layer } from '../../net/net.ts';
import type { NetState } from '../../net/states/state.ts';
import { isTrainingNet } from '../../rules/helpers/training.ts';
import { isKnown } from '../../shape/dim.ts';
import { hasRank } from '../../shape/shape.ts';
import type { MatchedLayer } from './matchLayers.ts';
import { contentOf } from './values.ts';

/** The layers of a net in one state, prepared for a comparison. */
export interface NetView {
  readonly document: Document;
  readonly state: NetState;
  readonly layers: readonly Layer[];
  readonly matched: readonly MatchedLayer[];
  /** Whether it is a training net: it has a loss in the TRAIN phase. */
  readonly isTraining: boolean;
  /** The size of the first axis of the first top, which data layers use for the batch. */
  readonly batch: number | undefined;
}

/** The layers of a net in one state. */
export function netView(document: Document, state: NetState): NetView {
  const net = document.net(state);
  const layers = writtenLayers(net);
  const graph = blobGraphOf(net);
  const indices = new Map(layers.map((layer, index) => [layer, index]));
  const matched = layers.map((layer) => ({
    name: layer.name,
    type: layer.type,
    content: contentFor(layer.facts),
    hasParams: layer.params.length > 0,
    producers: layer.facts.bottoms.map((_, bottom) => {
      const port = graph.producer(layer, bottom);
      const index = port && indices.get(port.layer);
      return port && index !== undefined ? ([index, port.index] as const) : undefined;
    }),
  }));
  return { document, state, layers, matched, isTraining: isTrainingNet(net), batch: batchOf(layers) };
}

/** Fields that name the layer or its blobs. */
const naming = new Set(['name', 'bottom', 'top']);

/** Whether a field of a layer is compared apart from the others. */
export function isApart(field: string): boolean {
  return naming.has(field) || field === 'type';
}

const contentFor = onceFor(({ message, type, bottoms, tops }: LayerFacts) =>
  JSON.stringify([type, bottoms.length, tops.length, contentOf(message, isApart)]),
);

function batchOf([first]: readonly Layer[]): number | undefined {
  const shape = first?.outputs[0]?.shape;
  const size = shape && hasRank(shape) && shape.length > 1 ? shape[0] : undefined;
  return size !== undefined && isKnown(size) ? size : undefined;
}
