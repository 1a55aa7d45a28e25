import type { Shape } from '../shape/shape.ts';
import { type Fault, layerFault, topRange } from './fault.ts';
import type { WiredLayer } from './splits.ts';

/** A blob while shapes are inferred; shared by the layers that work on it in place. */
export interface OpenBlob {
  shape: Shape;
  readonly producer: WiredLayer | undefined;
}

/** Says of a top that the blob exists already (net.cpp, AppendTop). */
export function duplicateTop(layer: WiredLayer, index: number, known: OpenBlob): Fault {
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
