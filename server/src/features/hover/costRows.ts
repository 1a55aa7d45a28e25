import { batchOf, layerCosts } from '../../costs/layerCosts.ts';
import { ownBytes } from '../../costs/memory.ts';
import { type ParamCounts, paramCounts } from '../../costs/parameters.ts';
import { type ReceptiveField, receptiveFields } from '../../costs/receptiveField.ts';
import type { OperationKind } from '../../layers/operations.ts';
import type { Layer, Net } from '../../net/net.ts';
import { add, type Dim, isKnown } from '../../shape/dim.ts';
import type { Reach } from '../../shape/reach.ts';
import { countOf } from '../../shape/shape.ts';
import { code, type Markdown, md } from '../markdown.ts';
import { formatBytes, formatCount } from '../numbers.ts';

/** A label and its value in the table of a hover. */
export type CostRow = readonly [label: string, value: Markdown];

/** The parameters, operations, memory and receptive fields of a layer, with the numbers that they are computed from. */
export function costRows(layer: Layer, net: Net): readonly CostRow[] {
  const costs = layerCosts(layer, net.state.phase);
  const rows: CostRow[] = [];
  if (layer.params.length > 0) rows.push(['Parameters', paramsText(paramCounts(layer))]);
  if (costs.macs !== 0) rows.push(['MACs', macsText(layer, costs.macs)]);
  const others = operationsText(costs.operations);
  if (others) rows.push(['Other operations', others]);
  if (costs.connections !== 0) rows.push(['Connections', md`${count(costs.connections)} per batch`]);
  const memory = ownBytes(layer);
  if (memory !== 0)
    rows.push(['Memory', md`${formatBytes(isKnown(memory) ? memory : null)} of outputs per batch`]);
  for (const field of receptiveFields(net).get(layer) ?? []) rows.push(['Receptive field', fieldText(field)]);
  return rows;
}

function count(dim: Dim): string {
  return formatCount(isKnown(dim) ? dim : null);
}

function paramsText({ all, weights, biases, statistics }: ParamCounts): Markdown {
  const parts = md`**${count(all)}**: ${count(weights)} weights + ${count(biases)} biases`;
  return statistics === 0 ? parts : md`${parts} + ${count(statistics)} statistics`;
}

/** `2,293,000 per image, 146,752,000 per batch = 737,280 values × 25 + …`. */
function macsText(layer: Layer, macs: Dim): Markdown {
  if (!isKnown(macs)) return md`?`;
  const batch = batchOf(layer);
  const perImage = batch === undefined ? md`` : md`${formatCount(macs / batch)} per image, `;
  const values = layer.outputs.map(({ shape }) => countOf(shape)).reduce(add, 0);
  const each = isKnown(values) && values > 0 ? macs / values : Number.NaN;
  const formula = Number.isInteger(each) ? md` (${count(values)} values × ${formatCount(each)})` : md``;
  return md`${perImage}${formatCount(macs)} per batch${formula}`;
}

const operationNames: Readonly<Record<OperationKind, string>> = {
  biases: 'additions of biases',
  additions: 'additions',
  multiplications: 'multiplications',
  comparisons: 'comparisons',
  divisions: 'divisions',
  exponentials: 'functions (exp, log, pow, tanh)',
};

function operationsText(operations: Readonly<Record<OperationKind, Dim>>): Markdown | undefined {
  const kinds = Object.keys(operationNames) as OperationKind[];
  const texts = kinds
    .filter((kind) => operations[kind] !== 0)
    .map((kind) => `${count(operations[kind])} ${operationNames[kind]}`);
  return texts.length === 0 ? undefined : md`${texts.join(', ')}`;
}

function fieldText({ input, axes }: ReceptiveField): Markdown {
  const on = code(input);
  if (!axes) return md`? on ${on}`;
  if (axes === 'all') return md`all of ${on}`;
  const size = axes.map((axis) => short(axis.size)).join('×');
  return md`${size} on ${on}, stride ${each(axes, 'stride')}, offset ${each(axes, 'start')}`;
}

/** One value for all axes if they are equal: `2`, `2×1`. */
function each(axes: readonly Reach[], key: keyof Reach): string {
  const values = axes.map((axis) => short(axis[key]));
  return new Set(values).size === 1 ? String(values[0]) : values.join('×');
}

/** At most two digits of a fraction. */
function short(value: number): number {
  return Number(value.toFixed(2));
}
