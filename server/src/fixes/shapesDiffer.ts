import { type Draft, draft, quoted } from '../edit/draft.ts';
import type { Fix } from '../edit/fix.ts';
import { addLayerBefore } from '../edit/layers.ts';
import { freeBlobName, freeLayerName } from '../edit/names.ts';
import { removeBlob, writeBlob } from '../edit/wires.ts';
import { cropOffsets } from '../net/coordinates.ts';
import type { Layer, Net } from '../net/net.ts';
import { wiringOf } from '../net/wiring.ts';
import { type Dim, differ, isKnown } from '../shape/dim.ts';
import { type Dims, hasRank } from '../shape/shape.ts';
import { batches } from './batches.ts';
import type { Fixer, Place } from './fixer.ts';
import { slotAt, syntaxOf } from './layerText.ts';
import { outputsMaker } from './makers.ts';
import { offer } from './offer.ts';
import { offerLike, offerValue, setOwn, written } from './ownParams.ts';
import { readAnother } from './readAnother.ts';
import { bestFirst } from './trial.ts';

/** Bottoms that are joined and do not have the same shape. */
export const shapesDiffer: Fixer = {
  checks: ['concat/axes', 'concat/shape', 'conv/bottom-shapes', 'eltwise/shape'],
  doc: 'Makes the paths that lead to the bottoms agree: by one batch in both inputs, by the axis along which they differ, by rounding, padding or the number of outputs where they part, by a Crop in front, or by reading another blob.',
  fixes(place) {
    const { layer, net } = place;
    const slot = layer ? slotAt(layer, place.range.start) : -1;
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

/** A Concat along the one axis in which its bottoms differ. */
function otherAxis(place: Place, layer: Layer, slot: number): Fix[] {
  const [one, other] = [dimsOf(layer, 0), dimsOf(layer, slot)];
  const [field] = written(layer, 'axis', 'concat_dim');
  const differing = one.flatMap((dim, axis) => (differ(dim, other[axis] ?? dim) ? [axis] : []));
  const [axis] = differing;
  if (layer.type !== 'Concat' || field === undefined || axis === undefined || differing.length > 1) return [];
  return offerValue(place, layer, field, axis);
}

/** As many outputs in the layer that makes one bottom as the other has channels. */
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

/** Windows on the two paths since they parted: another rounding, or padding that keeps the size. */
function windows(place: Place, net: Net, layer: Layer, slot: number): Fix[] {
  const [one, other] = [wiringOf(net).path(layer, 0), wiringOf(net).path(layer, slot)];
  const [inOne, inOther] = [new Set(one), new Set(other)];
  const parted = [
    ...other.filter((maker) => !inOne.has(maker)),
    ...one.filter((maker) => !inOther.has(maker)),
  ];
  const sliding = parted
    .filter(({ type }) => type === 'Pooling' || type === 'Convolution')
    .toSorted((first, second) => Number(shrinks(second)) - Number(shrinks(first)))
    .slice(0, 6);
  return [
    ...sliding.flatMap((maker) => rounding(place, maker)),
    ...sliding.flatMap((maker) => padding(place, maker)),
  ].slice(0, 8);
}

/** Whether a layer without steps changes the size all the same, as few are meant to. */
function shrinks({ context, inputs, outputs }: Layer): boolean {
  const [input, output] = [inputs[0]?.shape, outputs[0]?.shape];
  const steps = context.params.ints('stride').some((stride) => stride > 1);
  if (steps || input === undefined || output === undefined || !hasRank(input) || !hasRank(output))
    return false;
  return input.slice(2).some((dim, axis) => differ(dim, output[axis + 2] ?? dim));
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
  const { params } = maker.context;
  const [kernel] = params.ints('kernel_size');
  const plain = written(maker, 'kernel_h', 'kernel_w', 'pad_h', 'pad_w').length === 0;
  if (kernel === undefined || !plain) return [];
  const dilation = params.ints('dilation')[0] ?? 1;
  const centred = Math.trunc((dilation * (kernel - 1)) / 2);
  const where = ` in \`${maker.name}\``;
  const pads =
    params.ints('pad')[0] === centred
      ? []
      : offer(`Write \`pad: ${centred}\`${where}`, [setOwn(place, maker, 'pad', centred)]);
  const like = [...offerLike(place, maker, 'kernel_size'), ...offerLike(place, maker, 'stride')].slice(0, 1);
  return [...pads, ...like.map((fix) => ({ ...fix, title: `${fix.title},${where}` }))];
}

/** A Crop that cuts the larger bottom to the size of the smaller. */
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
  const edits = [addLayerBefore(document.text, layer, added), writeBlob(layer, from, top)];
  return offer(`Insert a Crop of \`${String(from.value)}\` to \`${String(to.value)}\``, edits);
}

function offsetFields(offsets: readonly number[]): Draft[] {
  const [first = 0] = offsets;
  const once = offsets.every((offset) => offset === first);
  return (once ? [first] : offsets).map((offset) => draft('offset', offset));
}

function leaveOut({ document: { text } }: Place, layer: Layer, slot: number): Fix[] {
  const entry = layer.message.list('bottom')[slot];
  const least = layer.definition?.bottoms(layer.context).min ?? 1;
  if (!entry || layer.inputs.length <= least) return [];
  return offer(`Remove the bottom \`${String(entry.value)}\``, [removeBlob(text, layer, entry)]);
}
