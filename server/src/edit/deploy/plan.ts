import type { Document } from '../../document/document.ts';
import { bothNets, twinOf, writtenLayers } from '../../document/layers.ts';
import type { Layer, Net } from '../../net/net.ts';
import { type Port, type Wiring, wiringOf } from '../../net/wiring.ts';
import { Labels } from './labels.ts';
import { activationOf, isLoss, isMeasure, isSource, judgesOf, predictedCount } from './roles.ts';

/** What of a net is deployed. */
export interface Plan {
  readonly net: Net;
  readonly wiring: Wiring;
  /** The layers that stay, those in whose place inputs are written among them. */
  readonly kept: ReadonlySet<Layer>;
  /** The tops of layers that bring data, as far as somebody needs them. */
  readonly inputs: readonly Port[];
  /** The losses in whose place an activation is written, and what it reads. */
  readonly heads: readonly Head[];
}

export interface Head {
  readonly loss: Layer;
  readonly type: string;
  readonly bottom: string;
}

/**
 * Chooses what is deployed: everything that what the net predicts depends on. It predicts what losses compare with
 * labels, and what it computes for nobody. Undefined where it computes nothing.
 */
export function planDeploy(document: Document, net: Net): Plan | undefined {
  const layers = writtenLayers(net);
  const wiring = wiringOf(net);
  const computed = computedLayers(layers, wiring);
  const judges = judgesOf(layers, wiring);
  const losses = compared(document, net, isLoss);
  const minor = losses.filter((loss) => isMinor(loss, losses));
  const main = losses.filter((loss) => !minor.includes(loss));
  const labels = new Labels(wiring, computed);
  const ports = (judge: Layer) => predictions(judge, net, computed).flatMap((port) => labels.without(port));
  const unwanted = minor.flatMap(ports);
  const wanted = [
    ...[...main, ...compared(document, net, isMeasure)].flatMap(ports),
    ...layers
      .filter((layer) => computed.has(layer) && !judges.has(layer) && !labels.needs(layer))
      .flatMap((layer) => unread(layer, wiring)),
  ].filter((port) => !unwanted.some((other) => isSame(port, other)));
  const { kept, inputs } = needed(wanted, wiring);
  for (const silence of silenced(layers, wiring, kept)) kept.add(silence);
  return wanted.length === 0 ? undefined : { net, wiring, kept, inputs, heads: headsOf(main, net, kept) };
}

/** The layers whose tops depend on data and on parameters; without parameters, on data alone. */
function computedLayers(layers: readonly Layer[], wiring: Wiring): ReadonlySet<Layer> {
  const learned = layers.some(hasParams);
  const computed = new Set<Layer>();
  for (const layer of layers) {
    const behind = layer.inputs.some((_, index) => computed.has(wiring.maker(layer, index)?.layer ?? layer));
    if (!isSource(layer) && (behind || !learned || hasParams(layer))) computed.add(layer);
  }
  return computed;
}

function hasParams({ params, missingParams }: Layer): boolean {
  return params.length > 0 || missingParams !== undefined;
}

/** The losses or measures of both phases, each once. */
function compared(document: Document, net: Net, wanted: (layer: Layer) => boolean): Layer[] {
  const others = bothNets(document)
    .filter(({ state }) => state.phase !== net.state.phase)
    .flatMap(writtenLayers)
    .filter((layer) => !twinOf(net, layer));
  return [...writtenLayers(net), ...others].filter(wanted);
}

/** A loss that helps another of its type with the same label in training, and weighs less. */
function isMinor(loss: Layer, losses: readonly Layer[]): boolean {
  const label = loss.message.texts('bottom')[1];
  return losses.some(
    (other) =>
      other.type === loss.type &&
      other.message.texts('bottom')[1] === label &&
      weightOf(other) > weightOf(loss),
  );
}

function weightOf({ message }: Layer): number {
  return message.floats('loss_weight')[0] ?? 1;
}

/** What a loss or measure compares with labels. */
function predictions(judge: Layer, net: Net, computed: ReadonlySet<Layer>): Port[] {
  const makers = judge.message.texts('bottom').map((name) => lastMaker(net, name, judge));
  const known = makers.filter((port) => port !== undefined);
  return known.filter(({ layer }) => computed.has(layer)).slice(0, predictedCount(judge));
}

/** The top that a layer reads by a name, in a net that need not have the layer itself. */
function lastMaker(net: Net, name: string, reader: Layer): Port | undefined {
  const place = positionOf(reader);
  return writtenLayers(net)
    .filter((layer) => positionOf(layer) < place)
    .flatMap((layer) => layer.message.texts('top').map((top, index) => ({ layer, index, top })))
    .findLast(({ top }) => top === name);
}

function positionOf({ block, field }: Layer): number {
  return block.start + field.range.start;
}

/** The tops that nobody reads. */
function unread(layer: Layer, wiring: Wiring): Port[] {
  const tops = layer.message.texts('top').map((_, index) => ({ layer, index }));
  return tops.filter(({ index }) => wiring.readers(layer, index).length === 0);
}

function isSame(one: Port, other: Port): boolean {
  return one.layer === other.layer && one.index === other.index;
}

/** Every layer on which the wanted tops depend, and the tops of data layers that these read. */
function needed(wanted: readonly Port[], wiring: Wiring) {
  const kept = new Set<Layer>();
  const inputs: Port[] = [];
  const visit = (port: Port) => {
    if (isSource(port.layer) && !inputs.some((other) => isSame(port, other))) inputs.push(port);
    if (kept.has(port.layer)) return;
    kept.add(port.layer);
    for (const index of port.layer.inputs.keys()) {
      const maker = wiring.maker(port.layer, index);
      if (maker) visit(maker);
    }
  };
  for (const port of wanted) visit(port);
  return { kept, inputs: inputs.filter((port) => !isConstant(port, inputs)).toSorted(byPlace) };
}

/** The Silence layers for tops that come along with others, so that they are no outputs. */
function silenced(layers: readonly Layer[], wiring: Wiring, kept: ReadonlySet<Layer>): Layer[] {
  return layers.filter(
    (layer) =>
      layer.type === 'Silence' &&
      layer.inputs.every((_, index) => {
        const maker = wiring.maker(layer, index);
        return maker !== undefined && kept.has(maker.layer) && !isSource(maker.layer);
      }),
  );
}

/** Made-up data beside real data is meant to be there. */
function isConstant({ layer }: Port, inputs: readonly Port[]): boolean {
  return layer.type === 'DummyData' && inputs.some((other) => other.layer.type !== 'DummyData');
}

function byPlace(one: Port, other: Port): number {
  return positionOf(one.layer) - positionOf(other.layer) || one.index - other.index;
}

/** One activation for each prediction that has none yet. */
function headsOf(losses: readonly Layer[], net: Net, kept: ReadonlySet<Layer>): Head[] {
  const heads: Head[] = [];
  for (const loss of losses) {
    const type = activationOf(loss);
    const [bottom] = loss.message.texts('bottom');
    if (type === undefined || bottom === undefined || !kept.has(lastMaker(net, bottom, loss)?.layer ?? loss))
      continue;
    const same = (layer: Layer) => layer.type === type && layer.message.texts('bottom')[0] === bottom;
    const there = [...kept].some(same) || heads.some((head) => head.type === type && head.bottom === bottom);
    if (!there) heads.push({ loss, type, bottom });
  }
  return heads;
}
