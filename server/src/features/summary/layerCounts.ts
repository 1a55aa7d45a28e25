import { layerCosts, otherOperations } from '../../costs/layerCosts.ts';
import { ownBytes } from '../../costs/memory.ts';
import { ownParamCounts, type ParamCounts, paramCounts } from '../../costs/parameters.ts';
import type { Layer } from '../../net/net.ts';
import type { Dim } from '../../shape/dim.ts';
import type { Counts } from './countNames.ts';

/** The counts of a layer in a phase (`TRAIN` or `TEST`), with the parameters that it shares. */
export function layerCounts(layer: Layer, phase: string): Counts<Dim> {
  return countsOf(layer, phase, paramCounts(layer));
}

/** The same with only the parameters that the layer owns, so that those of all layers can be added. */
export function ownCounts(layer: Layer, phase: string): Counts<Dim> {
  return countsOf(layer, phase, ownParamCounts(layer));
}

function countsOf(layer: Layer, phase: string, { all: params, ...others }: ParamCounts): Counts<Dim> {
  const { weights, biases, statistics, trainable } = others;
  const costs = layerCosts(layer, phase);
  const { macs, connections } = costs;
  const operations = otherOperations(costs);
  const memory = ownBytes(layer);
  return { weights, biases, statistics, params, trainable, macs, operations, connections, memory };
}
