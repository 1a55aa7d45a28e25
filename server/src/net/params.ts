import type { ParamBlob } from '../layers/context.ts';
import type { Message } from '../schema/message.ts';
import { differ } from '../shape/dim.ts';
import { countOf, formatShape, shapesDiffer } from '../shape/shape.ts';
import { type Fault, layerFault, layerPlace } from './fault.ts';
import type { Layer, LayerParam } from './net.ts';

/** The blob that later layers of the same param name share, and the rates that were written for it. */
interface Owner {
  readonly layer: Layer;
  readonly blob: ParamBlob;
  lr_mult?: number | undefined;
  decay_mult?: number | undefined;
}

/** Parameter blobs of a net by the names under which layers share them (net.cpp, AppendParam). */
export class ParamTable {
  private readonly owners = new Map<string, Owner>();

  /** Adds a layer's blobs; faults are gathered unless the layer has been refused already. */
  add(layer: Layer, blobs: readonly ParamBlob[], faults: Fault[] | undefined): readonly LayerParam[] {
    if (!layer.facts.namesParams) return blobs;
    const specs = layer.message.messages('param');
    return blobs.map((blob, index) => {
      const spec = specs[index];
      const name = spec?.text('name') ?? '';
      if (!spec || name === '') return blob;
      const owner = this.owners.get(name);
      if (owner) return share(owner, layer, blob, spec, faults);
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
  faults: Fault[] | undefined,
): LayerParam {
  const found =
    checkShape(owner, layer, blob, spec) ??
    checkRates(owner, layer, spec) ??
    checkStorage(owner, layer, spec);
  if (found) faults?.push(found);
  return { ...blob, sharedWith: owner.layer.message.text('name') };
}

/** The sharer's share_mode decides: the shapes must agree, or with PERMISSIVE the counts. */
function checkShape(owner: Owner, layer: Layer, blob: ParamBlob, spec: Message): Fault | undefined {
  const permissive = spec.text('share_mode') === 'PERMISSIVE';
  const wrong = permissive
    ? differ(countOf(owner.blob.shape), countOf(blob.shape))
    : shapesDiffer(owner.blob.shape, blob.shape);
  if (!wrong) return undefined;
  const name = spec.text('name');
  const message = `\`${name}\` is ${formatShape(owner.blob.shape)} in \`${owner.layer.message.text('name')}\`, but ${formatShape(blob.shape)} here: they cannot be shared.`;
  const check = permissive ? 'net/param-share-count' : 'net/param-share-shape';
  return withOwner(layerFault('init', check, layer, message, spec.list('name')[0]), owner);
}

/** Net::ShareWeights shares the storage, which an empty blob does not have. */
function checkStorage(owner: Owner, layer: Layer, spec: Message): Fault | undefined {
  if (countOf(owner.blob.shape) !== 0) return undefined;
  const message = `\`${spec.text('name')}\` is empty in \`${owner.layer.message.text('name')}\`, so there is nothing to share.`;
  return layerFault('init', 'blob/no-data', layer, message, spec.list('name')[0]);
}

/** Rates written explicitly must agree with those written before; the first written one holds for all. */
function checkRates(owner: Owner, layer: Layer, spec: Message): Fault | undefined {
  for (const rate of ['lr_mult', 'decay_mult'] as const) {
    if (!spec.has(rate)) continue;
    const value = spec.float(rate);
    owner[rate] ??= value;
    if (owner[rate] === value) continue;
    const message = `\`${spec.text('name')}\` is shared, and its \`${rate}\` was given as ${owner[rate]} before; here it is ${value}.`;
    const check = rate === 'lr_mult' ? 'net/param-lr-mismatch' : 'net/param-decay-mismatch';
    return withOwner(layerFault('init', check, layer, message, spec.list(rate)[0]), owner);
  }
  return undefined;
}

function withOwner(fault: Fault, owner: Owner): Fault {
  return {
    ...fault,
    related: [{ place: layerPlace(owner.layer), message: 'The layer that owns the blob.' }],
  };
}
