import { dayOfAnyAxes, withFourAxes } from '../layers/blobShape.ts';
import { LayerContext, type LayerInput, type ParamBlob, SetupStop } from '../layers/context.ts';
import type { DataShapes, InputAssumption } from '../layers/dataSource.ts';
import { type LayerDefinition, mayHaveBlobs, withAutomaticTops } from '../layers/definition.ts';
import { findLayer, isRegistered } from '../layers/registry.ts';
import { onceFor } from '../memo/onceFor.ts';
import { bvlc, type Dialect } from '../schema/dialect.ts';
import { type Dim, isKnown, Unknown } from '../shape/dim.ts';
import { hasRank, type Shape, sameShape, shapesDiffer, unshaped } from '../shape/shape.ts';
import { checkArity } from './arity.ts';
import type { ConnectedLayer } from './connect.ts';
import { type LayerFacts, sameItems } from './facts.ts';
import { fileBlobFailure } from './fileBlobs.ts';
import { checkAfterSetup, checkEngine, checkPropagateDown } from './setupChecks.ts';
import type { SetupFailure } from './setupFailure.ts';
import type { Phase } from './states/state.ts';
import { declaredName, unknownType } from './unknownType.ts';

/** The workspace context of a set-up, compared by identity. */
export interface ExternalFacts {
  readonly sources: DataShapes;
  /** Declared custom layers by layer type; Python layers by `Python module.Class`. */
  readonly declared: ReadonlyMap<string, LayerDefinition>;
}

export interface SetupInput {
  readonly given: ExternalFacts;
  readonly dialect: Dialect;
  readonly phase: Phase;
}

/** A blob that a layer reads or produces. */
export interface LayerBlob {
  /** The name in the file; `(automatic)` for a top that Caffe adds. */
  readonly name: string;
  /** Its shape at the set-up of the layer. */
  readonly shape: Shape;
}

/** The result of a layer's set-up. It has no locations in the file, so edits of other layers do not affect it. */
export interface LayerSetup {
  readonly wire: Pick<ConnectedLayer, 'bottoms' | 'tops' | 'lossWeights'>;
  readonly input: SetupInput;
  /** Whether the blob of one of its tops already exists. */
  readonly isTaken: boolean;
  readonly definition: LayerDefinition | undefined;
  /** The bottoms with the names of the file. */
  readonly inputs: readonly LayerBlob[];
  /** The tops, automatic ones included. */
  readonly outputs: readonly LayerBlob[];
  /** Failures before and after the creation of the tops, in Caffe's order. */
  readonly before: readonly SetupFailure[];
  readonly after: readonly SetupFailure[];
  readonly blobs: readonly ParamBlob[];
  /** Why not all of the parameter blobs are known, if they are not. */
  readonly missingParams: Unknown | undefined;
  /** Why its costs are not known: Caffe rejects the layer, or its set-up stops. */
  readonly stopped: Unknown | undefined;
  readonly macs: Dim;
  /** Whether the set-up read the dialect or the phase. Later reads do not count. */
  readonly dependsOnDialect: boolean;
  readonly dependsOnPhase: boolean;
  /** The context of the set-up, for details that few callers need. */
  readonly context: LayerContext;
}

/** The latest set-ups of a layer, the most recently used first. */
const setupsOf = onceFor((_facts: LayerFacts): LayerSetup[] => []);

/** The number of set-ups kept for a layer: those of two phases, and those before an edit that may be undone. */
const mostKept = 4;

/**
 * Sets up a layer as Layer::SetUp does, for bottoms of the given shapes. Results are cached by the arguments, so after
 * an edit no layer is set up again whose bottoms have the same shapes as before.
 */
export function setUpLayer(
  wire: ConnectedLayer,
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
  wire: ConnectedLayer,
  shapes: readonly Shape[],
  isTaken: boolean,
  { given: external, dialect, phase }: SetupInput,
): boolean {
  const { input, inputs } = setup;
  return (
    input.given === external &&
    input.dialect === dialect &&
    (input.phase === phase || !setup.dependsOnPhase) &&
    setup.isTaken === isTaken &&
    sameItems(setup.wire.bottoms, wire.bottoms) &&
    sameItems(setup.wire.tops, wire.tops) &&
    sameItems(setup.wire.lossWeights, wire.lossWeights) &&
    shapes.every((shape, index) => sameShape(shape, inputs[index]?.shape ?? unshaped))
  );
}

function workOut(
  wire: ConnectedLayer,
  shapes: readonly Shape[],
  isTaken: boolean,
  input: SetupInput,
): LayerSetup {
  const before: SetupFailure[] = [];
  checkPropagateDown(wire, before);
  const definition = lookUp(wire, input, before);
  const given = fileBlobFailure(wire.facts.message);
  if (given) before.push(given);
  const inputs = wire.bottoms.map((name, index) => ({
    name: wire.facts.bottoms[index] ?? name,
    shape: shapes[index] ?? unshaped,
  }));
  const topNames = withAutomaticTops(definition, wire.tops);
  const context = createContext(wire, definition, inputs, topNames, input);
  const made = asFarAsRead(wire, context, setUp(wire, definition, context));
  const outputs = topNames.map((name, index) => ({
    name,
    shape: isInput(wire, definition)
      ? inputShape(topNames, index, made.shapes, input.given.sources)
      : completed(copyShape(made.shapes[index]), input.given.sources.blobs.get(name)),
  }));
  const after: SetupFailure[] = [...context.findings];
  const isRefused = isTaken || before.length + after.length > 0;
  if (!isRefused && !made.stopped) checkAfterSetup(wire, definition, context, outputs, after);
  const stopped = isRefused ? refusedLayer(wire) : made.stopped;
  const hasAllBlobs = !given && (made.hasAllBlobs || (definition && !mayHaveBlobs(definition)));
  const hasMacs = !definition || definition.macs !== undefined;
  const macs = hasMacs ? (stopped ?? macsOf(definition, context, made.shapes)) : 0;
  return {
    wire: { bottoms: wire.bottoms, tops: wire.tops, lossWeights: wire.lossWeights },
    input,
    isTaken,
    definition,
    inputs,
    outputs,
    before,
    after,
    blobs: context.blobs,
    missingParams: hasAllBlobs ? undefined : stopped,
    stopped,
    macs,
    dependsOnDialect: context.dependsOnDialect,
    dependsOnPhase: context.dependsOnPhase,
    context,
  };
}

function lookUp(
  layer: ConnectedLayer,
  input: SetupInput,
  failures: SetupFailure[],
): LayerDefinition | undefined {
  const { type, message } = layer.facts;
  // The layer of net-level inputs exists in every Caffe.
  const dialect = message.schema === bvlc.schema ? bvlc : input.dialect;
  const definition = findDeclared(layer, input) ?? findLayer(type, dialect);
  if (definition?.hasEngine) checkEngine(layer, definition, failures);
  const known = definition || dialect.open || isRegistered(type, dialect) || isStated(layer, input);
  if (!known) failures.push(unknownType(message, dialect));
  return definition;
}

/** The declaration of a layer; declarations of BVLC's own types have no effect. */
function findDeclared(
  { facts: { message } }: ConnectedLayer,
  { given: external }: SetupInput,
): LayerDefinition | undefined {
  const type = message.text('type');
  return isRegistered(type, bvlc) ? undefined : external.declared.get(declaredName(message));
}

/** Whether the shape of every top is given, so the type of the layer does not matter. */
function isStated({ facts: { tops } }: ConnectedLayer, { given: external }: SetupInput): boolean {
  return tops.length > 0 && tops.every((name) => external.sources.blobs.has(name));
}

function createContext(
  { facts: { message }, lossWeights, bottoms, tops }: ConnectedLayer,
  definition: LayerDefinition | undefined,
  inputs: readonly LayerInput[],
  topNames: readonly string[],
  { dialect, phase, given: external }: SetupInput,
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
    sources: external.sources,
    requests: definition?.dataSources?.(message) ?? [],
  });
}

interface Made {
  readonly shapes: readonly Shape[];
  /** Why the layer is not known, if it is not: its type, or a value that its set-up requires. */
  readonly stopped: Unknown | undefined;
  /** Whether the set-up created all parameter blobs. */
  readonly hasAllBlobs: boolean;
}

/** Runs the definition and returns the shapes of the tops, unknown ones if it stops. */
function setUp(layer: ConnectedLayer, definition: LayerDefinition | undefined, context: LayerContext): Made {
  if (!definition) return stoppedBy(unknownLayer(layer), context);
  let hasAllBlobs = false;
  try {
    checkArity(definition, context);
    definition.setUp?.(context);
    hasAllBlobs = true;
    const shapes = definition.reshape(context).map((shape) => topShape(shape, context));
    for (const [index, shape] of shapes.entries()) {
      context.checkShape(shape, `the top \`${context.topNames[index]}\``, context.at());
    }
    return { shapes, stopped: undefined, hasAllBlobs };
  } catch (stop) {
    const made = stoppedBy(stop instanceof SetupStop ? stop.reason : failedRule(layer, stop), context);
    return hasAllBlobs ? { ...made, stopped: undefined, hasAllBlobs } : made;
  }
}

/** The shape of a top that a definition computed, as a blob of this Caffe. */
function topShape(shape: Shape, context: LayerContext): Shape {
  const isWhole = shape === unshaped || !hasRank(shape) || shape.length >= 4;
  return isWhole || context.acceptsSince(dayOfAnyAxes) ? shape : withFourAxes(shape, 'after');
}

/**
 * Makes the tops unknown if a field of the layer cannot be read, since it may affect any of them. A layer that passes
 * on the shape of its input still does.
 */
function asFarAsRead(layer: ConnectedLayer, context: LayerContext, made: Made): Made {
  if (layer.unread === undefined || layer.splitTop !== undefined || made.stopped) return made;
  const [input] = context.bottoms;
  const keeps =
    input && context.blobs.length === 0 && made.shapes.every((shape) => !shapesDiffer(shape, input.shape));
  if (keeps) return made;
  return stoppedBy(new Unknown('unread', `The field \`${layer.unread}\` cannot be read.`), context);
}

/** A bug in the definition of one layer must not affect other layers. */
function failedRule(layer: ConnectedLayer, error: unknown): Unknown {
  const inference = `Shape inference of \`${layer.facts.message.text('type')}\``;
  return new Unknown('failed', `${inference} failed, which is a bug in this tool: ${String(error)}`);
}

function stoppedBy(reason: Unknown, context: LayerContext): Made {
  return { shapes: context.topNames.map(() => reason), stopped: reason, hasAllBlobs: false };
}

function refusedLayer(layer: ConnectedLayer): Unknown {
  return new Unknown('refused', `Caffe rejects the layer \`${layer.facts.message.text('name')}\`.`);
}

function unknownLayer(layer: ConnectedLayer): Unknown {
  const type = layer.facts.message.text('type');
  return new Unknown(type, `The shapes that the layer type \`${type}\` produces are not known.`);
}

/** The shape after Blob::Reshape; a blob without axes becomes a scalar. */
function copyShape(shape: Shape | undefined): Shape {
  if (shape === undefined || shape instanceof Unknown || shape === unshaped) return shape ?? unshaped;
  return [...shape];
}

/** Whether the tops of a layer are data: not those of a layer with fixed values or parameters. */
function isInput({ bottoms }: ConnectedLayer, definition: LayerDefinition | undefined): boolean {
  return bottoms.length === 0 && !definition?.constant;
}

/** The shape of an input of the net with what is stated or assumed about it. */
function inputShape(
  names: readonly string[],
  index: number,
  shapes: readonly Shape[],
  { blobs, assumed }: DataShapes,
): Shape {
  const name = names[index] ?? '';
  const own = completed(copyShape(shapes[index]), blobs.get(name));
  if (!assumed) return own;
  const whole = assumed.shapes.get(name);
  const batch = assumed.batch ?? (whole ? undefined : batchOfOthers(names, index, shapes, assumed));
  const shape = whole ?? own;
  return batch === undefined || !hasRank(shape) || shape.length === 0 ? shape : shape.with(0, batch);
}

/** The assumed batch of a top of the same layer with the same batch: labels follow their images. */
function batchOfOthers(
  names: readonly string[],
  index: number,
  shapes: readonly Shape[],
  assumed: InputAssumption,
): number | undefined {
  const first = (shape: Shape | undefined) => (shape && hasRank(shape) ? shape[0] : undefined);
  const other = names.findIndex(
    (name, at) => assumed.shapes.has(name) && first(shapes[at]) === first(shapes[index]),
  );
  return assumed.shapes.get(names[other] ?? '')?.[0];
}

/** Replaces unknown sizes of a shape by those given for the blob. */
function completed(shape: Shape, stated: readonly number[] | undefined): Shape {
  if (!stated) return shape;
  if (!hasRank(shape)) return stated;
  return shape.length === stated.length
    ? shape.map((dim, axis) => (isKnown(dim) ? dim : (stated[axis] ?? dim)))
    : shape;
}

function macsOf(definition: LayerDefinition | undefined, context: LayerContext, tops: readonly Shape[]): Dim {
  try {
    return definition?.macs?.(context, tops) ?? 0;
  } catch (stop) {
    if (stop instanceof SetupStop) return stop.reason;
    throw stop;
  }
}
