import { layerCosts, otherOperations } from '../../costs/layerCosts.ts';
import { ownBytes } from '../../costs/memory.ts';
import { paramCounts } from '../../costs/parameters.ts';
import { type ReceptiveField, receptiveFields } from '../../costs/receptiveField.ts';
import type { Document } from '../../document/document.ts';
import { layerExtent, writtenLayers } from '../../document/layers.ts';
import { totals } from '../../features/summary/summary.ts';
import type { Diagnostic } from '../../features/types.ts';
import type { Layer, LayerParam, Net } from '../../net/net.ts';
import { formatState, type NetState } from '../../net/states/state.ts';
import { type Dim, isKnown } from '../../shape/dim.ts';
import { hasRank, type Shape } from '../../shape/shape.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { LineMap } from '../../text/lines.ts';

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
    totals: {
      params: sums?.params ?? null,
      weights: sums?.weights ?? null,
      biases: sums?.biases ?? null,
      statistics: sums?.statistics ?? null,
      trainable: sums?.trainable ?? null,
      macs: sums?.macs ?? null,
      macsPerImage: sums?.macsPerImage ?? null,
      flopsPerImage: sums?.flopsPerImage ?? null,
      operations: sums?.operations ?? null,
      connections: sums?.connections ?? null,
      activationBytes: sums?.activationBytes ?? null,
      trainingBytes: sums?.trainingBytes ?? null,
      reusedBytes: sums?.reusedBytes ?? null,
      bufferBytes: sums?.bufferBytes ?? null,
      requiredBytes: sums?.requiredBytes ?? null,
      parameterBytes: sums?.parameterBytes ?? null,
      bytesToTrain: sums?.bytesToTrain ?? null,
    },
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
  const counts = paramCounts(layer);
  const costs = layerCosts(layer, phase);
  const operations = Object.entries(costs.operations).map(([kind, count]) => [kind, dimJson(count)]);
  return {
    weights: dimJson(counts.weights),
    biases: dimJson(counts.biases),
    statistics: dimJson(counts.statistics),
    paramCount: dimJson(counts.all),
    trainable: dimJson(counts.trainable),
    macs: dimJson(costs.macs),
    operations: dimJson(otherOperations(costs)),
    operationsByKind: Object.fromEntries(operations),
    connections: dimJson(costs.connections),
    memoryBytes: dimJson(ownBytes(layer)),
  };
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
