import type { LayerDefinition } from '../layers/definition.ts';
import { Unknown } from '../shape/dim.ts';
import { type Shape, unshaped } from '../shape/shape.ts';
import { type Fault, layerFault, topRange } from './fault.ts';
import type { Blob, LayerBlob } from './net.ts';
import type { WiredLayer } from './splits.ts';

/** A blob while shapes are inferred; shared by the layers that work on it in place. */
export interface OpenBlob extends Blob {
  shape: Shape;
  readonly producer: WiredLayer | undefined;
}

/** The blobs that the layers so far have made, by name, and what was wrong with them. */
export interface BlobsSoFar {
  readonly blobs: Map<string, OpenBlob>;
  readonly faults: Fault[];
}

export interface OpenLayerBlob extends LayerBlob {
  readonly blob: OpenBlob;
}

/** The blob that a bottom reads; one of unknown rank where no layer makes it. */
export function useBottom(name: string, layer: WiredLayer, index: number, net: BlobsSoFar): OpenLayerBlob {
  const written = layer.message.texts('bottom')[index] ?? name;
  const blob = net.blobs.get(name) ?? {
    shape: new Unknown(written, `No layer makes the blob \`${written}\`.`),
    producer: undefined,
  };
  return { name: written, blob, shape: blob.shape };
}

/** Tops in order: the bottom's own blob where name and index agree, else a new one under a name not used before. */
export function makeTops(
  layer: WiredLayer,
  inputs: readonly OpenLayerBlob[],
  definition: LayerDefinition | undefined,
  net: BlobsSoFar,
): OpenLayerBlob[] {
  const tops = layer.tops.map((name, index) => {
    const bottom = inputs[index];
    const inPlace = bottom !== undefined && layer.bottoms[index] === name;
    const known = net.blobs.get(name);
    if (!inPlace && known) net.faults.push(duplicateTop(layer, index, known));
    const blob: OpenBlob = inPlace ? bottom.blob : { shape: unshaped, producer: layer };
    net.blobs.set(name, blob);
    return { name, blob, shape: unshaped };
  });
  // Caffe names the tops of a loss layer itself where the file does not (AutoTopBlobs).
  while (definition?.loss && tops.length < 1) {
    tops.push({ name: '(automatic)', blob: { shape: unshaped, producer: layer }, shape: unshaped });
  }
  return tops;
}

function duplicateTop(layer: WiredLayer, index: number, known: OpenBlob): Fault {
  const name = layer.tops[index] ?? '';
  const place = layer.message.list('top')[index];
  const written = layer.message.texts('bottom')[index];
  const branch = written === name;
  const message = branch
    ? `\`${name}\` cannot be changed in place here: another layer reads it too, so Caffe hands out copies. Give the top a name of its own.`
    : `The blob \`${name}\` is already made by \`${known.producer?.message.text('name') ?? '?'}\`. Give this top another name.`;
  const related = known.producer && [
    { range: topRange(known.producer, name), message: `\`${name}\` is made here first.` },
  ];
  const collides = layer.automatic || known.producer?.automatic;
  const check = collides
    ? 'net/split-name-collision'
    : branch
      ? 'net/inplace-after-branch'
      : 'net/duplicate-top';
  return { ...layerFault('init', check, layer, message, place), ...(related ? { related } : {}) };
}
