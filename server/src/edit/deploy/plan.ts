import type { Document } from '../../document/document.ts';
import { allNets, sameLayerIn, writtenLayers } from '../../document/layers.ts';
import { type BlobGraph, blobGraphOf, type Port } from '../../net/blobGraph.ts';
import type { Layer, Net } from '../../net/net.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { type Head, headsOf } from './heads.ts';
import { Labels } from './labels.ts';
import { inFileOrder, lastProducer, PortSet, throughChoice, unread } from './ports.ts';
import {
  choosesProposals,
  evaluationLayers,
  isLoss,
  isMeasure,
  isSource,
  makesTargets,
  predictedCount,
} from './roles.ts';

/** The parts of a net that are deployed. */
export interface Plan {
  readonly net: Net;
  readonly graph: BlobGraph;
  /** The layers to keep, including those that inputs replace. */
  readonly kept: ReadonlySet<Layer>;
  /** The tops of data layers that are needed. */
  readonly inputs: readonly Port[];
  /** The losses that other layers replace. */
  readonly heads: readonly Head[];
  /** The losses without a replacement, and why. */
  readonly lost: readonly Lost[];
  /** Proposals that keep the name under which the ones selected for training were read. */
  readonly renamed: readonly { readonly port: Port; readonly name: string }[];
}

export interface Lost {
  readonly loss: Layer;
  /** The loss with the larger weight. */
  readonly beside: Layer | undefined;
}

/**
 * Selects what is deployed: everything on which the predictions depend. Predictions are what losses compare with
 * labels, and unread computed tops. Undefined if the net computes nothing.
 */
export function planDeploy(document: Document, net: Net): Plan | undefined {
  const layers = writtenLayers(net);
  const graph = blobGraphOf(net);
  const computed = computedLayers(layers, graph);
  const judges = evaluationLayers(layers, graph);
  const losses = compared(document, net, isLoss);
  const majorOf = majors(losses);
  const [minor, main] = [losses.filter(majorOf), losses.filter((loss) => !majorOf(loss))];
  const labels = new Labels(layers, graph, computed);
  const ports = (judge: Layer) =>
    predictions(document.tree, judge, net, computed)
      .filter(({ layer }) => !judges.has(layer))
      .flatMap((port) => labels.without(port));
  const unwanted = new PortSet(minor.flatMap(ports));
  const wanted = [
    ...[...main, ...compared(document, net, isMeasure)].flatMap(ports),
    ...layers
      .filter((layer) => computed.has(layer) && !judges.has(layer) && !labels.needs(layer))
      .filter((layer) => !makesTargets(layer))
      .flatMap((layer) => unread(layer, graph)),
  ].filter((port) => !unwanted.has(port));
  if (wanted.length === 0) return undefined;
  const { kept, inputs } = needed(document.tree, wanted, graph);
  for (const silence of silenced(layers, graph, kept)) kept.add(silence);
  const { heads, answered } = headsOf(document.tree, main, net, kept);
  const own = new Set(layers);
  const lost = losses
    .filter((loss) => !answered.has(loss) && own.has(loss))
    .map((loss) => ({ loss, beside: majorOf(loss) }));
  return { net, graph, kept, inputs, heads, lost, renamed: renamedProposals(layers, graph) };
}

/** The layers whose tops depend on data and parameters; if there are no parameters, on data. */
function computedLayers(layers: readonly Layer[], graph: BlobGraph): ReadonlySet<Layer> {
  const learned = layers.some(hasParams);
  const computed = new Set<Layer>();
  for (const layer of layers) {
    const after = layer.inputs.some((_, index) => computed.has(graph.producer(layer, index)?.layer ?? layer));
    if (!isSource(layer) && (after || !learned || hasParams(layer))) computed.add(layer);
  }
  return computed;
}

function hasParams({ params, missingParams }: Layer): boolean {
  return params.length > 0 || missingParams !== undefined;
}

/** The losses or measures of both phases, without repeats. */
function compared(document: Document, net: Net, wanted: (layer: Layer) => boolean): Layer[] {
  const others = allNets(document)
    .filter(({ state }) => state.phase !== net.state.phase)
    .flatMap(writtenLayers)
    .filter((layer) => !sameLayerIn(net, layer));
  return [...writtenLayers(net), ...others].filter(wanted);
}

/**
 * Finds the loss for which another one is auxiliary: of those with the same type and label, the one with the largest
 * weight. Undefined for that loss itself.
 */
function majors(losses: readonly Layer[]): (loss: Layer) => Layer | undefined {
  const keyOf = ({ type, facts }: Layer) => JSON.stringify([type, facts.bottoms[1]]);
  const largest = new Map<string, Layer>();
  for (const loss of losses) {
    const known = largest.get(keyOf(loss));
    if (!known || weightOf(loss) > weightOf(known)) largest.set(keyOf(loss), loss);
  }
  return (loss) => {
    const major = largest.get(keyOf(loss));
    return major && weightOf(major) > weightOf(loss) ? major : undefined;
  };
}

function weightOf({ message }: Layer): number {
  return message.floats('loss_weight')[0] ?? 1;
}

/** The blobs that a loss or measure compares with labels. */
function predictions(tree: SyntaxTree, judge: Layer, net: Net, computed: ReadonlySet<Layer>): Port[] {
  const producers = judge.message.texts('bottom').map((name) => lastProducer(tree, net, name, judge));
  const known = producers.filter((port) => port !== undefined);
  return known.filter(({ layer }) => computed.has(layer)).slice(0, predictedCount(judge));
}

/** The layers on which the wanted tops depend, and the tops of data layers that they read. */
function needed(tree: SyntaxTree, wanted: readonly Port[], graph: BlobGraph) {
  const kept = new Set<Layer>();
  const inputs: Port[] = [];
  const seen = new PortSet();
  const open = [...wanted];
  for (let read = open.pop(); read; read = open.pop()) {
    const port = throughChoice(read, graph);
    if (isSource(port.layer) && !seen.has(port)) inputs.push(port);
    seen.add(port);
    if (kept.has(port.layer)) continue;
    kept.add(port.layer);
    for (const index of port.layer.inputs.keys()) {
      const producer = graph.producer(port.layer, index);
      if (producer) open.push(producer);
    }
  }
  // Constant data next to real data is intended.
  const real = inputs.filter(({ layer }) => layer.type !== 'DummyData');
  return { kept, inputs: inFileOrder(tree, real.length > 0 ? real : inputs) };
}

function renamedProposals(layers: readonly Layer[], graph: BlobGraph): Plan['renamed'] {
  return layers.filter(choosesProposals).flatMap((layer) => {
    const port = graph.producer(layer, 0);
    const name = layer.message.texts('top')[0];
    return port && name !== undefined ? [{ port: throughChoice(port, graph), name }] : [];
  });
}

/** The Silence layers for the unread tops of kept layers, so that these tops are no outputs. */
function silenced(layers: readonly Layer[], graph: BlobGraph, kept: ReadonlySet<Layer>): Layer[] {
  return layers.filter(
    (layer) =>
      layer.type === 'Silence' &&
      layer.inputs.every((_, index) => {
        const producer = graph.producer(layer, index);
        return producer !== undefined && kept.has(producer.layer) && !isSource(producer.layer);
      }),
  );
}
