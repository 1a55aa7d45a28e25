import type { Document } from '../../document/document.ts';
import { layerExtent, writtenLayers } from '../../document/layers.ts';
import type { Layer, LayerParam } from '../../net/net.ts';
import type { NetState } from '../../net/states/state.ts';
import { add, type Dim, isKnown, product } from '../../shape/dim.ts';
import { countOf, formatShape, hasRank, type Shape } from '../../shape/shape.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { NetSummary, SummaryRow } from '../types.ts';

const bytesPerValue = 4;

/** Layers, shapes, parameters and costs of a net in one state; undefined if the file is not a net. */
export function summary(document: Document, state: NetState): NetSummary | undefined {
  return document.root === 'NetParameter' ? summarize(document, state) : undefined;
}

/** The same for any file, which is treated as a net. */
export function summarize(document: Document, state: NetState): NetSummary {
  return {
    ...totals(document, state),
    rows: writtenLayers(document.net(state)).map((layer) => summaryRow(document.tree, layer)),
  };
}

/** The summary without its rows. */
export function totals(document: Document, state: NetState): Omit<NetSummary, 'rows'> {
  const net = document.net(state);
  const layers = writtenLayers(net);
  const macs = known(sum(layers.map((layer) => layer.macs)));
  const activations = blobShapes(layers);
  const batch = batchSize(activations);
  const counts = layers.map(ownCount);
  const params = known(sum(counts));
  return {
    name: net.name,
    dialect: document.dialect.name,
    dialectBy: document.choice.by,
    state,
    built: document.states(),
    layerCount: layers.length,
    params,
    knownParams: sumOfKnown(counts),
    weights: known(sum(layers.map((layer) => roleCount(layer, 'weights', isOwn)))),
    biases: known(sum(layers.map((layer) => roleCount(layer, 'biases', isOwn)))),
    macs,
    macsPerImage: macs !== null && batch ? macs / batch : null,
    activationBytes: bytes(known(sum(activations.map(countOf)))),
    parameterBytes: bytes(params),
  };
}

function summaryRow(tree: SyntaxTree, layer: Layer): SummaryRow {
  return {
    name: layer.name,
    type: layer.type,
    range: layerExtent(tree, layer),
    tops: layer.outputs.map((output) => output.name),
    topShapes: layer.outputs.map((output) => formatShape(output.shape)),
    weights: known(roleCount(layer, 'weights')),
    biases: known(roleCount(layer, 'biases')),
    params: known(paramCount(layer)),
    macs: known(layer.macs),
  };
}

/** The number of values in all parameter blobs of a layer, including shared ones. */
export function paramCount(layer: Layer): Dim {
  return layer.missingParams ?? sum(layer.params.map(({ shape }) => product(shape)));
}

/** Roles of blobs that are added to a result: a bias, its noise, the shift of a batch normalization. */
const added = /\b(?:bias|shift)\b/u;

/** The number of weights or biases: blobs that are added to a result are biases, all others weights. */
export function roleCount(
  layer: Layer,
  kind: 'weights' | 'biases',
  counts: (param: LayerParam) => boolean = () => true,
): Dim {
  const own = layer.params.filter((param) => added.test(param.role) === (kind === 'biases') && counts(param));
  return layer.missingParams ?? sum(own.map(({ shape }) => product(shape)));
}

/** Whether a blob counts for this layer: a shared blob counts once, for its owner. */
function isOwn({ sharedWith }: LayerParam): boolean {
  return sharedWith === undefined;
}

function ownCount({ missingParams, params }: Layer): Dim {
  return missingParams ?? sum(params.filter(isOwn).map(({ shape }) => product(shape)));
}

/** The sum of the known counts, for nets with unknown ones. */
function sumOfKnown(counts: readonly Dim[]): number {
  return counts.filter(isKnown).reduce((total, count) => total + count, 0);
}

/** The final shapes of all tops, each blob once: an in-place layer reuses its bottom. */
function blobShapes(layers: readonly Layer[]): Shape[] {
  const shapes: Shape[] = [];
  const latest = new Map<string, number>();
  for (const { tops, bottoms, outputs } of layers) {
    for (const [index, { shape }] of outputs.entries()) {
      const name = tops[index];
      const own = name !== undefined && bottoms[index] === name ? latest.get(name) : undefined;
      if (name !== undefined) latest.set(name, own ?? shapes.length);
      shapes[own ?? shapes.length] = shape;
    }
  }
  return shapes;
}

/** The first axis of the first top of the net, which Caffe's data layers and inputs use for the batch. */
function batchSize([shape]: readonly Shape[]): number | undefined {
  const first = shape && hasRank(shape) && shape.length > 1 ? shape[0] : undefined;
  return first !== undefined && isKnown(first) ? first : undefined;
}

function sum(counts: readonly Dim[]): Dim {
  return counts.reduce(add, 0);
}

function known(dim: Dim): number | null {
  return isKnown(dim) ? dim : null;
}

function bytes(count: number | null): number | null {
  return count === null ? null : count * bytesPerValue;
}
