import { removeBlob, writeBlob } from '../../edit/blobs.ts';
import type { Fix } from '../../edit/fix.ts';
import { addLayerBefore } from '../../edit/layers.ts';
import { freeBlobName, freeLayerName } from '../../edit/names.ts';
import { type NewField, newField, quoted } from '../../edit/newField.ts';
import type { Layer, Net } from '../../net/net.ts';
import { cropOffsets } from '../../net/related/cropOffsets.ts';
import { deviation, divergenceOf, isWindow, strideOf } from '../../net/related/divergence.ts';
import { type Dim, differ, isKnown } from '../../shape/dim.ts';
import { type Dims, hasRank } from '../../shape/shape.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { slotAt, syntaxOf } from '../helpers/layerText.ts';
import { offer } from '../helpers/offer.ts';
import { offerLike, offerValue, setOwn, written } from '../helpers/ownFields.ts';
import { outputsProducer } from '../helpers/producers.ts';
import { rewireBottom } from '../helpers/rewireBottom.ts';
import { batches } from './batches.ts';

/** Joined bottoms with different shapes. */
export const shapeMismatch: Fixer = {
  checks: ['concat/axes', 'concat/shape', 'conv/bottom-shapes', 'eltwise/shape'],
  doc: 'Makes the bottoms agree: sets the same batch size for both inputs, sets `axis` to the axis in which they differ, or changes the rounding, padding or number of outputs where their paths diverge; inserts a Crop; or replaces a bottom.',
  fixes(context) {
    const { layer, net } = context;
    const slot = layer ? slotAt(context.document.tree, layer, context.range.start) : -1;
    if (!layer || !net || slot < 1) return [];
    const tries = [
      ...batches(context, layer, slot),
      ...otherAxis(context, layer, slot),
      ...outputs(context, layer, slot),
      ...windows(context, net, layer, slot),
      ...rewireBottom(context, layer, [slot, 0], 2),
      ...crop(context, net, layer, slot),
      ...leaveOut(context, layer, slot),
    ];
    return bestFirst(context, tries).slice(0, 6);
  },
};

function dimsOf({ context }: Layer, slot: number): Dims {
  const shape = context.shape(slot);
  return hasRank(shape) ? shape : [];
}

/** A Concat along the only axis in which its bottoms differ. */
function otherAxis(context: FixContext, layer: Layer, slot: number): Fix[] {
  const [one, other] = [dimsOf(layer, 0), dimsOf(layer, slot)];
  const [field] = written(layer, 'axis', 'concat_dim');
  const differing = one.flatMap((dim, axis) => (differ(dim, other[axis] ?? dim) ? [axis] : []));
  const [axis] = differing;
  if (layer.type !== 'Concat' || field === undefined || axis === undefined || differing.length > 1) return [];
  return offerValue(context, layer, field, axis);
}

/** Sets `num_output` of the producer of one bottom to the channels of the other. */
function outputs(context: FixContext, layer: Layer, slot: number): Fix[] {
  const channels = (index: number): Dim => dimsOf(layer, index)[1] ?? 0;
  return [
    [slot, 0],
    [0, slot],
  ].flatMap(([own = 0, other = 0]) => {
    const producer = outputsProducer(context.net, layer, own);
    const [has, wanted] = [channels(own), channels(other)];
    if (!producer || !isKnown(wanted) || !isKnown(has) || has === wanted) return [];
    return offerValue(context, producer, 'num_output', wanted, ` in \`${producer.name}\``);
  });
}

/**
 * Padding that keeps the size, or different rounding, for windows on the diverged paths; where sizes first differ
 * first.
 */
function windows(context: FixContext, net: Net, layer: Layer, slot: number): Fix[] {
  const found = divergenceOf(net, layer, slot);
  if (!found) return [];
  const { odd, paths } = found;
  const [one, other] = paths;
  const sliding = [...new Set([...(odd ? [odd] : []), ...other, ...one])].filter(({ type }) =>
    isWindow(type),
  );
  const apart = (producer: Layer) => deviation(producer) !== 0;
  const ordered = [
    ...sliding.filter((producer) => producer === odd),
    ...sliding.filter((producer) => producer !== odd && apart(producer)),
    ...sliding.filter((producer) => producer !== odd && !apart(producer)),
  ].slice(0, 6);
  return [
    ...ordered
      .slice(0, 1)
      .flatMap((producer) => [...padding(context, producer), ...rounding(context, producer)]),
    ...paths.flatMap((path) =>
      paddingOfAll(context, path.filter(({ type }) => isWindow(type)).filter(apart)),
    ),
    ...ordered.slice(1).flatMap((producer) => rounding(context, producer)),
    ...ordered.slice(1).flatMap((producer) => padding(context, producer)),
  ].slice(0, 8);
}

/** Padding for all layers of one path that change the size, at once. */
function paddingOfAll(context: FixContext, producers: readonly Layer[]): Fix[] {
  const fixes = producers.map((producer) => padOf(context, producer));
  const edits = fixes.flatMap((fix) => fix?.edits ?? []);
  if (producers.length < 2 || producers.length > 6 || fixes.some((fix) => !fix)) return [];
  return offer(
    `Set the padding that keeps the size in ${producers.map(({ name }) => `\`${name}\``).join(', ')}`,
    edits,
  );
}

/** Poolings round up, convolutions round down. */
function rounding(context: FixContext, producer: Layer): Fix[] {
  const { params } = producer.context;
  if (producer.type !== 'Pooling' || params.int('stride') < 2) return [];
  if (!params.descriptor.fields.has('round_mode')) return [];
  const value = params.text('round_mode') === 'FLOOR' ? 'CEIL' : 'FLOOR';
  return offerValue(context, producer, 'round_mode', value, ` in \`${producer.name}\``);
}

function padding(context: FixContext, producer: Layer): Fix[] {
  const where = ` in \`${producer.name}\``;
  const pads = padOf(context, producer);
  const plain = written(producer, 'kernel_h', 'kernel_w', 'pad_h', 'pad_w').length === 0;
  const like = plain
    ? [...offerLike(context, producer, 'kernel_size'), ...offerLike(context, producer, 'stride')].slice(0, 1)
    : [];
  return [...(pads ? [pads] : []), ...like.map((fix) => ({ ...fix, title: `${fix.title},${where}` }))];
}

/** The padding with which only the stride changes the size. */
function padOf(context: FixContext, producer: Layer): Fix | undefined {
  const { params } = producer.context;
  const pairs =
    written(producer, 'kernel_h', 'kernel_w').length > 0 || written(producer, 'pad_h', 'pad_w').length > 0;
  if (!pairs) {
    const [kernel] = kernelsOf(params, 'kernel_size');
    const pad = kernel === undefined ? undefined : centered(producer, kernel, 0);
    const [has = 0] = kernelsOf(params, 'pad');
    if (pad === undefined || pad === has) return undefined;
    return offer(`Set \`pad: ${pad}\` in \`${producer.name}\``, [setOwn(context, producer, 'pad', pad)])[0];
  }
  if (params.has('pad')) return undefined;
  const [both] = kernelsOf(params, 'kernel_size');
  const changes = (['h', 'w'] as const).map((side, axis) => {
    const kernel = params.has(`kernel_${side}`) ? params.int(`kernel_${side}`) : both;
    const pad = kernel === undefined ? undefined : centered(producer, kernel, axis);
    return { field: `pad_${side}`, pad, same: pad === params.int(`pad_${side}`) };
  });
  const wrong = changes.filter(({ same }) => !same);
  if (wrong.length === 0 || wrong.some(({ pad }) => pad === undefined)) return undefined;
  const title = wrong.map(({ field, pad }) => `\`${field}: ${pad}\``).join(' and ');
  const edits = wrong.map(({ field, pad }) => setOwn(context, producer, field, pad ?? 0));
  return offer(`Set ${title} in \`${producer.name}\``, joinedInsertions(edits))[0];
}

/** The values of a field that is repeated in some layers and single in others. */
function kernelsOf(params: Layer['context']['params'], field: string): readonly number[] {
  if (!params.has(field)) return [];
  return params.descriptor.fields.get(field)?.label === 'repeated' ? params.ints(field) : [params.int(field)];
}

function centered(producer: Layer, kernel: number, axis: number): number | undefined {
  const { params } = producer.context;
  const dilations = params.descriptor.fields.has('dilation') ? kernelsOf(params, 'dilation') : [];
  const covered = (dilations[axis] ?? dilations[0] ?? 1) * (kernel - 1) + 1;
  if (producer.type !== 'Deconvolution') return Math.trunc((covered - 1) / 2);
  const twice = covered - strideOf(params, axis);
  return twice >= 0 && twice % 2 === 0 ? twice / 2 : undefined;
}

/** Merges insertions at one offset into one edit. */
function joinedInsertions(edits: readonly (TextEdit | undefined)[]): (TextEdit | undefined)[] {
  const [one, other] = edits;
  if (!one || !other || one.range.start !== other.range.start) return [...edits];
  return [{ range: one.range, newText: one.newText.trimEnd() + other.newText }];
}

/** A Crop of the larger bottom to the size of the smaller. */
function crop({ document }: FixContext, net: Net, layer: Layer, slot: number): Fix[] {
  const [a, b] = [dimsOf(layer, 0).slice(2), dimsOf(layer, slot).slice(2)];
  const larger = (one: Dims, other: Dims) =>
    one.every((dim, axis) => isKnown(dim) && dim >= Number(other[axis]));
  if (a.length === 0 || a.length !== b.length || syntaxOf(layer) !== 'current') return [];
  const [big, small] = larger(a, b) ? [0, slot] : larger(b, a) ? [slot, 0] : [-1, -1];
  const [from, to] = [layer.message.list('bottom')[big], layer.message.list('bottom')[small]];
  if (!from || !to) return [];
  const name = freeLayerName(document, `${String(from.value)}_crop`);
  const top = freeBlobName(document, name);
  const offsets = cropOffsets(net, layer, big, small) ?? [0];
  const added: NewField = newField('layer', [
    newField('name', quoted(name)),
    newField('type', quoted('Crop')),
    newField('bottom', quoted(String(from.value))),
    newField('bottom', quoted(String(to.value))),
    newField('top', quoted(top)),
    newField('crop_param', [newField('axis', 2), ...offsetFields(offsets)]),
  ]);
  const edits = [addLayerBefore(document.tree, layer, added), writeBlob(document.tree, layer, from, top)];
  return offer(`Insert a Crop of \`${String(from.value)}\` to \`${String(to.value)}\``, edits);
}

function offsetFields(offsets: readonly number[]): NewField[] {
  const [first = 0] = offsets;
  const once = offsets.every((offset) => offset === first);
  return (once ? [first] : offsets).map((offset) => newField('offset', offset));
}

function leaveOut({ document: { tree } }: FixContext, layer: Layer, slot: number): Fix[] {
  const entry = layer.message.list('bottom')[slot];
  const least = layer.definition?.bottoms(layer.context).min ?? 1;
  if (!entry || layer.inputs.length <= least) return [];
  return offer(`Remove the bottom \`${String(entry.value)}\``, [removeBlob(tree, layer, entry)]);
}
