import type { ParamBlob } from '../layers/context.ts';
import type { Message } from '../schema/message.ts';
import { differ } from '../shape/dim.ts';
import { floatText } from '../shape/floatText.ts';
import { countOf, formatShape, shapesDiffer } from '../shape/shape.ts';
import { type Failure, layerFailure, layerLocation } from './failure.ts';
import type { Layer, LayerParam } from './net.ts';

/** The blob that later layers share by its param name, and the rates set for it. */
interface Owner {
  readonly layer: Layer;
  readonly blob: ParamBlob;
  lr_mult?: number | undefined;
  decay_mult?: number | undefined;
}

/** Parameter blobs of a net by the names that layers share them by (net.cpp, AppendParam). */
export class ParamTable {
  private readonly owners = new Map<string, Owner>();

  /** Adds a layer's blobs; failures are collected unless the layer already has one. */
  add(layer: Layer, blobs: readonly ParamBlob[], failures: Failure[] | undefined): readonly LayerParam[] {
    if (!layer.facts.namesParams) return blobs;
    const specs = layer.message.messages('param');
    return blobs.map((blob, index) => {
      const spec = specs[index];
      const name = spec?.text('name') ?? '';
      if (!spec || name === '') return blob;
      const owner = this.owners.get(name);
      if (owner) return share(owner, layer, blob, spec, failures);
      this.owners.set(name, { layer, blob, ...rates(spec) });
      return blob;
    });
  }
}

function rates(spec: Message): Pick<Owner, 'lr_mult' | 'decay_mult'> {
  return {
    lr_mult: spec.has('lr_mult') ? spec.float('lr_mult') : undefined,
    decay_mult: spec.has('decay_mult') ? spec.float('decay_mult') : undefined,
  };
}

function share(
  owner: Owner,
  layer: Layer,
  blob: ParamBlob,
  spec: Message,
  failures: Failure[] | undefined,
): LayerParam {
  const found =
    checkShape(owner, layer, blob, spec) ??
    checkRates(owner, layer, spec) ??
    checkStorage(owner, layer, spec);
  if (found) failures?.push(found);
  return { ...blob, sharedWith: owner.layer.message.text('name') };
}

/** The share_mode of the layer that shares decides: equal shapes, or with PERMISSIVE equal counts. */
function checkShape(owner: Owner, layer: Layer, blob: ParamBlob, spec: Message): Failure | undefined {
  const permissive = spec.text('share_mode') === 'PERMISSIVE';
  const wrong = permissive
    ? differ(countOf(owner.blob.shape), countOf(blob.shape))
    : shapesDiffer(owner.blob.shape, blob.shape);
  if (!wrong) return undefined;
  const name = spec.text('name');
  const message = `\`${name}\` is ${formatShape(owner.blob.shape)} in \`${owner.layer.message.text('name')}\` but ${formatShape(blob.shape)} here; a shared parameter must have the same ${permissive ? 'number of values' : 'shape'}.`;
  const check = permissive ? 'net/param-share-count' : 'net/param-share-shape';
  return withOwner(layerFailure('init', check, layer, message, spec.list('name')[0]), owner);
}

/** Net::ShareWeights shares the storage; an empty blob has none. */
function checkStorage(owner: Owner, layer: Layer, spec: Message): Failure | undefined {
  if (countOf(owner.blob.shape) !== 0) return undefined;
  const message = `\`${spec.text('name')}\` is empty in \`${owner.layer.message.text('name')}\`, so it cannot be shared.`;
  return layerFailure('init', 'blob/no-data', layer, message, spec.list('name')[0]);
}

/** Explicit rates must agree with earlier ones; the first explicit rate applies to all. */
function checkRates(owner: Owner, layer: Layer, spec: Message): Failure | undefined {
  for (const rate of ['lr_mult', 'decay_mult'] as const) {
    if (!spec.has(rate)) continue;
    const value = spec.float(rate);
    owner[rate] ??= value;
    if (owner[rate] === value) continue;
    const message = `The shared parameter \`${spec.text('name')}\` has \`${rate}: ${floatText(value)}\` here but \`${rate}: ${floatText(owner[rate])}\` in an earlier layer; use the same value.`;
    const check = rate === 'lr_mult' ? 'net/param-lr-mismatch' : 'net/param-decay-mismatch';
    return withOwner(layerFailure('init', check, layer, message, spec.list(rate)[0]), owner);
  }
  return undefined;
}

function withOwner(failure: Failure, owner: Owner): Failure {
  return {
    ...failure,
    related: [{ location: layerLocation(owner.layer), message: 'The layer that owns the parameter.' }],
  };
}
