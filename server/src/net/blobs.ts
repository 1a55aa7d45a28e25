import type { Shape } from '../shape/shape.ts';
import { type Failure, layerFailure, topLocation } from './failure.ts';
import type { Layer } from './net.ts';

/** A blob during shape inference; in-place layers share it. */
export interface OpenBlob {
  shape: Shape;
  /** The index of its producer. */
  readonly producer: number;
}

/** The failure of a top whose blob already exists (net.cpp, AppendTop). */
export function duplicateTop(layer: Layer, index: number, producer: Layer | undefined): Failure {
  const name = layer.tops[index] ?? '';
  const at = layer.message.list('top')[index];
  const written = layer.facts.bottoms[index];
  const branch = written === name;
  const message = branch
    ? `\`${name}\` cannot be modified in place: another layer reads it too, so Caffe gives each consumer a copy. Give the top a different name.`
    : `The blob \`${name}\` is already produced by \`${producer?.message.text('name') ?? '?'}\`. Give this top a different name.`;
  const related = producer && [
    { location: topLocation(producer, name), message: `\`${name}\` is first produced here.` },
  ];
  const collides = layer.automatic || producer?.automatic;
  const check = collides
    ? 'net/split-name-collision'
    : branch
      ? 'net/inplace-after-branch'
      : 'net/duplicate-top';
  return { ...layerFailure('init', check, layer, message, at), ...(related ? { related } : {}) };
}
