import { onceFor } from '../../memo/onceFor.ts';
import { type BlobGraph, blobGraphOf, type Port } from '../../net/blobGraph.ts';
import type { Layer, Net } from '../../net/net.ts';
import { isLoss, isMeasure } from '../deploy/roles.ts';
import { followersOf, pooledOf, type Source, sourcesOf } from './walk.ts';

/** The scores of some classes, and the layers that compute them. */
export interface Head {
  readonly classes: number;
  readonly sources: readonly Source[];
  /** How much the outputs of its sources grow with each class. */
  perClass(source: Source): number;
}

const comparesScores = /Softmax|Hinge|Logistic|CrossEntropy|Infogain|Focal/u;

/** The heads that a loss, a measure or a final Softmax reads; scores of anchors are none. */
export function classifiers(net: Net, graph: BlobGraph): Head[] {
  return net.layers.flatMap((layer) => (readsScores(net, graph, layer) ? headOf(graph, layer) : []));
}

/** The head that computes the only output of a net, which may be scores. */
export function outputHead({ layers }: Net, graph: BlobGraph): Head[] {
  const [last, ...others] = layers.filter((layer) => !layer.automatic && isLast(graph, layer));
  return last && others.length === 0 && !isLoss(last) ? headAt({ layer: last, index: 0 }, graph) : [];
}

function readsScores(net: Net, graph: BlobGraph, layer: Layer): boolean {
  if (layer.type === 'Softmax') return isFinal(graph, layer);
  if (!isMeasure(layer) && !(isLoss(layer) && comparesScores.test(layer.type))) return false;
  return !isAutoencoder(net, graph.producer(layer, 0), graph.producer(layer, 1));
}

/** Whether the target of a loss is the input of its net. */
function isAutoencoder(net: Net, scores: Port | undefined, target: Port | undefined): boolean {
  if (!scores || !target || target.index > 0) return false;
  const sources = sourcesIn(net);
  const source = sources.get(target.layer);
  return source?.isMoved === true && source.layer === sources.get(scores.layer)?.layer;
}

interface DataSource {
  /** The first layer on the path along the first bottoms. */
  readonly layer: Layer;
  /** Whether the path only moves or scales its data. */
  readonly isMoved: boolean;
}

const sourcesIn = onceFor((net: Net): ReadonlyMap<Layer, DataSource> => {
  const graph = blobGraphOf(net);
  const sources = new Map<Layer, DataSource>();
  for (const layer of net.layers) {
    const before = sources.get(graph.producer(layer, 0)?.layer ?? layer);
    const moves = layer.params.length === 0 && layer.type !== 'Python';
    sources.set(
      layer,
      before ? { layer: before.layer, isMoved: before.isMoved && moves } : { layer, isMoved: true },
    );
  }
  return sources;
});

function headOf(graph: BlobGraph, layer: Layer): Head[] {
  const scores = graph.producer(layer, 0);
  return scores ? headAt(scores, graph, axisOf(layer)) : [];
}

function headAt(scores: Port, graph: BlobGraph, axis = 1): Head[] {
  const sources = sourcesOf(graph, scores);
  const [first] = sources;
  const shape = scores.layer.outputs[scores.index]?.shape;
  const width = Array.isArray(shape) ? shape.at(axis) : undefined;
  const classes = typeof width === 'number' ? width : Number(first?.outputs.value) / (first?.cells ?? 1);
  const own = sources.filter(({ outputs, cells }) => outputs.value === classes * cells);
  return classes > 1 && own.length > 0 ? [{ classes, sources: own, perClass: ({ cells }) => cells }] : [];
}

function axisOf({ message, type }: Layer): number {
  return message.message(type === 'Accuracy' ? 'accuracy_param' : 'softmax_param').int('axis') || 1;
}

/** Whether only layers for measuring read the probabilities. */
function isFinal(graph: BlobGraph, layer: Layer): boolean {
  return [layer, ...followersOf(graph, layer)].every((each) =>
    graph
      .consumers(each)
      .every(
        ({ layer: consumer }) =>
          consumer.outputs.length === 0 ||
          isMeasure(consumer) ||
          isLoss(consumer) ||
          ['Reshape', 'Flatten', 'ArgMax'].includes(consumer.type),
      ),
  );
}

/** Whether an output of the net is a top of the layer. */
function isLast(graph: BlobGraph, layer: Layer): boolean {
  return layer.inputs.length > 0 && layer.outputs.some((_, top) => graph.consumers(layer, top).length === 0);
}

/** The layers that predict a box for each class, next to a classifier of regions. */
export function boxHeads(net: Net, graph: BlobGraph, { classes, sources }: Head): Head[] {
  if (!hasRegions(net)) return [];
  const found = sources.flatMap(({ layer, cells }) => {
    const features = graph.producer(layer, 0);
    const siblings = features ? graph.consumers(features.layer, features.index) : [];
    return siblings.flatMap((sibling) =>
      sourcesOf(graph, { layer: sibling.layer, index: 0 }).filter(
        (source) =>
          source.layer === sibling.layer &&
          source.outputs.value === 4 * classes * cells &&
          // R-FCN usually has the boxes of two classes: of the background, and of all others.
          (classes > 2 || !followersOf(graph, source.layer).some((follower) => pooledOf(follower))),
      ),
    );
  });
  return found.length > 0
    ? [{ classes, sources: found, perClass: ({ outputs }) => Number(outputs.value) / classes }]
    : [];
}

const hasRegions = onceFor(({ layers }: Net) => layers.some(({ type }) => /ROI/iu.test(type)));
