import { valueRange } from '../edit/fields.ts';
import type { Fix } from '../edit/fix.ts';
import type { Layer } from '../net/net.ts';
import { wiringOf } from '../net/wiring.ts';
import { type Entry, Message } from '../schema/message.ts';
import type { Fixer, Place } from './fixer.ts';
import { outputsMaker } from './makers.ts';
import { offer } from './offer.ts';
import { offerLike, written } from './ownParams.ts';
import { bestFirst } from './trial.ts';

/** A blob that is larger than Caffe can make one, or of less than nothing. */
export const tooLarge: Fixer = {
  checks: [
    'blob/int-max',
    'blob/negative-dim',
    'conv/col-buffer-overflow',
    'filler/empty-blob',
    'blob/no-data',
  ],
  doc: 'Writes the number that a layer like it has, or the number without its sign.',
  fixes(place) {
    const { layer } = place;
    if (!layer) return [];
    return bestFirst(place, [...dims(place, layer), ...ofLayer(place, layer), ...above(place, layer)]).slice(
      0,
      4,
    );
  },
};

const sizes = ['num_output', 'kernel_size', 'kernel_h', 'kernel_w', 'pad', 'stride', 'tiles', 'batch_size'];

function ofLayer(place: Place, layer: Layer, where = ''): Fix[] {
  return written(layer, ...sizes)
    .flatMap((field) => offerLike(place, layer, field).slice(0, 2))
    .map((fix) => (where === '' ? fix : { ...fix, title: `${fix.title}, in \`${where}\`` }));
}

/** Of the layers above, the one that makes the channels, and the data. */
function above(place: Place, layer: Layer): Fix[] {
  const { net } = place;
  if (!net) return [];
  const path = wiringOf(net).path(layer, 0);
  const makers = new Set([
    outputsMaker(net, layer, 0),
    ...path.filter((one) => written(one, 'pad', 'stride', 'batch_size').length > 0).slice(0, 3),
  ]);
  const data = path.at(-1);
  return [
    ...[...makers].flatMap((maker) => (maker ? ofLayer(place, maker, maker.name) : [])).slice(0, 6),
    ...(data && data.inputs.length === 0 ? batch(data) : []),
  ];
}

/** Lengths that are written as negative numbers. */
function dims(_: Place, layer: Layer): Fix[] {
  const negative = dimsOf(layer).find(({ value }) => Number(value) < 0);
  if (!negative) return batch(layer);
  const newText = String(Math.abs(Number(negative.value)));
  return offer(`Write \`${newText}\``, [{ range: valueRange(layer, negative), newText }]);
}

/** A batch of one item takes the least memory. */
function batch(layer: Layer): Fix[] {
  const [first] = dimsOf(layer);
  if (!first || layer.inputs.length > 0 || Number(first.value) <= 1) return [];
  return offer('Take a batch of 1', [{ range: valueRange(layer, first), newText: '1' }]);
}

/** All lengths of the shapes that a layer states, in their order. */
function dimsOf({ context }: Layer): readonly Entry[] {
  return context.params
    .list('shape')
    .flatMap(({ value }) => (value instanceof Message ? value.list('dim') : []));
}
