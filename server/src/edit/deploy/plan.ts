import type { Document } from '../../document/document.ts';
import { bothNets, twinOf, writtenLayers } from '../../document/layers.ts';
import type { Layer, Net } from '../../net/net.ts';
import { type Port, type Wiring, wiringOf } from '../../net/wiring.ts';
import { activationOf, isJudge, isLoss, isSource } from './roles.ts';

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
  const losses = lossesOf(document, net);
  const minor = losses.filter((loss) => isMinor(loss, losses));
  const unwanted = minor.flatMap((loss) => predictions(loss, net, computed));
  const main = losses.filter((loss) => !minor.includes(loss));
  const wanted = [
    ...main.flatMap((loss) => predictions(loss, net, computed)),
    ...layers
      .filter((layer) => computed.has(layer) && !isJudge(layer))
      .flatMap((layer) => unread(layer, wiring))
      .filter((port) => !unwanted.some((other) => isSame(port, other))),
  ];
  const { kept, inputs } = needed(wanted, wiring);
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

/** The losses of both phases, each once. */
function lossesOf(document: Document, net: Net): Layer[] {
  const others = bothNets(document)
    .filter(({ state }) => state.phase !== net.state.phase)
    .flatMap(writtenLayers)
    .filter((layer) => !twinOf(net, layer));
  return [...writtenLayers(net), ...others].filter(isLoss);
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

/** What a loss compares: its bottoms but for labels and what else is only read. */
function predictions(loss: Layer, net: Net, computed: ReadonlySet<Layer>): Port[] {
  const names = loss.message.texts('bottom');
  const own = activationOf(loss) === undefined ? names : names.slice(0, 1);
  return own.flatMap((name) => {
    const port = lastMaker(net, name, loss);
    return port && computed.has(port.layer) ? [port] : [];
  });
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

/** The tops that no layer reads but those that judge. */
function unread(layer: Layer, wiring: Wiring): Port[] {
  const tops = layer.message.texts('top');
  return tops
    .map((_, index) => ({ layer, index }))
    .filter(({ index }) => wiring.readers(layer, index).every((reader) => isJudge(reader.layer)));
}

function isSame(one: Port, other: Port): boolean {
  return one.layer === other.layer && one.index === other.index;
}

/** Every layer on which the wanted tops depend, and the tops of data layers that these read. */
function needed(wanted: readonly Port[], wiring: Wiring): Pick<Plan, 'kept' | 'inputs'> {
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
    if (type === undefined || bottom === undefined || !lastMaker(net, bottom, loss)) continue;
    const same = (layer: Layer) => layer.type === type && layer.message.texts('bottom')[0] === bottom;
    const there = [...kept].some(same) || heads.some((head) => head.type === type && head.bottom === bottom);
    if (!there) heads.push({ loss, type, bottom });
  }
  return heads;
}
