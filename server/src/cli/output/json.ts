import { layerCosts } from '../../costs/layerCosts.ts';
import { type ReceptiveField, receptiveFields } from '../../costs/receptiveField.ts';
import type { Document } from '../../document/document.ts';
import { layerExtent, writtenLayers } from '../../document/layers.ts';
import { layerCounts } from '../../features/summary/layerCounts.ts';
import { totals } from '../../features/summary/summary.ts';
import type { Diagnostic, NetTotals } from '../../features/types.ts';
import type { Layer, LayerParam, Net } from '../../net/net.ts';
import { formatState, type NetState } from '../../net/states/state.ts';
import { type Dim, isKnown } from '../../shape/dim.ts';
import { hasRank, type Shape } from '../../shape/shape.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { LineMap } from '../../text/lines.ts';

/** The totals of a net in their order. */
const totalNames = [
  'params',
  'weights',
  'biases',
  'statistics',
  'trainable',
  'macs',
  'macsPerImage',
  'flopsPerImage',
  'operations',
  'connections',
  'activationBytes',
  'trainingBytes',
  'reusedBytes',
  'bufferBytes',
  'requiredBytes',
  'parameterBytes',
  'bytesToTrain',
] as const satisfies readonly (keyof NetTotals)[];

/** One file of `summary --format json`, a stable format for other tools. Unknown numbers are null. */
export function summaryJson(
  file: string,
  document: Document,
  state: NetState,
  found: readonly Diagnostic[],
): object {
  const lines = new LineMap(document.text);
  const isNet = document.root === 'NetParameter';
  const sums = isNet ? totals(document, state) : undefined;
  return {
    file,
    dialect: document.dialect.name,
    phase: state.phase,
    state: stateJson(state),
    ...statesJson(document),
    kind: document.root ?? null,
    name: sums?.name ?? null,
    layers: isNet ? layersJson(document.tree, document.net(state), lines) : [],
    totals: Object.fromEntries(totalNames.map((name) => [name, sums?.[name] ?? null])),
    diagnostics: found.map((diagnostic) => diagnosticJson(diagnostic, lines)),
  };
}

function layersJson(tree: SyntaxTree, net: Net, lines: LineMap): object[] {
  const fields = receptiveFields(net);
  return writtenLayers(net).map((layer) => ({
    ...layerJson(tree, layer, lines),
    ...costsJson(layer, net.state.phase),
    receptiveFields: (fields.get(layer) ?? []).map(fieldJson),
  }));
}

function costsJson(layer: Layer, phase: string): object {
  const { params, memory, ...others } = layerCounts(layer, phase);
  const counts = { ...others, paramCount: params, memoryBytes: memory };
  return { ...dimsJson(counts), operationsByKind: dimsJson(layerCosts(layer, phase).operations) };
}

function dimsJson(dims: Readonly<Record<string, Dim>>): object {
  return Object.fromEntries(Object.entries(dims).map(([name, dim]) => [name, dimJson(dim)]));
}

/** `axes` is null for a whole input or an unknown field. */
function fieldJson({ input, axes }: ReceptiveField): object {
  return { input, whole: axes === 'all', axes: Array.isArray(axes) ? axes : null };
}

function layerJson(tree: SyntaxTree, layer: Layer, lines: LineMap): object {
  return {
    name: layer.name,
    type: layer.type,
    line: lines.position(layerExtent(tree, layer).start).line,
    bottoms: layer.inputs.map((input) => input.name),
    tops: layer.outputs.map((output) => output.name),
    bottomShapes: layer.inputs.map((input) => shapeJson(input.shape)),
    topShapes: layer.outputs.map((output) => shapeJson(output.shape)),
    params: layer.params.map(paramJson),
  };
}

function paramJson({ role, shape, sharedWith }: LayerParam): object {
  return { role, shape: shapeJson(shape), ...(sharedWith === undefined ? {} : { sharedWith }) };
}

function shapeJson(shape: Shape): (number | null)[] | null {
  return hasRank(shape) ? shape.map(dimJson) : null;
}

function dimJson(dim: Dim): number | null {
  return isKnown(dim) ? dim : null;
}

/** The states in which a file is built, and where they come from. */
export function statesJson(document: Document): object {
  if (document.root !== 'NetParameter') return {};
  const { states, by, solvers } = document.states();
  return { states: states.map(stateJson), statesBy: by, ...(solvers.length > 0 && { solvers }) };
}

export function stateJson({ phase, level, stages }: NetState): object {
  return { phase, level, stages };
}

/** The phases in which a problem occurs, and the states if a phase does not identify them. */
function heldJson({ states }: Diagnostic): object {
  if (states.length === 0) return {};
  const phases = [...new Set(states.map(({ phase }) => phase))];
  const plain = states.every(({ level, stages }) => level === 0 && stages.length === 0);
  return { phases, ...(!plain && { states: states.map(formatState) }) };
}

/** Lines and columns count from 1. */
export function diagnosticJson(diagnostic: Diagnostic, lines: LineMap): object {
  const start = lines.position(diagnostic.range.start);
  const end = lines.position(diagnostic.range.end);
  const related = (diagnostic.related ?? []).map(({ range, message }) => ({
    ...lines.position(range.start),
    message,
  }));
  return {
    severity: diagnostic.severity,
    code: diagnostic.code,
    message: diagnostic.message,
    layer: diagnostic.layer,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(diagnostic.caffeRange ? { caffeLine: lines.position(diagnostic.caffeRange.start).line } : {}),
    ...(diagnostic.caffePhrase ? { caffePhrase: diagnostic.caffePhrase } : {}),
    ...heldJson(diagnostic),
    ...(diagnostic.first ? { first: true } : {}),
    ...(related.length > 0 ? { related } : {}),
  };
}
