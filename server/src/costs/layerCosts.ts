import { unlessStopped } from '../layers/context.ts';
import { type OperationKind, type Operations, operationKinds } from '../layers/operations.ts';
import { onceFor } from '../memo/onceFor.ts';
import type { Layer } from '../net/net.ts';
import type { LayerSetup } from '../net/setup.ts';
import { add, type Dim, isKnown, Unknown } from '../shape/dim.ts';
import { hasRank } from '../shape/shape.ts';

/** What a forward pass of a layer over the whole batch costs. Unknown where shapes are. */
export interface LayerCosts {
  /** Multiply-accumulates of weights. */
  readonly macs: Dim;
  readonly operations: Readonly<Record<OperationKind, Dim>>;
  /** Uses of a weight or bias for one value of a top. */
  readonly connections: Dim;
}

/** Additions, comparisons and functions together, apart from multiply-accumulates. */
export const otherOperations = onceFor(
  ({ operations }: LayerCosts): Dim => operationKinds.map((kind) => operations[kind]).reduce(add, 0),
);

/** The costs of a layer in a phase (`TRAIN` or `TEST`); stored with its set-up. */
export function layerCosts(layer: Layer, phase: string): LayerCosts {
  const known = costsByPhase(layer.setup);
  const costs = known.get(phase) ?? computeCosts(layer, phase);
  known.set(phase, costs);
  return costs;
}

const costsByPhase = onceFor((_setup: LayerSetup) => new Map<string, LayerCosts>());

function computeCosts(layer: Layer, phase: string): LayerCosts {
  const { macs } = layer;
  const operations = operationsOf(layer, phase);
  const tops = layer.outputs.map(({ shape }) => shape);
  const { definition, context } = layer;
  const connections = definition?.connections
    ? known(layer, () => definition.connections?.(context, tops) ?? 0)
    : add(macs, operations.biases);
  return { macs, operations, connections };
}

/** The number of items in the batch: the first of several axes of the first top; undefined if it is unknown or 0. */
export function batchOf(layer: Layer): number | undefined {
  const shape = layer.outputs[0]?.shape;
  const first = shape && hasRank(shape) && shape.length > 1 ? shape[0] : undefined;
  return first !== undefined && isKnown(first) && first > 0 ? first : undefined;
}

function operationsOf(layer: Layer, phase: string): Readonly<Record<OperationKind, Dim>> {
  const { definition, context, message } = layer;
  const tops = layer.outputs.map(({ shape }) => shape);
  const own = message.has('phase') ? message.text('phase') : phase;
  const counted = known<Operations>(layer, () => definition?.operations?.(context, tops, own) ?? {});
  return Object.fromEntries(
    operationKinds.map((kind) => [kind, counted instanceof Unknown ? counted : (counted[kind] ?? 0)]),
  ) as Record<OperationKind, Dim>;
}

const notComputed = new Unknown('cost', 'The costs of the layer are not known.');

/** The result of a rule of a layer's definition, or why it is unknown. */
function known<T>(layer: Layer, rule: () => T): T | Unknown {
  return layer.stopped ?? unlessStopped(rule) ?? notComputed;
}
