import { type Draft, draft, quoted } from '../../edit/draft.ts';
import type { Fix } from '../../edit/fix.ts';
import { addLayerBefore } from '../../edit/layers.ts';
import { freeBlobName, freeLayerName } from '../../edit/names.ts';
import { removeBlob, writeBlob } from '../../edit/wires.ts';
import type { Layer, Net } from '../../net/net.ts';
import { cropOffsets } from '../../net/related/coordinates.ts';
import { deviation, isWindow, partingOf, strideOf } from '../../net/related/parting.ts';
import { type Dim, differ, isKnown } from '../../shape/dim.ts';
import { type Dims, hasRank } from '../../shape/shape.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Fixer, Place } from '../fixer.ts';
import { slotAt, syntaxOf } from '../helpers/layerText.ts';
import { outputsMaker } from '../helpers/makers.ts';
import { offer } from '../helpers/offer.ts';
import { offerLike, offerValue, setOwn, written } from '../helpers/ownParams.ts';
import { readAnother } from '../helpers/readAnother.ts';
import { bestFirst } from '../helpers/trial.ts';
import { batches } from './batches.ts';

/** Joined bottoms with different shapes. */
export const shapesDiffer: Fixer = {
  checks: ['concat/axes', 'concat/shape', 'conv/bottom-shapes', 'eltwise/shape'],
  doc: 'Makes the bottoms agree: sets one batch size for both inputs, the axis in which they differ, or the rounding, padding or number of outputs where their paths diverge; inserts a Crop; or replaces a bottom.',
  fixes(place) {
    const { layer, net } = place;
    const slot = layer ? slotAt(place.document.tree, layer, place.range.start) : -1;
    if (!layer || !net || slot < 1) return [];
    const tries = [
      ...batches(place, layer, slot),
      ...otherAxis(place, layer, slot),
      ...outputs(place, layer, slot),
      ...windows(place, net, layer, slot),
      ...readAnother(place, layer, [slot, 0], 2),
      ...crop(place, net, layer, slot),
      ...leaveOut(place, layer, slot),
    ];
    return bestFirst(place, tries).slice(0, 6);
  },
};

function dimsOf({ context }: Layer, slot: number): Dims {
  const shape = context.shape(slot);
  return hasRank(shape) ? shape : [];
}

/** A Concat along the only axis in which its bottoms differ. */
function otherAxis(place: Place, layer: Layer, slot: number): Fix[] {
  const [one, other] = [dimsOf(layer, 0), dimsOf(layer, slot)];
  const [field] = written(layer, 'axis', 'concat_dim');
  const differing = one.flatMap((dim, axis) => (differ(dim, other[axis] ?? dim) ? [axis] : []));
  const [axis] = differing;
  if (layer.type !== 'Concat' || field === undefined || axis === undefined || differing.length > 1) return [];
  return offerValue(place, layer, field, axis);
}

/** Sets `num_output` of the producer of one bottom to the channels of the other. */
function outputs(place: Place, layer: Layer, slot: number): Fix[] {
  const channels = (index: number): Dim => dimsOf(layer, index)[1] ?? 0;
  return [
    [slot, 0],
    [0, slot],
  ].flatMap(([own = 0, other = 0]) => {
    const maker = outputsMaker(place.net, layer, own);
    const [has, wanted] = [channels(own), channels(other)];
    if (!maker || !isKnown(wanted) || !isKnown(has) || has === wanted) return [];
    return offerValue(place, maker, 'num_output', wanted, ` in \`${maker.name}\``);
  });
}

/**
 * Padding that keeps the size, or different rounding, for windows on the diverged paths; where sizes first differ
 * first.
 */
function windows(place: Place, net: Net, layer: Layer, slot: number): Fix[] {
  const found = partingOf(net, layer, slot);
  if (!found) return [];
  const { odd, paths } = found;
  const [one, other] = paths;
  const sliding = [...new Set([...(odd ? [odd] : []), ...other, ...one])].filter(({ type }) =>
    isWindow(type),
  );
  const apart = (maker: Layer) => deviation(maker) !== 0;
  const ordered = [
    ...sliding.filter((maker) => maker === odd),
    ...sliding.filter((maker) => maker !== odd && apart(maker)),
    ...sliding.filter((maker) => maker !== odd && !apart(maker)),
  ].slice(0, 6);
  return [
    ...ordered.slice(0, 1).flatMap((maker) => [...padding(place, maker), ...rounding(place, maker)]),
    ...paths.flatMap((path) => paddingOfAll(place, path.filter(({ type }) => isWindow(type)).filter(apart))),
    ...ordered.slice(1).flatMap((maker) => rounding(place, maker)),
    ...ordered.slice(1).flatMap((maker) => padding(place, maker)),
  ].slice(0, 8);
}

/** Padding for all layers of one path that change the size, at once. */
function paddingOfAll(place: Place, makers: readonly Layer[]): Fix[] {
  const fixes = makers.map((maker) => padOf(place, maker));
  const edits = fixes.flatMap((fix) => fix?.edits ?? []);
  if (makers.length < 2 || makers.length > 6 || fixes.some((fix) => !fix)) return [];
  return offer(
    `Set the padding that keeps the size in ${makers.map(({ name }) => `\`${name}\``).join(', ')}`,
    edits,
  );
}

/** Poolings round up, convolutions round down. */
function rounding(place: Place, maker: Layer): Fix[] {
  const { params } = maker.context;
  if (maker.type !== 'Pooling' || params.int('stride') < 2) return [];
  if (!params.descriptor.fields.has('round_mode')) return [];
  const value = params.text('round_mode') === 'FLOOR' ? 'CEIL' : 'FLOOR';
  return offerValue(place, maker, 'round_mode', value, ` in \`${maker.name}\``);
}

function padding(place: Place, maker: Layer): Fix[] {
  const where = ` in \`${maker.name}\``;
  const pads = padOf(place, maker);
  const plain = written(maker, 'kernel_h', 'kernel_w', 'pad_h', 'pad_w').length === 0;
  const like = plain
    ? [...offerLike(place, maker, 'kernel_size'), ...offerLike(place, maker, 'stride')].slice(0, 1)
    : [];
  return [...(pads ? [pads] : []), ...like.map((fix) => ({ ...fix, title: `${fix.title},${where}` }))];
}

/** The padding with which only the stride changes the size. */
function padOf(place: Place, maker: Layer): Fix | undefined {
  const { params } = maker.context;
  const pairs =
    written(maker, 'kernel_h', 'kernel_w').length > 0 || written(maker, 'pad_h', 'pad_w').length > 0;
  if (!pairs) {
    const [kernel] = kernelsOf(params, 'kernel_size');
    const pad = kernel === undefined ? undefined : centred(maker, kernel, 0);
    const [has = 0] = kernelsOf(params, 'pad');
    if (pad === undefined || pad === has) return undefined;
    return offer(`Set \`pad: ${pad}\` in \`${maker.name}\``, [setOwn(place, maker, 'pad', pad)])[0];
  }
  if (params.has('pad')) return undefined;
  const [both] = kernelsOf(params, 'kernel_size');
  const changes = (['h', 'w'] as const).map((side, axis) => {
    const kernel = params.has(`kernel_${side}`) ? params.int(`kernel_${side}`) : both;
    const pad = kernel === undefined ? undefined : centred(maker, kernel, axis);
    return { field: `pad_${side}`, pad, same: pad === params.int(`pad_${side}`) };
  });
  const wrong = changes.filter(({ same }) => !same);
  if (wrong.length === 0 || wrong.some(({ pad }) => pad === undefined)) return undefined;
  const title = wrong.map(({ field, pad }) => `\`${field}: ${pad}\``).join(' and ');
  const edits = wrong.map(({ field, pad }) => setOwn(place, maker, field, pad ?? 0));
  return offer(`Set ${title} in \`${maker.name}\``, joinedInsertions(edits))[0];
}

/** The values of a field that is repeated in some layers and single in others. */
function kernelsOf(params: Layer['context']['params'], field: string): readonly number[] {
  if (!params.has(field)) return [];
  return params.descriptor.fields.get(field)?.label === 'repeated' ? params.ints(field) : [params.int(field)];
}

function centred(maker: Layer, kernel: number, axis: number): number | undefined {
  const { params } = maker.context;
  const dilations = params.descriptor.fields.has('dilation') ? kernelsOf(params, 'dilation') : [];
  const covered = (dilations[axis] ?? dilations[0] ?? 1) * (kernel - 1) + 1;
  if (maker.type !== 'Deconvolution') return Math.trunc((covered - 1) / 2);
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
function crop({ document }: Place, net: Net, layer: Layer, slot: number): Fix[] {
  const [a, b] = [dimsOf(layer, 0).slice(2), dimsOf(layer, slot).slice(2)];
  const larger = (one: Dims, other: Dims) =>
    one.every((dim, axis) => isKnown(dim) && dim >= Number(other[axis]));
  if (a.length === 0 || a.length !== b.length || syntaxOf(layer) !== 'today') return [];
  const [big, small] = larger(a, b) ? [0, slot] : larger(b, a) ? [slot, 0] : [-1, -1];
  const [from, to] = [layer.message.list('bottom')[big], layer.message.list('bottom')[small]];
  if (!from || !to) return [];
  const name = freeLayerName(document, `${String(from.value)}_crop`);
  const top = freeBlobName(document, name);
  const offsets = cropOffsets(net, layer, big, small) ?? [0];
  const added: Draft = draft('layer', [
    draft('name', quoted(name)),
    draft('type', quoted('Crop')),
    draft('bottom', quoted(String(from.value))),
    draft('bottom', quoted(String(to.value))),
    draft('top', quoted(top)),
    draft('crop_param', [draft('axis', 2), ...offsetFields(offsets)]),
  ]);
  const edits = [addLayerBefore(document.tree, layer, added), writeBlob(document.tree, layer, from, top)];
  return offer(`Insert a Crop of \`${String(from.value)}\` to \`${String(to.value)}\``, edits);
}

function offsetFields(offsets: readonly number[]): Draft[] {
  const [first = 0] = offsets;
  const once = offsets.every((offset) => offset === first);
  return (once ? [first] : offsets).map((offset) => draft('offset', offset));
}

function leaveOut({ document: { tree } }: Place, layer: Layer, slot: number): Fix[] {
  const entry = layer.message.list('bottom')[slot];
  const least = layer.definition?.bottoms(layer.context).min ?? 1;
  if (!entry || layer.inputs.length <= least) return [];
  return offer(`Remove the bottom \`${String(entry.value)}\``, [removeBlob(tree, layer, entry)]);
}
