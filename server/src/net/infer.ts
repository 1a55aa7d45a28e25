import { type Shape, sameShape, unshaped } from '../shape/shape.ts';
import { duplicateTop, type OpenBlob } from './blobs.ts';
import { type Fault, layerFault } from './fault.ts';
import type { LayerSyntax } from './lower.ts';
import { Layer, type Net } from './net.ts';
import { ParamTable } from './params.ts';
import { type SetupFault, type SetupInput, setUpLayer } from './setup.ts';
import type { Wire, Wires } from './splits.ts';

/** What is taken of a net before an edit. */
type Before = Pick<Net, 'layers' | 'wires' | 'input'>;

/** Layers that are set up, those of them that are not as they were before an edit, and what Caffe would refuse. */
interface Inferred {
  readonly layers: readonly Layer[];
  readonly changed: readonly Layer[];
  readonly faults: readonly Fault[];
}

/**
 * Sets every layer up in order, as Net::Init does, and gathers what Caffe would refuse. Of a net that was connected in the
 * same way before an edit, only what the edit changed is set up again.
 */
export function inferLayers(
  written: readonly LayerSyntax[],
  wires: Wires,
  input: SetupInput,
  before?: Before,
): Inferred {
  if (before && standsAlike(before, wires, input)) return update(written, wires, input, before);
  const inference = new Inference(written, input);
  for (const wire of wires.wires) inference.add(wire);
  const { layers, faults } = inference;
  return { layers, changed: layers, faults };
}

/** Whether layers can be compared one by one: connected as before, and in no other way than by blobs of one name each. */
function standsAlike(
  before: Before,
  { connections, facts }: Wires,
  { given, dialect, phase }: SetupInput,
): boolean {
  const { input, wires, layers } = before;
  return (
    wires.connections === connections &&
    input.given === given &&
    input.dialect === dialect &&
    input.phase === phase &&
    !layers.some(({ setup, facts: own }) => setup.isTaken || own.namesParams) &&
    !facts.some(({ namesParams }) => namesParams)
  );
}

/** The layers after an edit that left their connections. Shapes that are others than before are followed to where they end. */
function update(
  written: readonly LayerSyntax[],
  { wires }: Wires,
  input: SetupInput,
  before: Before,
): Inferred {
  const shapesNow = new Map<string, Shape>();
  const changed: Layer[] = [];
  const layers = wires.map((wire, index) => {
    const old = before.layers[index] as Layer;
    const syntax = written[wire.owner] as LayerSyntax;
    const isSame = wire === old.wire && !(shapesNow.size > 0 && reads(wire, shapesNow));
    if (isSame) return old.block === syntax.block ? old : old.movedTo(syntax);
    const shapes = wire.bottoms.map((name, bottom) => shapesNow.get(name) ?? shapeBefore(old, bottom));
    const setup = setUpLayer(wire, shapes, false, input);
    for (const [top, name] of wire.tops.entries()) {
      const shape = setup.outputs[top]?.shape ?? unshaped;
      if (sameShape(shape, old.outputs[top]?.shape ?? unshaped)) shapesNow.delete(name);
      else shapesNow.set(name, shape);
    }
    const layer = new Layer(index, syntax, wire, setup, setup.blobs);
    changed.push(layer);
    return layer;
  });
  return { layers, changed, faults: layers.filter(({ isFaulty }) => isFaulty).flatMap(faultsOf) };
}

function reads({ bottoms }: Wire, changed: ReadonlyMap<string, Shape>): boolean {
  return bottoms.some((name) => changed.has(name));
}

function shapeBefore({ inputs }: Layer, bottom: number): Shape {
  return inputs[bottom]?.shape ?? unshaped;
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

  constructor(written: readonly LayerSyntax[], input: SetupInput) {
    this.written = written;
    this.input = input;
  }

  add(wire: Wire): void {
    const shapes = wire.bottoms.map((name, bottom) => this.shapeOf(name, wire, bottom));
    const taken = this.addTops(wire);
    const setup = setUpLayer(wire, shapes, taken.length > 0, this.input);
    for (const [top, name] of wire.tops.entries()) {
      const blob = this.blobs.get(name);
      if (blob) blob.shape = setup.outputs[top]?.shape ?? unshaped;
    }
    const layer = this.layerOf(wire, setup.blobs, setup);
    const before = this.faults.length;
    this.faults.push(...placed(layer, setup.before));
    for (const { top, by } of taken)
      this.faults.push(duplicateTop(layer, top, by === nobody ? undefined : (this.layers[by] ?? layer)));
    this.faults.push(...placed(layer, setup.behind));
    const isRefused = this.faults.length > before;
    const params = this.params.add(layer, setup.blobs, isRefused ? undefined : this.faults);
    this.layers.push(params === setup.blobs ? layer : this.layerOf(wire, params, setup));
  }

  private layerOf(wire: Wire, params: Layer['params'], setup: Layer['setup']): Layer {
    return new Layer(this.layers.length, this.written[wire.owner] as LayerSyntax, wire, setup, params);
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
