import {
  LayerContext,
  type LayerInput,
  type ParamBlob,
  SetupStop,
  type SourceShapes,
} from '../layers/context.ts';
import type { LayerDefinition } from '../layers/definition.ts';
import { findLayer, isRegistered } from '../layers/registry.ts';
import { onceFor } from '../memo/onceFor.ts';
import { bvlc, type Dialect } from '../schema/dialect.ts';
import { type Dim, isKnown, Unknown } from '../shape/dim.ts';
import { countOf, hasRank, type Shape, sameShape, shapesDiffer, unshaped } from '../shape/shape.ts';
import { checkArity } from './arity.ts';
import { type LayerFacts, sameItems } from './facts.ts';
import { givenBlobFault } from './givenBlobs.ts';
import type { SetupFault } from './setupFault.ts';
import type { Wire } from './splits.ts';
import type { Phase } from './states/state.ts';
import { declaredName, unknownType } from './unknownType.ts';

/** What a set-up depends on besides the layer and its bottoms. It is compared by identity. */
export interface Given {
  readonly sources: SourceShapes;
  /** The rules that people declared, by layer type; of a Python layer, by `Python module.Class`. */
  readonly declared: ReadonlyMap<string, LayerDefinition>;
}

export interface SetupInput {
  readonly given: Given;
  readonly dialect: Dialect;
  readonly phase: Phase;
}

/** A blob that a layer reads or makes. */
export interface LayerBlob {
  /** As written; `(automatic)` for a top that Caffe adds. */
  readonly name: string;
  /** Its shape when the layer was set up. */
  readonly shape: Shape;
}

/** What the set-up of a layer comes to. It holds no place in the file, so it outlives edits of other layers. */
export interface LayerSetup {
  readonly wire: Pick<Wire, 'bottoms' | 'tops' | 'lossWeights'>;
  readonly input: SetupInput;
  /** Whether another layer makes one of its tops already. */
  readonly isTaken: boolean;
  readonly definition: LayerDefinition | undefined;
  /** The bottoms under the names of the file. */
  readonly inputs: readonly LayerBlob[];
  /** The tops, automatic ones included. */
  readonly outputs: readonly LayerBlob[];
  /** Faults in front of the making of the tops, and those behind, in Caffe's order. */
  readonly before: readonly SetupFault[];
  readonly behind: readonly SetupFault[];
  readonly blobs: readonly ParamBlob[];
  /** Why not all of the parameter blobs are known, if they are not. */
  readonly missingParams: Unknown | undefined;
  readonly macs: Dim;
  /** Whether the set-up asked for the dialect, and for the phase. Questions that are asked later do not count. */
  readonly dependsOnDialect: boolean;
  readonly dependsOnPhase: boolean;
  /** What the definition saw, for questions that only some ask. */
  readonly context: LayerContext;
}

/** The latest set-ups of a layer, the last used first. */
const setupsOf = onceFor((_facts: LayerFacts): LayerSetup[] => []);

/** So many set-ups of a layer are kept: those of two phases, and those before an edit that is undone. */
const mostKept = 4;

/**
 * Sets a layer up as Layer::SetUp does, for bottoms of the given shapes. It is a function of its arguments, and what it
 * came to for the same ones is taken again: after an edit, set-ups end where shapes are what they were.
 */
export function setUpLayer(
  wire: Wire,
  shapes: readonly Shape[],
  isTaken: boolean,
  input: SetupInput,
): LayerSetup {
  const setups = setupsOf(wire.facts);
  const found = setups.findIndex((setup) => isFor(setup, wire, shapes, isTaken, input));
  const setup = setups[found] ?? workOut(wire, shapes, isTaken, input);
  if (found === 0) return setup;
  if (found > 0) setups.splice(found, 1);
  else if (setups.length === mostKept) setups.pop();
  setups.unshift(setup);
  return setup;
}

function isFor(
  setup: LayerSetup,
  wire: Wire,
  shapes: readonly Shape[],
  isTaken: boolean,
  { given, dialect, phase }: SetupInput,
): boolean {
  const { input, inputs } = setup;
  return (
    input.given === given &&
    input.dialect === dialect &&
    (input.phase === phase || !setup.dependsOnPhase) &&
    setup.isTaken === isTaken &&
    sameItems(setup.wire.bottoms, wire.bottoms) &&
    sameItems(setup.wire.tops, wire.tops) &&
    sameItems(setup.wire.lossWeights, wire.lossWeights) &&
    shapes.every((shape, index) => sameShape(shape, inputs[index]?.shape ?? unshaped))
  );
}

function workOut(wire: Wire, shapes: readonly Shape[], isTaken: boolean, input: SetupInput): LayerSetup {
  const before: SetupFault[] = [];
  checkPropagateDown(wire, before);
  const definition = lookUp(wire, input, before);
  const given = givenBlobFault(wire.facts.message);
  if (given) before.push(given);
  const inputs = wire.bottoms.map((name, index) => ({
    name: wire.facts.bottoms[index] ?? name,
    shape: shapes[index] ?? unshaped,
  }));
  const topNames = namesOfTops(wire, definition);
  const context = createContext(wire, definition, inputs, topNames, input);
  const made = asFarAsRead(wire, context, setUp(wire, definition, context));
  const outputs = topNames.map((name, index) => ({
    name,
    shape: completed(copyShape(made.shapes[index]), input.given.sources.blobs.get(name)),
  }));
  const behind: SetupFault[] = [...context.findings];
  const isRefused = isTaken || before.length + behind.length > 0;
  if (!isRefused && !made.stopped) checkAfterSetup(wire, definition, context, outputs, behind);
  const missingParams = isRefused ? refusedLayer(wire) : made.stopped;
  const macs = missingParams ?? macsOf(definition, context, made.shapes);
  return {
    wire: { bottoms: wire.bottoms, tops: wire.tops, lossWeights: wire.lossWeights },
    input,
    isTaken,
    definition,
    inputs,
    outputs,
    before,
    behind,
    blobs: context.blobs,
    missingParams,
    macs,
    dependsOnDialect: context.dependsOnDialect,
    dependsOnPhase: context.dependsOnPhase,
    context,
  };
}

/** Caffe names the tops of a loss layer itself where the file does not (AutoTopBlobs). */
function namesOfTops({ tops }: Wire, definition: LayerDefinition | undefined): readonly string[] {
  return definition?.loss && tops.length === 0 ? ['(automatic)'] : tops;
}

function checkPropagateDown(layer: Wire, faults: SetupFault[]): void {
  const given = layer.facts.message.count('propagate_down');
  if (given === 0 || given === layer.bottoms.length) return;
  const message = `\`propagate_down\` is given ${given} times; give it once for each of the ${layer.bottoms.length} bottoms, or not at all.`;
  const [at] = layer.facts.message.list('propagate_down');
  faults.push({ check: 'net/propagate-down-count', message, at });
}

function lookUp(layer: Wire, input: SetupInput, faults: SetupFault[]): LayerDefinition | undefined {
  const { type } = layer.facts;
  const { dialect } = input;
  const definition = findDeclared(layer, input) ?? findLayer(type, dialect);
  if (definition?.hasEngine) checkEngine(layer, definition, faults);
  const known = definition || dialect.open || isRegistered(type, dialect) || isStated(layer, input);
  if (!known) faults.push(unknownType(layer.facts.message, dialect));
  return definition;
}

/** What BVLC's own layers do is not for anybody to declare. */
function findDeclared({ facts: { message } }: Wire, { given }: SetupInput): LayerDefinition | undefined {
  const type = message.text('type');
  return isRegistered(type, bvlc) ? undefined : given.declared.get(declaredName(message));
}

/** Whether the shape of every top is stated, so that the layer's type need not be known. */
function isStated({ facts: { tops } }: Wire, { given }: SetupInput): boolean {
  return tops.length > 0 && tops.every((name) => given.sources.blobs.has(name));
}

function checkEngine(layer: Wire, definition: LayerDefinition, faults: SetupFault[]): void {
  const engine = layer.facts.message.message(definition.paramField ?? '').list('engine')[0];
  if (engine?.value !== 'CUDNN') return;
  const message =
    '`engine: CUDNN` works only in a build of Caffe with cuDNN; others refuse the net. Leave it out: such builds use cuDNN by themselves.';
  faults.push({ check: 'net/unknown-engine', message, at: engine });
}

function createContext(
  { facts: { message }, lossWeights, bottoms, tops }: Wire,
  definition: LayerDefinition | undefined,
  inputs: readonly LayerInput[],
  topNames: readonly string[],
  { dialect, phase, given }: SetupInput,
): LayerContext {
  return new LayerContext({
    message,
    paramField: definition?.paramField,
    dialect,
    phase: message.has('phase') ? message.text('phase') : phase,
    bottoms: inputs,
    topNames,
    inPlace: tops.map((name, index) => bottoms[index] === name),
    lossWeights,
    sources: given.sources,
    requests: definition?.sources?.(message) ?? [],
  });
}

/** A loss layer without weights gets one for its first top (LossLayer::LayerSetUp). */
function effectiveWeights(layer: Wire, definition: LayerDefinition | undefined): readonly number[] {
  return definition?.loss && layer.lossWeights.length === 0 ? [1] : layer.lossWeights;
}

interface Made {
  readonly shapes: readonly Shape[];
  /** Why the parameter blobs are not known, if they are not. */
  readonly stopped: Unknown | undefined;
}

/** Runs the definition and returns the shapes of the tops, unknown ones where it had to stop. */
function setUp(layer: Wire, definition: LayerDefinition | undefined, context: LayerContext): Made {
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
    const made = stoppedBy(stop instanceof SetupStop ? stop.reason : failedRule(layer, stop), context);
    return hasBlobs ? { ...made, stopped: undefined } : made;
  }
}

/**
 * A field that cannot be read may decide about everything that a layer makes, and what the rest of it comes to may be
 * wrong. A layer that hands its input on goes on doing so.
 */
function asFarAsRead(layer: Wire, context: LayerContext, made: Made): Made {
  if (layer.unread === undefined || layer.splitTop !== undefined || made.stopped) return made;
  const [input] = context.bottoms;
  const keeps =
    input && context.blobs.length === 0 && made.shapes.every((shape) => !shapesDiffer(shape, input.shape));
  if (keeps) return made;
  return stoppedBy(new Unknown('unread', `\`${layer.unread}\` cannot be read here.`), context);
}

/** A mistake of the tool in one layer must not take the answers about all others away. */
function failedRule(layer: Wire, error: unknown): Unknown {
  const rule = `The shape rule of \`${layer.facts.message.text('type')}\``;
  return new Unknown('failed', `${rule} failed, which is a mistake of this tool: ${String(error)}`);
}

function stoppedBy(reason: Unknown, context: LayerContext): Made {
  return { shapes: context.topNames.map(() => reason), stopped: reason };
}

function refusedLayer(layer: Wire): Unknown {
  return new Unknown('refused', `Caffe refuses the layer \`${layer.facts.message.text('name')}\`.`);
}

function unknownLayer(layer: Wire): Unknown {
  const type = layer.facts.message.text('type');
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

/** Loss weights and the number of `param`s, in the order of Layer::SetUp and Net::Init. */
function checkAfterSetup(
  layer: Wire,
  definition: LayerDefinition | undefined,
  context: LayerContext,
  outputs: readonly LayerBlob[],
  faults: SetupFault[],
): void {
  const { blobs } = context;
  checkLossWeights(layer, definition, outputs, faults);
  const specs = layer.facts.message.list('param');
  if (layer.splitTop !== undefined || specs.length <= blobs.length) return;
  const has =
    blobs.length === 0
      ? 'has no parameter blobs'
      : `has ${blobs.length} parameter blob${blobs.length === 1 ? '' : 's'}`;
  const message = `The layer ${has}, but \`param\` is given ${specs.length} times.`;
  faults.push({ check: 'net/too-many-params', message, at: specs[blobs.length] });
}

function checkLossWeights(
  layer: Wire,
  definition: LayerDefinition | undefined,
  outputs: readonly LayerBlob[],
  faults: SetupFault[],
): void {
  const weights = effectiveWeights(layer, definition);
  const place = layer.facts.message.list('loss_weight')[0];
  if (weights.length > 0 && weights.length !== outputs.length) {
    const message = `\`loss_weight\` is given ${weights.length} times; give it once for each of the ${outputs.length} tops, or not at all.`;
    faults.push({ check: 'net/loss-weight-count', message, at: place });
    return;
  }
  const empty = weights.findIndex(
    (weight, index) => weight !== 0 && countOf(outputs[index]?.shape ?? []) === 0,
  );
  if (empty >= 0) {
    const message = `The top \`${outputs[empty]?.name}\` is empty, so it cannot have a \`loss_weight\`.`;
    faults.push({ check: 'net/loss-weight-empty-top', message, at: place });
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
