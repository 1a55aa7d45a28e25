import { remember, windowOf } from '../memo/lists.ts';
import type { Memo } from '../memo/memo.ts';
import { number } from '../memo/positions.ts';
import type { Steps } from '../memo/steps.ts';
import { type Shape, sameShape, unshaped } from '../shape/shape.ts';
import { duplicateTop, type OpenBlob } from './blobs.ts';
import type { ConnectedLayer, ConnectedLayers } from './connect.ts';
import { sameItems } from './facts.ts';
import { type Failure, layerFailure } from './failure.ts';
import { flowOf } from './flow.ts';
import type { LayerSyntax } from './lower.ts';
import { Layer, type Net } from './net.ts';
import { ParamTable } from './params.ts';
import { type SetupInput, setUpLayer } from './setup.ts';
import type { SetupFailure } from './setupFailure.ts';

/** The parts of a previous net that are reused. */
type Before = Pick<Net, 'layers' | 'connected' | 'input' | 'isPlain'>;

/** The layers after set-up, those that an edit changed, and the failures. */
interface Inferred extends Pick<Net, 'layers' | 'failures' | 'isPlain'> {
  readonly changed: readonly Layer[];
}

/**
 * Sets up every layer in order, as Net::Init does, and collects the failures. If an edit kept the connections of the
 * net, only what the edit changed is set up again. Works in steps, one for each layer.
 */
export function* inferLayers(
  written: readonly LayerSyntax[],
  connected: ConnectedLayers,
  input: SetupInput,
  memo: Memo,
  before?: Before,
): Steps<Inferred> {
  if (before && isSetUpAlike(before, connected, input))
    return update(written, connected, input, memo, before);
  const inference = new Inference(written, input, before?.layers ?? []);
  for (const [index, wire] of connected.layers.entries()) {
    inference.add(wire, connected.owners[index] ?? 0);
    yield;
  }
  const { layers, failures } = inference;
  number(layers, 0, layers.length);
  const isPlain = !layers.some(({ setup, facts }) => setup.isTaken || facts.namesParams);
  return { layers, changed: layers, failures, isPlain };
}

/** Whether layers can be compared one by one: connected as before, and only by blobs with unique names. */
function isSetUpAlike(
  before: Before,
  { connections, facts }: ConnectedLayers,
  { given: external, dialect, phase }: SetupInput,
): boolean {
  const { input, connected, isPlain } = before;
  if (!isPlain || connected.connections !== connections) return false;
  if (input.given !== external || input.dialect !== dialect || input.phase !== phase) return false;
  const { from, to } = windowOf(connected.facts, facts);
  return !facts.slice(from, to).some(({ namesParams }) => namesParams);
}

/** The layers after an edit that kept their connections. A changed shape is propagated until shapes are as before. */
function update(
  written: readonly LayerSyntax[],
  connected: ConnectedLayers,
  input: SetupInput,
  memo: Memo,
  before: Before,
): Inferred {
  const { sources, consumers } = flowOf(connected);
  const { from, to } = windowOf(before.connected.layers, connected.layers);
  const layers = before.layers.slice();
  const changed: Layer[] = [];
  const waits = new Uint8Array(layers.length);
  let [waiting, end] = [0, from];
  const shapeNow = (old: Layer, index: number, bottom: number) => {
    const source = sources[index]?.[bottom];
    return (source ? layers[source.wire]?.outputs[source.top] : old.inputs[bottom])?.shape ?? unshaped;
  };
  const setUpAgain = (index: number) => {
    const [old, wire] = [layers[index] as Layer, connected.layers[index] as ConnectedLayer];
    const shapes = wire.bottoms.map((_, bottom) => shapeNow(old, index, bottom));
    const setup = setUpLayer(wire, shapes, false, input);
    if (setup === old.setup && wire === old.wire) return;
    const layer = new Layer(
      index,
      written[connected.owners[index] ?? 0] as LayerSyntax,
      wire,
      setup,
      setup.blobs,
    );
    layers[index] = layer;
    changed.push(layer);
    end = index + 1;
    if (makesSame(layer, old)) return;
    for (const consumer of consumers[index] ?? []) {
      waiting += waits[consumer] ? 0 : 1;
      waits[consumer] = 1;
    }
  };
  // Layers only read blobs of layers above.
  for (let index = from; index < to || waiting > 0; index++) {
    if (waits[index]) waiting--;
    else if (connected.layers[index] === before.connected.layers[index]) continue;
    setUpAgain(index);
  }
  remember(before.layers, layers, { from, before: end, to: end });
  const result = changed.length === 0 ? before.layers : layers;
  const failures = memo.filter(result, hasFailed).flatMap(failuresOf);
  return { layers: result, changed, failures, isPlain: true };
}

function hasFailed(layer: Layer): boolean {
  return layer.hasFailed;
}

/** Whether the tops of a layer have the same shapes as before. */
function makesSame({ outputs }: Layer, { outputs: old }: Layer): boolean {
  return (
    outputs.length === old.length &&
    outputs.every(({ shape }, top) => sameShape(shape, old[top]?.shape ?? unshaped))
  );
}

function failuresOf(layer: Layer): readonly Failure[] {
  const { before, after } = layer.setup;
  return placed(layer, [...before, ...after]);
}

/** The failures of a set-up with their locations in the file. */
function placed(layer: LayerSyntax, failures: readonly SetupFailure[]): Failure[] {
  return failures.map(({ check, message, at, ...help }) => ({
    ...layerFailure('init', check, layer, message, at),
    ...help,
  }));
}

/** The blobs, parameters and failures of the layers so far. */
class Inference {
  readonly layers: Layer[] = [];
  readonly failures: Failure[] = [];
  private readonly written: readonly LayerSyntax[];
  private readonly input: SetupInput;
  private readonly blobs = new Map<string, OpenBlob>();
  private readonly params = new ParamTable();
  /** The layers before an edit: an unchanged layer is the same object. */
  private readonly known: ReadonlyMap<ConnectedLayer, Layer>;

  constructor(written: readonly LayerSyntax[], input: SetupInput, before: readonly Layer[]) {
    this.written = written;
    this.input = input;
    this.known = new Map(before.map((layer) => [layer.wire, layer]));
  }

  /** Sets up the next layer: the one at index `owner` of the file, or a Split layer after it. */
  add(wire: ConnectedLayer, owner: number): void {
    const shapes = wire.bottoms.map((name, bottom) => this.shapeOf(name, wire, bottom));
    const taken = this.addTops(wire);
    const setup = setUpLayer(wire, shapes, taken.length > 0, this.input);
    for (const [top, name] of wire.tops.entries()) {
      const blob = this.blobs.get(name);
      if (blob) blob.shape = setup.outputs[top]?.shape ?? unshaped;
    }
    const syntax = this.written[owner] as LayerSyntax;
    const layer = this.layerOf(syntax, wire, setup.blobs, setup);
    const before = this.failures.length;
    this.failures.push(...placed(layer, setup.before));
    for (const { top, by } of taken)
      this.failures.push(duplicateTop(layer, top, by === none ? undefined : (this.layers[by] ?? layer)));
    this.failures.push(...placed(layer, setup.after));
    const isRefused = this.failures.length > before;
    const params = this.params.add(layer, setup.blobs, isRefused ? undefined : this.failures);
    this.layers.push(params === setup.blobs ? layer : this.layerOf(syntax, wire, params, setup));
  }

  private layerOf(
    syntax: LayerSyntax,
    wire: ConnectedLayer,
    params: Layer['params'],
    setup: Layer['setup'],
  ): Layer {
    const known = this.known.get(wire);
    if (known?.setup === setup && sameItems(known.params, params)) return known;
    return new Layer(this.layers.length, syntax, wire, setup, params);
  }

  /** The shape of the blob that a bottom reads; unknown if no layer produces it. */
  private shapeOf(name: string, { facts }: ConnectedLayer, bottom: number): Shape {
    return this.blobs.get(name)?.shape ?? facts.missingBottom(bottom, facts.bottoms[bottom] ?? name);
  }

  /**
   * Adds the tops in order: the bottom's blob if name and index are equal, otherwise a new blob with an unused name.
   * Returns the tops whose names are in use, and the layers that use them.
   */
  private addTops({ tops, bottoms }: ConnectedLayer): { readonly top: number; readonly by: number }[] {
    const taken: { top: number; by: number }[] = [];
    for (const [top, name] of tops.entries()) {
      const known = this.blobs.get(name);
      const isInPlace = bottoms[top] === name;
      if (isInPlace && known) continue;
      if (known) taken.push({ top, by: known.producer });
      this.blobs.set(name, { shape: unshaped, producer: isInPlace ? none : this.layers.length });
    }
    return taken;
  }
}

/** The producer of a blob that a layer modifies in place although no layer produces it. */
const none = -1;
