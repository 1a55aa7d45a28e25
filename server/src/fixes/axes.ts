import { hasRank } from '../shape/shape.ts';
import type { Fixer } from './fixer.ts';
import { offer } from './offer.ts';
import { offerValue, removeOwn, written } from './ownParams.ts';
import { readAnother, swapBottoms } from './readAnother.ts';
import { bestFirst } from './trial.ts';

/** An axis that the bottom does not have. */
export const axes: Fixer = {
  checks: [
    'accuracy/axis-range',
    'argmax/axis-range',
    'blob/axis-range',
    'concat/dim-range',
    'conv/axis-range',
    'crop/axis-range',
    'ip/axis-range',
    'reduction/axis-range',
    'reshape/axis-high',
    'reshape/axis-low',
    'slice/dim-range',
    'softmax/axis-range',
    'softmaxloss/axis-range',
    'tile/axis-range',
  ],
  doc: 'Leaves the axis out, writes the last one that there is, or reads a blob that has it.',
  fixes(place) {
    const { layer } = place;
    if (!layer || layer.context.isInPlace()) return [];
    const shape = layer.context.shape(0);
    const rank = hasRank(shape) ? shape.length : 0;
    const own = written(layer, 'axis', 'end_axis', 'concat_dim', 'slice_dim').flatMap((field) => [
      ...offer(`Leave \`${field}\` out`, removeOwn(place, layer, field)),
      ...(rank > 0 ? offerValue(place, layer, field, rank - 1) : []),
    ]);
    return bestFirst(place, [...own, ...swapBottoms(layer), ...readAnother(place, layer, [0])]).slice(0, 4);
  },
};
