import type { Document } from '../../document/document.ts';
import { allNets, builtNets, writtenLayers } from '../../document/layers.ts';
import { notNet } from '../../document/notNet.ts';
import type { AnalysisSettings } from '../../document/settings.ts';
import { tooManyLayers } from '../../document/tooLarge.ts';
import { hasInputLayers } from '../../layers/registry.ts';
import type { Layer, Net } from '../../net/net.ts';
import { dialectOf, hasCurrentSyntax } from '../../schema/dialect.ts';
import type { Dim } from '../../shape/dim.ts';
import { hasRank } from '../../shape/shape.ts';
import { applyEdits } from '../../text/edit.ts';
import { upgradeFile, whyNotUpgraded } from '../upgrade/index.ts';
import { layersToInputs } from '../upgrade/toInputs.ts';
import { writeDialect } from '../writeDialect.ts';
import { usualDetection } from './detection.ts';
import { type DeployInput, deployInputs } from './inputs.ts';
import type { DeployOptions } from './options.ts';
import { type Plan, planDeploy } from './plan.ts';
import { isLoss, isSource } from './roles.ts';
import { writeDeploy } from './write.ts';

/** A deployment net, or why there is none. */
export type Deployed =
  | { readonly text: string; readonly notes: readonly string[] }
  | { readonly problem: string; readonly unknown: readonly UnknownInput[] };

/** An input whose shape must be given, with the known axes: `1×?×227×227`. */
export interface UnknownInput {
  readonly name: string;
  readonly shape: string;
}

/**
 * Converts a training net to a deployment net (deploy.prototxt): Input layers instead of data layers, prediction layers
 * instead of losses, and nothing that only training needs. The rest keeps its comments and its layout. If the Caffe of
 * the net has no Input layers, the net has net-level inputs instead.
 */
export function deploy(written: Document, options: DeployOptions = {}): Deployed {
  const { dialect } = written;
  if (!hasCurrentSyntax(dialect))
    return refusal(
      notNet(written) ??
        `A deployment net has layers as \`layer { … }\`, which this Caffe (\`${dialect.name}\`) does not have.`,
    );
  if (hasInputLayers(dialect)) return deployWithLayers(written, options);
  const made = deployWithLayers(withInputLayers(written, written.text), options);
  if (!('text' in made)) return made;
  const text = applyEdits(made.text, layersToInputs(withInputLayers(written, made.text)));
  return { ...made, text: withDialect(written, text) };
}

/** A net of a Caffe without Input layers, read by a mix that has them. */
function withInputLayers(document: Document, text: string): Document {
  const { name } = dialectOf([...document.dialect.forks, 'bvlc']);
  return document.withText(text, { root: 'NetParameter', dialect: name });
}

function deployWithLayers(written: Document, options: DeployOptions): Deployed {
  if (written.isTooLarge) return refusal(tooManyLayers);
  const other = notNet(written);
  if (other !== undefined) return refusal(other);
  const upgraded = current(written);
  const why = whyNotUpgraded(written) ?? textProblem(upgraded);
  if (why !== undefined) return refusal(why);
  const stated = new Map([...written.settings.inputShapes, ...(options.inputShapes ?? [])]);
  const document = withShapes(upgraded, stated);
  const net = soundNet(document);
  if (!net) return refusal(netProblem(document));
  const plan = planDeploy(document, net);
  if (!plan) return refusal('Nothing to deploy: no layer computes anything from data.');
  const inputs = deployInputs(plan.inputs, stated, options.batch);
  const unknown = inputs.filter(({ dims }) => dims === undefined);
  if (unknown.length > 0)
    return {
      problem: unknownInputs(unknown),
      unknown: unknown.map(({ name, found }) => ({ name, shape: found })),
    };
  const text = withDialect(written, writeDeploy(document, plan, inputs, options));
  return { text, notes: [...notesOf(plan), ...remaining(document, text)] };
}

/** Whether a net is a training net: it has a loss, or reads data. */
export function isForTraining(document: Document): boolean {
  return builtNets(document).some((net) =>
    writtenLayers(net).some(
      (layer) => isLoss(layer) || (isSource(layer) && !['Input', 'DummyData'].includes(layer.type)),
    ),
  );
}

/** Whether a deployment net would have Dropout layers. */
export function hasDropout(document: Document): boolean {
  return document.root === 'NetParameter' && document.netInput().upgraded.layers.some(isDropout);
}

function isDropout({ message }: Pick<Layer, 'message'>): boolean {
  return message.text('type') === 'Dropout';
}

function refusal(problem: string): Deployed {
  return { problem, unknown: [] };
}

function textProblem(document: Document): string | undefined {
  const [first] = document.textErrors();
  return first && `Syntax error: ${first.message}`;
}

/** The net in the current syntax. */
function current(document: Document): Document {
  const edits = upgradeFile(document);
  return edits.length > 0 ? withText(document, applyEdits(document.text, edits)) : document;
}

/** The net with the given input shapes, except for their batch sizes, which belong to the labels. */
function withShapes(document: Document, stated: ReadonlyMap<string, readonly number[]>): Document {
  if (stated.size === 0) return document;
  const batches = ownBatches(withText(document, document.text, { inputShapes: new Map() }));
  const shapes = [...stated].map(([name, dims]) => [name, inBatches(dims, batches.get(name))] as const);
  return withText(document, document.text, { inputShapes: new Map(shapes) });
}

/** The number of axes and the first axis of all tops for which they are known. */
function ownBatches(
  document: Document,
): ReadonlyMap<string, readonly [rank: number, batch: Dim | undefined]> {
  const outputs = allNets(document).flatMap(({ layers }) => layers.flatMap((layer) => layer.outputs));
  return new Map(
    outputs.flatMap(({ name, shape }) => (hasRank(shape) ? [[name, [shape.length, shape[0]]] as const] : [])),
  );
}

function inBatches(
  dims: readonly number[],
  own: readonly [number, Dim | undefined] | undefined,
): readonly number[] {
  const [rank, batch] = own ?? [];
  return rank === dims.length && typeof batch === 'number' ? [batch, ...dims.slice(1)] : dims;
}

/** A document with different text at the same location and with the same dialect. */
function withText(document: Document, text: string, more: Partial<AnalysisSettings> = {}): Document {
  return document.withText(text, { ...more, root: 'NetParameter', keepsDialect: true });
}

/**
 * A net of the TEST phase if Caffe accepts one, otherwise of TRAIN. An unknown layer type may be a loss that is
 * removed.
 */
function soundNet(document: Document): Net | undefined {
  const sound = ({ failures }: Net) => failures.every(({ check }) => check === 'net/unknown-layer-type');
  const nets = allNets(document);
  const [tested, trained] = (['TEST', 'TRAIN'] as const).map((phase) =>
    nets.filter(({ state }) => state.phase === phase),
  );
  return [...(tested ?? []), ...(trained ?? [])].find((net) => sound(net) && net.layers.length > 0);
}

function netProblem(document: Document): string {
  const [failure] = builtNets(document).flatMap(({ failures }) => failures);
  return failure ? `Caffe rejects the net: ${failure.message}` : 'The net has no layers.';
}

function unknownInputs(inputs: readonly DeployInput[]): string {
  const found = inputs.map(({ name, found: shape }) => `\`${name}\` (${shape})`).join(', ');
  return `The size of an input is unknown: ${found}. Specify its shape.`;
}

/** Replacements that use default values, and losses without a replacement. */
function notesOf({ heads, lost }: Plan): string[] {
  const detections = heads
    .filter(({ type }) => type === 'DetectionOutput')
    .map(({ loss }) => `A DetectionOutput replaces \`${loss.name}\` (${loss.type}). ${usualDetection}`);
  const gone = lost.map(({ loss, beside }) => {
    const why = beside ? `: \`${beside.name}\` has a larger weight` : '';
    return `\`${loss.name}\` (${loss.type}) is removed${why}.`;
  });
  return [...detections, ...gone];
}

/**
 * The net with a comment that states the dialect, if it would be rejected without, or taken for another fork: the fields
 * that decided the dialect may only be used in training.
 */
function withDialect(document: Document, text: string): string {
  const stated = withText(document, text);
  const found = document.withText(text, { root: 'NetParameter' });
  const isOther = found.dialect.forks.some(
    (fork) => fork !== 'bvlc' && !document.dialect.forks.includes(fork),
  );
  if (document.dialect.open || (!isOther && problemsOf(found) <= problemsOf(stated))) return text;
  return applyEdits(text, writeDialect(found, document.dialect.name));
}

/** The number of reasons why Caffe rejects a net. */
function problemsOf(document: Document): number {
  const failures = builtNets(document).map((net) => net.failures.length);
  return document.textErrors().length + Math.max(0, ...failures);
}

/** Failures that remain, such as a batch size set in a Reshape. */
function remaining(document: Document, text: string): string[] {
  const [net] = allNets(withText(document, text, { inputShapes: new Map() })).toReversed();
  return (net?.failures ?? []).map(({ layer, message }) => `${layer ? `\`${layer}\`: ` : ''}${message}`);
}
