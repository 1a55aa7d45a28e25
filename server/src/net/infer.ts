import type { Shape } from '../shape/shape.ts';
import { unshaped } from '../shape/shape.ts';
import { duplicateTop, type OpenBlob } from './blobs.ts';
import { type Fault, layerFault } from './fault.ts';
import { Layer } from './net.ts';
import { ParamTable } from './params.ts';
import { type SetupFault, type SetupInput, setUpLayer } from './setup.ts';
import type { WiredLayer } from './splits.ts';

/** Sets every layer up in order, as Net::Init does, and gathers what Caffe would refuse. */
export function inferLayers(
  layers: readonly WiredLayer[],
  input: SetupInput,
): { readonly layers: readonly Layer[]; readonly faults: readonly Fault[] } {
  const inference = new Inference(input);
  return { layers: layers.map((layer, index) => inference.add(layer, index)), faults: inference.faults };
}

/** The blobs and parameters that the layers so far have made, and what was wrong with them. */
class Inference {
  readonly faults: Fault[] = [];
  private readonly input: SetupInput;
  private readonly blobs = new Map<string, OpenBlob>();
  private readonly params = new ParamTable();

  constructor(input: SetupInput) {
    this.input = input;
  }

  add(wired: WiredLayer, index: number): Layer {
    const shapes = wired.bottoms.map((name, bottom) => this.shapeOf(name, wired, bottom));
    const taken = this.addTops(wired);
    const setup = setUpLayer(wired, shapes, taken.length > 0, this.input);
    for (const [top, name] of wired.tops.entries()) {
      const blob = this.blobs.get(name);
      if (blob) blob.shape = setup.outputs[top]?.shape ?? unshaped;
    }
    const before = this.faults.length;
    this.report(wired, setup.before);
    this.faults.push(...taken);
    this.report(wired, setup.behind);
    const isRefused = this.faults.length > before;
    const params = this.params.add(wired, setup.blobs, isRefused ? undefined : this.faults);
    return new Layer(index, wired, setup, params);
  }

  /** The shape of the blob that a bottom reads; unknown where no layer makes it. */
  private shapeOf(name: string, { facts }: WiredLayer, index: number): Shape {
    return this.blobs.get(name)?.shape ?? facts.missingBottom(index, facts.bottoms[index] ?? name);
  }

  /** Tops in order: the bottom's own blob where name and index agree, else a new one under a name not used before. */
  private addTops(wired: WiredLayer): Fault[] {
    const faults: Fault[] = [];
    for (const [index, name] of wired.tops.entries()) {
      const known = this.blobs.get(name);
      const isInPlace = wired.bottoms[index] === name;
      if (isInPlace && known) continue;
      if (known) faults.push(duplicateTop(wired, index, known));
      this.blobs.set(name, { shape: unshaped, producer: isInPlace ? undefined : wired });
    }
    return faults;
  }

  private report(wired: WiredLayer, found: readonly SetupFault[]): void {
    for (const { check, message, at, ...help } of found) {
      this.faults.push({ ...layerFault('init', check, wired, message, at), ...help });
    }
  }
}
