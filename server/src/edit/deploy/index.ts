import type { Document } from '../../document/document.ts';
import { allNets, builtNets, writtenLayers } from '../../document/layers.ts';
import type { AnalysisSettings } from '../../document/settings.ts';
import type { Layer, Net } from '../../net/net.ts';
import type { Dim } from '../../shape/dim.ts';
import { hasRank } from '../../shape/shape.ts';
import { applyEdits } from '../../text/edit.ts';
import { upgradeFile, whyNotUpgraded } from '../upgrade/index.ts';
import { usualDetection } from './detection.ts';
import { type DeployInput, deployInputs } from './inputs.ts';
import type { DeployOptions } from './options.ts';
import { type Plan, planDeploy } from './plan.ts';
import { isLoss, isSource } from './roles.ts';
import { writeDeploy } from './write.ts';

/** A net for deployment, or why there is none. */
export type Deployed =
  | { readonly text: string; readonly notes: readonly string[] }
  | { readonly problem: string; readonly unknown: readonly UnknownInput[] };

/** An input whose shape has to be said, and what is known of it: `1×?×227×227`. */
export interface UnknownInput {
  readonly name: string;
  readonly shape: string;
}

/**
 * Makes the deploy.prototxt of a net for training: an Input layer in place of the data layers, what predicts in place of
 * the losses, and nothing that only training needs. What stays keeps its comments and its layout.
 */
export function deploy(written: Document, options: DeployOptions = {}): Deployed {
  if (written.root !== 'NetParameter') return refusal('This is not a net.');
  const upgraded = today(written);
  const why = whyNotUpgraded(written) ?? textProblem(upgraded);
  if (why !== undefined) return refusal(why);
  const stated = new Map([...written.settings.inputShapes, ...(options.inputShapes ?? [])]);
  const document = withShapes(upgraded, stated);
  const net = soundNet(document);
  if (!net) return refusal(netProblem(document));
  const plan = planDeploy(document, net);
  if (!plan) return refusal('There is nothing to deploy: no layer computes something of data.');
  const inputs = deployInputs(plan.inputs, stated, options.batch);
  const unknown = inputs.filter(({ dims }) => dims === undefined);
  if (unknown.length > 0)
    return {
      problem: unknownInputs(unknown),
      unknown: unknown.map(({ name, found }) => ({ name, shape: found })),
    };
  const text = writeDeploy(document, plan, inputs, options);
  return { text, notes: [...notesOf(plan), ...remaining(document, text)] };
}

/** Whether a net is one for training: it compares with labels, or reads data. */
export function isForTraining(document: Document): boolean {
  return builtNets(document).some((net) =>
    writtenLayers(net).some(
      (layer) => isLoss(layer) || (isSource(layer) && !['Input', 'DummyData'].includes(layer.type)),
    ),
  );
}

/** Whether a deployed net would have Dropout layers. */
export function hasDropout(document: Document): boolean {
  return document.root === 'NetParameter' && document.source().upgraded.layers.some(isDropout);
}

function isDropout({ message }: Pick<Layer, 'message'>): boolean {
  return message.text('type') === 'Dropout';
}

function refusal(problem: string): Deployed {
  return { problem, unknown: [] };
}

function textProblem(document: Document): string | undefined {
  const [first] = document.textProblems();
  return first && `Its text is at fault: ${first.message}`;
}

/** The same net in today's syntax. */
function today(document: Document): Document {
  const edits = upgradeFile(document);
  return edits.length > 0 ? withText(document, applyEdits(document.text, edits)) : document;
}

/** The net with inputs of stated shapes, but in its own batches, to which its labels belong. */
function withShapes(document: Document, stated: ReadonlyMap<string, readonly number[]>): Document {
  if (stated.size === 0) return document;
  const batches = ownBatches(withText(document, document.text, { inputShapes: new Map() }));
  const shapes = [...stated].map(([name, dims]) => [name, inBatches(dims, batches.get(name))] as const);
  return withText(document, document.text, { inputShapes: new Map(shapes) });
}

/** The number of axes and the first of them, of all tops where it is known. */
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

/** Another text in the same place, read as the same Caffe. */
function withText(document: Document, text: string, more: Partial<AnalysisSettings> = {}): Document {
  return document.withText(text, { ...more, root: 'NetParameter', keepsDialect: true });
}

/** A net for testing if Caffe accepts one, else one for training. A layer type that nobody knows may be a loss that goes. */
function soundNet(document: Document): Net | undefined {
  const sound = ({ faults }: Net) => faults.every(({ check }) => check === 'net/unknown-layer-type');
  const nets = allNets(document);
  const [tested, trained] = (['TEST', 'TRAIN'] as const).map((phase) =>
    nets.filter(({ state }) => state.phase === phase),
  );
  return [...(tested ?? []), ...(trained ?? [])].find((net) => sound(net) && net.layers.length > 0);
}

function netProblem(document: Document): string {
  const [fault] = builtNets(document).flatMap(({ faults }) => faults);
  return fault ? `Caffe refuses the net: ${fault.message}` : 'There is no layer in it.';
}

function unknownInputs(inputs: readonly DeployInput[]): string {
  const found = inputs.map(({ name, found: shape }) => `\`${name}\` (${shape})`).join(', ');
  return `The size of the input is not known: ${found}. It has to be said.`;
}

/** What stands in place of losses by other values than the net's, and the losses for which nothing does. */
function notesOf({ heads, lost }: Plan): string[] {
  const detections = heads
    .filter(({ type }) => type === 'DetectionOutput')
    .map(({ loss }) => `A DetectionOutput stands for \`${loss.name}\` (${loss.type}). ${usualDetection}`);
  const gone = lost.map(({ loss, beside }) => {
    const why = beside ? `, since \`${beside.name}\` weighs more` : '';
    return `\`${loss.name}\` (${loss.type}) is left out${why}.`;
  });
  return [...detections, ...gone];
}

/** What Caffe would still refuse, such as a batch that is written into a Reshape. */
function remaining(document: Document, text: string): string[] {
  const [net] = allNets(withText(document, text, { inputShapes: new Map() })).toReversed();
  return (net?.faults ?? []).map(({ layer, message }) => `${layer ? `\`${layer}\`: ` : ''}${message}`);
}
