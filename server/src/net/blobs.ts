import type { Shape } from '../shape/shape.ts';
import { type Fault, layerFault, topPlace } from './fault.ts';
import type { Layer } from './net.ts';

/** A blob while shapes are inferred; shared by the layers that work on it in place. */
export interface OpenBlob {
  shape: Shape;
  /** The index of the layer that made it. */
  readonly producer: number;
}

/** Says of a top that the blob exists already (net.cpp, AppendTop). */
export function duplicateTop(layer: Layer, index: number, producer: Layer | undefined): Fault {
  const name = layer.tops[index] ?? '';
  const place = layer.message.list('top')[index];
  const written = layer.facts.bottoms[index];
  const branch = written === name;
  const message = branch
    ? `\`${name}\` cannot be changed in place here: another layer reads it too, so Caffe hands out copies. Give the top a name of its own.`
    : `The blob \`${name}\` is already made by \`${producer?.message.text('name') ?? '?'}\`. Give this top another name.`;
  const related = producer && [
    { place: topPlace(producer, name), message: `\`${name}\` is made here first.` },
  ];
  const collides = layer.automatic || producer?.automatic;
  const check = collides
    ? 'net/split-name-collision'
    : branch
      ? 'net/inplace-after-branch'
      : 'net/duplicate-top';
  return { ...layerFault('init', check, layer, message, place), ...(related ? { related } : {}) };
}
