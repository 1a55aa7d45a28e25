import { remember, windowOf } from '../memo/lists.ts';
import type { Memo } from '../memo/memo.ts';
import { number } from '../memo/positions.ts';
import type { Steps } from '../memo/steps.ts';
import { type Shape, sameShape, unshaped } from '../shape/shape.ts';
import { duplicateTop, type OpenBlob } from './blobs.ts';
import { sameItems } from './facts.ts';
import { type Fault, layerFault } from './fault.ts';
import { flowOf } from './flow.ts';
import type { LayerSyntax } from './lower.ts';
import { Layer, type Net } from './net.ts';
import { ParamTable } from './params.ts';
import { type SetupInput, setUpLayer } from './setup.ts';
import type { SetupFault } from './setupFault.ts';
import type { Wire, Wires } from './splits.ts';

/** What is taken of a net before an edit. */
type Before = Pick<Net, 'layers' | 'wires' | 'input' | 'isPlain'>;

/** Layers that are set up, those of them that are not as they were before an edit, and what Caffe would refuse. */
interface Inferred extends Pick<Net, 'layers' | 'faults' | 'isPlain'> {
  readonly changed: readonly Layer[];
}

/**
 * Sets every layer up in order, as Net::Init does, and gathers what Caffe would refuse. Of a net that was connected in the
 * same way before an edit, only what the edit changed is set up again. Works in steps, one for each layer.
 */
export function* inferLayers(
  written: readonly LayerSyntax[],
  wires: Wires,
  input: SetupInput,
  memo: Memo,
  before?: Before,
): Steps<Inferred> {
  if (before && standsAlike(before, wires, input)) return update(written, wires, input, memo, before);
  const inference = new Inference(written, input, before?.layers ?? []);
  for (const [index, wire] of wires.wires.entries()) {
    inference.add(wire, wires.owners[index] ?? 0);
    yield;
  }
  const { layers, faults } = inference;
  number(layers, 0, layers.length);
  const isPlain = !layers.some(({ setup, facts }) => setup.isTaken || facts.namesParams);
  return { layers, changed: layers, faults, isPlain };
}

/** Whether layers can be compared one by one: connected as before, and in no other way than by blobs of one name each. */
function standsAlike(
  before: Before,
  { connections, facts }: Wires,
  { given, dialect, phase }: SetupInput,
): boolean {
  const { input, wires, isPlain } = before;
  if (!isPlain || wires.connections !== connections) return false;
  if (input.given !== given || input.dialect !== dialect || input.phase !== phase) return false;
  const { from, to } = windowOf(wires.facts, facts);
  return !facts.slice(from, to).some(({ namesParams }) => namesParams);
}

/** The layers after an edit that left their connections. Shapes that are others than before are followed to where they end. */
function update(
  written: readonly LayerSyntax[],
  wires: Wires,
  input: SetupInput,
  memo: Memo,
  before: Before,
): Inferred {
  const { sources, readers } = flowOf(wires);
  const { from, to } = windowOf(before.wires.wires, wires.wires);
  const layers = before.layers.slice();
  const changed: Layer[] = [];
  const waits = new Uint8Array(layers.length);
  let [waiting, end] = [0, from];
  const shapeNow = (old: Layer, index: number, bottom: number) => {
    const source = sources[index]?.[bottom];
    return (source ? layers[source.wire]?.outputs[source.top] : old.inputs[bottom])?.shape ?? unshaped;
  };
  const setUpAgain = (index: number) => {
    const [old, wire] = [layers[index] as Layer, wires.wires[index] as Wire];
    const shapes = wire.bottoms.map((_, bottom) => shapeNow(old, index, bottom));
    const setup = setUpLayer(wire, shapes, false, input);
    if (setup === old.setup && wire === old.wire) return;
    const layer = new Layer(
      index,
      written[wires.owners[index] ?? 0] as LayerSyntax,
      wire,
      setup,
      setup.blobs,
    );
    layers[index] = layer;
    changed.push(layer);
    end = index + 1;
    if (makesSame(layer, old)) return;
    for (const reader of readers[index] ?? []) {
      waiting += waits[reader] ? 0 : 1;
      waits[reader] = 1;
    }
  };
  // Layers read what is made above them.
  for (let index = from; index < to || waiting > 0; index++) {
    if (waits[index]) waiting--;
    else if (wires.wires[index] === before.wires.wires[index]) continue;
    setUpAgain(index);
  }
  remember(before.layers, layers, { from, before: end, to: end });
  const result = changed.length === 0 ? before.layers : layers;
  const faults = memo.filter(result, isFaulty).flatMap(faultsOf);
  return { layers: result, changed, faults, isPlain: true };
}

function isFaulty(layer: Layer): boolean {
  return layer.isFaulty;
}

/** Whether the tops of a layer have the shapes that they had. */
function makesSame({ outputs }: Layer, { outputs: old }: Layer): boolean {
  return (
    outputs.length === old.length &&
    outputs.every(({ shape }, top) => sameShape(shape, old[top]?.shape ?? unshaped))
  );
}

function faultsOf(layer: Layer): readonly Fault[] {
  const { before, behind } = layer.setup;
  return placed(layer, [...before, ...behind]);
}

/** Faults of a set-up at their places in the file. */
function placed(layer: LayerSyntax, faults: readonly SetupFault[]): Fault[] {
  return faults.map(({ check, message, at, ...help }) => ({
    ...layerFault('init', check, layer, message, at),
    ...help,
  }));
}

/** The blobs and parameters that the layers so far have made, and what was wrong with them. */
class Inference {
  readonly layers: Layer[] = [];
  readonly faults: Fault[] = [];
  private readonly written: readonly LayerSyntax[];
  private readonly input: SetupInput;
  private readonly blobs = new Map<string, OpenBlob>();
  private readonly params = new ParamTable();
  /** The layers before an edit: one that is the same stays the same object. */
  private readonly known: ReadonlyMap<Wire, Layer>;

  constructor(written: readonly LayerSyntax[], input: SetupInput, before: readonly Layer[]) {
    this.written = written;
    this.input = input;
    this.known = new Map(before.map((layer) => [layer.wire, layer]));
  }

  /** Sets up the next layer, which is written or inserted behind the one at an index. */
  add(wire: Wire, owner: number): void {
    const shapes = wire.bottoms.map((name, bottom) => this.shapeOf(name, wire, bottom));
    const taken = this.addTops(wire);
    const setup = setUpLayer(wire, shapes, taken.length > 0, this.input);
    for (const [top, name] of wire.tops.entries()) {
      const blob = this.blobs.get(name);
      if (blob) blob.shape = setup.outputs[top]?.shape ?? unshaped;
    }
    const syntax = this.written[owner] as LayerSyntax;
    const layer = this.layerOf(syntax, wire, setup.blobs, setup);
    const before = this.faults.length;
    this.faults.push(...placed(layer, setup.before));
    for (const { top, by } of taken)
      this.faults.push(duplicateTop(layer, top, by === nobody ? undefined : (this.layers[by] ?? layer)));
    this.faults.push(...placed(layer, setup.behind));
    const isRefused = this.faults.length > before;
    const params = this.params.add(layer, setup.blobs, isRefused ? undefined : this.faults);
    this.layers.push(params === setup.blobs ? layer : this.layerOf(syntax, wire, params, setup));
  }

  private layerOf(syntax: LayerSyntax, wire: Wire, params: Layer['params'], setup: Layer['setup']): Layer {
    const known = this.known.get(wire);
    if (known?.setup === setup && sameItems(known.params, params)) return known;
    return new Layer(this.layers.length, syntax, wire, setup, params);
  }

  /** The shape of the blob that a bottom reads; unknown where no layer makes it. */
  private shapeOf(name: string, { facts }: Wire, bottom: number): Shape {
    return this.blobs.get(name)?.shape ?? facts.missingBottom(bottom, facts.bottoms[bottom] ?? name);
  }

  /**
   * Tops in order: the bottom's own blob where name and index agree, else a new one under a name not used before. Returns
   * the tops whose names are taken, and the layers that took them.
   */
  private addTops({ tops, bottoms }: Wire): { readonly top: number; readonly by: number }[] {
    const taken: { top: number; by: number }[] = [];
    for (const [top, name] of tops.entries()) {
      const known = this.blobs.get(name);
      const isInPlace = bottoms[top] === name;
      if (isInPlace && known) continue;
      if (known) taken.push({ top, by: known.producer });
      this.blobs.set(name, { shape: unshaped, producer: isInPlace ? nobody : this.layers.length });
    }
    return taken;
  }
}

/** A blob that a layer changes in place though no layer made it. */
const nobody = -1;
