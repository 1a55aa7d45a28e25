import {
  type Finding,
  LayerContext,
  type LayerInput,
  SetupStop,
  type SourceShapes,
} from '../layers/context.ts';
import type { LayerDefinition } from '../layers/definition.ts';
import { findLayer, isRegistered } from '../layers/registry.ts';
import { bvlc, type Dialect } from '../schema/dialect.ts';
import { type Dim, isKnown, Unknown } from '../shape/dim.ts';
import { countOf, hasRank, type Shape, shapesDiffer, unshaped } from '../shape/shape.ts';
import { checkArity } from './arity.ts';
import { type BlobsSoFar, makeTops, type OpenLayerBlob, useBottom } from './blobs.ts';
import { type Fault, layerFault } from './fault.ts';
import { checkGivenBlobs } from './givenBlobs.ts';
import type { Layer } from './net.ts';
import { ParamTable } from './params.ts';
import type { WiredLayer } from './splits.ts';
import type { Phase } from './state.ts';
import { declaredName, unknownType } from './unknownType.ts';

interface InferenceInput {
  readonly dialect: Dialect;
  readonly phase: Phase;
  readonly sources: SourceShapes;
  /** The rules that people declared, by layer type; of a Python layer, by `Python module.Class`. */
  readonly declared: ReadonlyMap<string, LayerDefinition>;
}

/** What the layers so far have made. */
interface NetSoFar extends BlobsSoFar {
  readonly input: InferenceInput;
  readonly params: ParamTable;
}

/** Sets every layer up in order, as Net::Init does, and gathers what Caffe would refuse. */
export function inferLayers(
  layers: readonly WiredLayer[],
  input: InferenceInput,
): { layers: Layer[]; faults: Fault[] } {
  const net: NetSoFar = { input, blobs: new Map(), params: new ParamTable(), faults: [] };
  return { layers: layers.map((layer) => inferLayer(layer, net)), faults: net.faults };
}

function inferLayer(wired: WiredLayer, net: NetSoFar): Layer {
  const { message } = wired;
  const before = net.faults.length;
  checkPropagateDown(wired, net);
  const definition = lookUp(wired, net);
  const given = checkGivenBlobs(wired);
  if (given) net.faults.push(given);
  const inputs = wired.bottoms.map((name, index) => useBottom(name, wired, index, net));
  const outputs = makeTops(wired, inputs, definition, net);
  const context = createContext(wired, definition, inputs, outputs, net);
  const { shapes, stopped } = asFarAsRead(wired, context, setUp(wired, definition, context));
  net.faults.push(...context.findings.map((finding) => toFault(wired, finding)));
  outputs.forEach((output, index) => {
    output.blob.shape = completed(copyShape(shapes[index]), net.input.sources.blobs.get(output.name));
  });
  const failed = net.faults.length > before;
  const missing = failed ? refusedLayer(wired) : stopped;
  if (!failed && !stopped) checkAfterSetup(wired, definition, context, outputs, net);
  return {
    ...wired,
    name: message.text('name'),
    type: message.text('type'),
    definition,
    inputs,
    outputs: outputs.map((output) => ({ ...output, shape: output.blob.shape })),
    missingParams: missing,
    params: net.params.add(wired, context.blobs, failed ? undefined : net.faults),
    macs: missing ?? macsOf(definition, context, shapes),
    context,
  };
}

function checkPropagateDown(layer: WiredLayer, net: NetSoFar): void {
  const given = layer.message.count('propagate_down');
  if (given === 0 || given === layer.bottoms.length) return;
  const message = `\`propagate_down\` is given ${given} times; give it once for each of the ${layer.bottoms.length} bottoms, or not at all.`;
  net.faults.push(
    layerFault('init', 'net/propagate-down-count', layer, message, layer.message.list('propagate_down')[0]),
  );
}

function lookUp(layer: WiredLayer, net: NetSoFar): LayerDefinition | undefined {
  const type = layer.message.text('type');
  const { dialect } = net.input;
  const definition = findDeclared(layer, net.input) ?? findLayer(type, dialect);
  if (definition?.hasEngine) checkEngine(layer, definition, net);
  const known = definition || dialect.open || isRegistered(type, dialect) || isStated(layer, net.input);
  if (!known) net.faults.push(unknownType(layer, dialect));
  return definition;
}

/** What BVLC's own layers do is not for anybody to declare. */
function findDeclared({ message }: WiredLayer, { declared }: InferenceInput): LayerDefinition | undefined {
  const type = message.text('type');
  return isRegistered(type, bvlc) ? undefined : declared.get(declaredName(message));
}

/** Whether the shape of every top is stated, so that the layer's type need not be known. */
function isStated({ message }: WiredLayer, { sources }: InferenceInput): boolean {
  const tops = message.texts('top');
  return tops.length > 0 && tops.every((name) => sources.blobs.has(name));
}

function checkEngine(layer: WiredLayer, definition: LayerDefinition, net: NetSoFar): void {
  const engine = layer.message.message(definition.paramField ?? '').list('engine')[0];
  if (engine?.value !== 'CUDNN') return;
  const message =
    '`engine: CUDNN` works only in a build of Caffe with cuDNN; others refuse the net. Leave it out: such builds use cuDNN by themselves.';
  net.faults.push(layerFault('init', 'net/unknown-engine', layer, message, engine));
}

function createContext(
  layer: WiredLayer,
  definition: LayerDefinition | undefined,
  inputs: readonly OpenLayerBlob[],
  outputs: readonly OpenLayerBlob[],
  { input }: NetSoFar,
): LayerContext {
  return new LayerContext({
    message: layer.message,
    paramField: definition?.paramField,
    dialect: input.dialect,
    phase: layer.message.has('phase') ? layer.message.text('phase') : input.phase,
    bottoms: inputs.map(({ name, shape }): LayerInput => ({ name, shape })),
    topNames: outputs.map(({ name }) => name),
    inPlace: outputs.map(({ blob }, index) => inputs[index]?.blob === blob),
    lossWeights: layer.lossWeights,
    sources: input.sources,
    requests: definition?.sources?.(layer.message) ?? [],
  });
}

/** A loss layer without weights gets one for its first top (LossLayer::LayerSetUp). */
function effectiveWeights(layer: WiredLayer, definition: LayerDefinition | undefined): readonly number[] {
  return definition?.loss && layer.lossWeights.length === 0 ? [1] : layer.lossWeights;
}

interface Setup {
  readonly shapes: readonly Shape[];
  /** Why the parameter blobs are not known, if they are not. */
  readonly stopped: Unknown | undefined;
}

/** Runs the definition and returns the shapes of the tops, unknown ones where it had to stop. */
function setUp(layer: WiredLayer, definition: LayerDefinition | undefined, context: LayerContext): Setup {
  if (!definition) return stoppedBy(unknownLayer(layer), context);
  let hasBlobs = false;
  try {
    checkArity(definition, context);
    definition.setUp?.(context);
    hasBlobs = true;
    const shapes = definition.reshape(context);
    for (const [index, shape] of shapes.entries()) {
      context.checkShape(shape, `the top \`${context.topNames[index]}\``, context.at());
    }
    return { shapes, stopped: undefined };
  } catch (stop) {
    const setup = stoppedBy(stop instanceof SetupStop ? stop.reason : failedRule(layer, stop), context);
    return hasBlobs ? { ...setup, stopped: undefined } : setup;
  }
}

/**
 * A field that cannot be read may decide about everything that a layer makes, and what the rest of it comes to may be
 * wrong. A layer that hands its input on goes on doing so.
 */
function asFarAsRead(layer: WiredLayer, context: LayerContext, setup: Setup): Setup {
  if (layer.unread === undefined || layer.automatic || setup.stopped) return setup;
  const [input] = context.bottoms;
  const keeps =
    input && context.blobs.length === 0 && setup.shapes.every((shape) => !shapesDiffer(shape, input.shape));
  if (keeps) return setup;
  return stoppedBy(new Unknown('unread', `\`${layer.unread}\` cannot be read here.`), context);
}

/** A mistake of the tool in one layer must not take the answers about all others away. */
function failedRule(layer: WiredLayer, error: unknown): Unknown {
  const rule = `The shape rule of \`${layer.message.text('type')}\``;
  return new Unknown('failed', `${rule} failed, which is a mistake of this tool: ${String(error)}`);
}

function stoppedBy(reason: Unknown, context: LayerContext): Setup {
  return { shapes: context.topNames.map(() => reason), stopped: reason };
}

function refusedLayer(layer: WiredLayer): Unknown {
  return new Unknown('refused', `Caffe refuses the layer \`${layer.message.text('name')}\`.`);
}

function unknownLayer(layer: WiredLayer): Unknown {
  const type = layer.message.text('type');
  return new Unknown(type, `The shape rule of the layer type \`${type}\` is not known.`);
}

/** Blob::Reshape makes an ordinary blob of what it is given: one without axes is a scalar then. */
function copyShape(shape: Shape | undefined): Shape {
  if (shape === undefined || shape instanceof Unknown || shape === unshaped) return shape ?? unshaped;
  return [...shape];
}

/** Fills what is unknown of a shape from the one that is stated for the blob. */
function completed(shape: Shape, stated: readonly number[] | undefined): Shape {
  if (!stated) return shape;
  if (!hasRank(shape)) return stated;
  return shape.length === stated.length
    ? shape.map((dim, axis) => (isKnown(dim) ? dim : (stated[axis] ?? dim)))
    : shape;
}

function toFault(layer: WiredLayer, finding: Finding): Fault {
  return layerFault('init', finding.check, layer, finding.message, finding.at);
}

/** Loss weights and the number of `param`s, in the order of Layer::SetUp and Net::Init. */
function checkAfterSetup(
  layer: WiredLayer,
  definition: LayerDefinition | undefined,
  context: LayerContext,
  outputs: readonly OpenLayerBlob[],
  net: NetSoFar,
): void {
  const { blobs } = context;
  checkLossWeights(layer, definition, outputs, net);
  const specs = layer.message.list('param');
  if (layer.automatic || specs.length <= blobs.length) return;
  const has =
    blobs.length === 0
      ? 'has no parameter blobs'
      : `has ${blobs.length} parameter blob${blobs.length === 1 ? '' : 's'}`;
  const message = `The layer ${has}, but \`param\` is given ${specs.length} times.`;
  net.faults.push(layerFault('init', 'net/too-many-params', layer, message, specs[blobs.length]));
}

function checkLossWeights(
  layer: WiredLayer,
  definition: LayerDefinition | undefined,
  outputs: readonly OpenLayerBlob[],
  net: NetSoFar,
): void {
  const weights = effectiveWeights(layer, definition);
  const place = layer.message.list('loss_weight')[0];
  if (weights.length > 0 && weights.length !== outputs.length) {
    const message = `\`loss_weight\` is given ${weights.length} times; give it once for each of the ${outputs.length} tops, or not at all.`;
    net.faults.push(layerFault('init', 'net/loss-weight-count', layer, message, place));
    return;
  }
  const empty = weights.findIndex(
    (weight, index) => weight !== 0 && countOf(outputs[index]?.blob.shape ?? []) === 0,
  );
  if (empty >= 0) {
    const message = `The top \`${outputs[empty]?.name}\` is empty, so it cannot have a \`loss_weight\`.`;
    net.faults.push(layerFault('init', 'net/loss-weight-empty-top', layer, message, place));
  }
}

function macsOf(definition: LayerDefinition | undefined, context: LayerContext, tops: readonly Shape[]): Dim {
  try {
    return definition?.macs?.(context, tops) ?? 0;
  } catch (stop) {
    if (stop instanceof SetupStop) return stop.reason;
    throw stop;
  }
}
