import { flopsOf } from '../../costs/flops.ts';
import { batchOf } from '../../costs/layerCosts.ts';
import { bytesPerValue, type MemoryBySolver, memoryOf, memoryToTrain } from '../../costs/memory.ts';
import { type ReceptiveField, receptiveFields } from '../../costs/receptiveField.ts';
import type { Document } from '../../document/document.ts';
import { layerExtent, writtenLayers } from '../../document/layers.ts';
import { storedFor } from '../../document/storedFor.ts';
import type { Layer, Net } from '../../net/net.ts';
import type { NetState } from '../../net/states/state.ts';
import { add, type Dim, isKnown, multiply } from '../../shape/dim.ts';
import { formatShape } from '../../shape/shape.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { formatCount } from '../numbers.ts';
import type { AssumedInputs, FlopCounts, NetSummary, NetTotals, SummaryRow } from '../types.ts';
import { mapCounts } from './countNames.ts';
import { layerCounts, ownCounts } from './layerCounts.ts';

/** Layers, shapes, parameters and costs of a net in one state; undefined if the file is not a net. */
export function summary(document: Document, state: NetState): NetSummary | undefined {
  return document.root === 'NetParameter' ? summarize(document, state) : undefined;
}

/** The same for any file, which is treated as a net. */
export const summarize = storedFor(computeSummary);

function computeSummary(document: Document, state: NetState): NetSummary {
  const net = document.net(state);
  return {
    ...totals(document, state),
    rows: writtenLayers(net).map((layer) => summaryRow(document.tree, net, layer)),
  };
}

/** The summary without its rows. */
export const totals = storedFor(computeTotals);

function computeTotals(document: Document, state: NetState): NetTotals {
  const net = document.net(state);
  const layers = writtenLayers(net);
  const counts = layers.map((layer) => ownCounts(layer, state.phase));
  const { memory: _, ...sums } = mapCounts((name) => known(sum(counts.map((each) => each[name]))));
  // Caffe's data layers and inputs come first.
  const batch = layers[0] && batchOf(layers[0]);
  return {
    name: net.name,
    dialect: document.dialect.name,
    dialectBy: document.choice.by,
    state,
    built: document.states(),
    assumed: assumedInputs(document),
    layerCount: layers.length,
    ...sums,
    knownParams: sumOfKnown(counts.map(({ params }) => params)),
    batch: batch ?? null,
    macsPerImage: perItem(sums.macs, batch),
    flopsPerImage: flopsPerItem(layers, state.phase, batch),
    ...memoryTotals(net, sum(counts.map(({ params }) => params))),
  };
}

function perItem(count: number | null, batch: number | undefined): number | null {
  return count !== null && batch ? count / batch : null;
}

function flopsPerItem(layers: readonly Layer[], phase: string, batch: number | undefined): FlopCounts {
  const { twiceMacs, withBiases, withAll, convolutions } = flopsOf(layers, phase);
  const each = (count: Dim) => perItem(known(count), batch);
  return {
    twiceMacs: each(twiceMacs),
    withBiases: each(withBiases),
    withAll: each(withAll),
    convolutions: each(convolutions),
  };
}

function assumedInputs({ settings: { assumed } }: Document): AssumedInputs | null {
  if (!assumed) return null;
  const { batch, shapes } = assumed;
  return { ...(batch !== undefined && { batch }), shapes: Object.fromEntries(shapes) };
}

function memoryTotals(net: Net, params: Dim) {
  const memory = memoryOf(net);
  const { activations, training, reused, buffers, required } = memory;
  return {
    activationBytes: known(activations),
    trainingBytes: known(training),
    reusedBytes: known(reused),
    bufferBytes: known(buffers),
    requiredBytes: known(required),
    parameterBytes: known(multiply(params, bytesPerValue)),
    bytesToTrain: knownBySolver(memoryToTrain(memory, params)),
  };
}

function knownBySolver(memory: MemoryBySolver): NetSummary['bytesToTrain'] {
  const entries = Object.entries(memory).map(([type, bytes]) => [type, known(bytes)]);
  return Object.fromEntries(entries) as NetSummary['bytesToTrain'];
}

function summaryRow(tree: SyntaxTree, net: Net, layer: Layer): SummaryRow {
  const counts = layerCounts(layer, net.state.phase);
  return {
    name: layer.name,
    type: layer.type,
    range: layerExtent(tree, layer),
    bottoms: layer.inputs.map((input) => input.name),
    tops: layer.outputs.map((output) => output.name),
    topShapes: layer.outputs.map((output) => formatShape(output.shape)),
    ...mapCounts((name) => known(counts[name])),
    field: fieldText(receptiveFields(net).get(layer) ?? []),
  };
}

/** `195×195` for one input or equal fields; `a: 195×195, b: 3×3` for several inputs; `all` for whole inputs. */
export function fieldText(fields: readonly ReceptiveField[]): string {
  const texts = fields.map(({ axes }) => axesText(axes));
  if (new Set(texts).size <= 1) return texts[0] ?? '';
  return fields.map(({ input }, index) => `${input}: ${texts[index]}`).join(', ');
}

function axesText(axes: ReceptiveField['axes']): string {
  if (!axes) return '?';
  return axes === 'all' ? axes : axes.map(({ size }) => formatCount(Math.round(size))).join('×');
}

/** The sum of the known counts, for nets with unknown ones. */
function sumOfKnown(counts: readonly Dim[]): number {
  return counts.filter(isKnown).reduce((total, count) => total + count, 0);
}

function sum(counts: readonly Dim[]): Dim {
  return counts.reduce(add, 0);
}

function known(dim: Dim): number | null {
  return isKnown(dim) ? dim : null;
}
