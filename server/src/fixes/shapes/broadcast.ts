import { hasRank } from '../../shape/shape.ts';
import type { Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { offer } from '../helpers/offer.ts';
import { offerValue, removeOwn, written } from '../helpers/ownFields.ts';
import { swapBottoms } from '../helpers/rewireBottom.ts';
import { flattened } from './flattened.ts';

/** A scale or bias that does not match the axes of its bottom. */
export const broadcasts: Fixer = {
  checks: [
    'bias/dim-mismatch',
    'bias/extends',
    'bias/extends-setup',
    'bias/num-axes',
    'scale/dim-mismatch',
    'scale/extends',
    'scale/extends-setup',
    'scale/num-axes',
  ],
  doc: 'Sets the first axis or the number of axes so that they match, or flattens a second bottom with trailing axes of length 1.',
  fixes(context) {
    const { layer } = context;
    if (!layer) return [];
    const shape = layer.context.shape(0);
    const rank = hasRank(shape) ? shape.length : 0;
    const axes = Array.from({ length: Math.min(rank, 4) }, (_, axis) => axis).filter(
      (axis) => axis !== layer.context.params.int('axis'),
    );
    return bestFirst(context, [
      ...axes.flatMap((axis) => offerValue(context, layer, 'axis', axis)),
      ...(layer.inputs.length === 1
        ? [1, -1].flatMap((count) => offerValue(context, layer, 'num_axes', count))
        : []),
      ...written(layer, 'axis', 'num_axes').flatMap((field) =>
        offer(`Remove \`${field}\``, removeOwn(context, layer, field)),
      ),
      ...swapBottoms(context.document.tree, layer),
      ...flattened(context, layer),
    ]).slice(0, 4);
  },
};
