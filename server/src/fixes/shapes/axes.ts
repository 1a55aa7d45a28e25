import { writeBlob } from '../../edit/blobs.ts';
import type { Fix } from '../../edit/fix.ts';
import { freeBlobName } from '../../edit/names.ts';
import { blobGraphOf } from '../../net/blobGraph.ts';
import type { Layer } from '../../net/net.ts';
import { hasRank } from '../../shape/shape.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { offer } from '../helpers/offer.ts';
import { offerValue, removeOwn, written } from '../helpers/ownFields.ts';
import { rewireBottom, swapBottoms } from '../helpers/rewireBottom.ts';

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
  doc: 'Removes the axis, sets it to the last one, replaces the bottom with a blob that has the axis, or renames the top of a layer above that overwrites the blob.',
  fixes(context) {
    const { layer } = context;
    if (!layer || layer.context.isInPlace()) return [];
    const shape = layer.context.shape(0);
    const rank = hasRank(shape) ? shape.length : 0;
    const own = written(layer, 'axis', 'end_axis', 'concat_dim', 'slice_dim').flatMap((field) => [
      ...offer(`Remove \`${field}\``, removeOwn(context, layer, field)),
      ...(rank > 0 ? offerValue(context, layer, field, rank - 1) : []),
    ]);
    const tries = [
      ...own,
      ...swapBottoms(context.document.tree, layer),
      ...namedApart(context, layer),
      ...rewireBottom(context, layer, [0]),
    ];
    return bestFirst(context, tries).slice(0, 4);
  },
};

/** Renames the top of an in-place layer above that reduces the blob to a scalar: an Accuracy, a loss. */
function namedApart({ document, net }: FixContext, layer: Layer): Fix[] {
  const port = net && blobGraphOf(net).producer(layer, 0);
  const entry = port?.layer.message.list('top')[port.index];
  const shape = port?.layer.outputs[port.index]?.shape;
  const isNumber = shape !== undefined && hasRank(shape) && shape.length === 0;
  if (!port || !entry || !isNumber || !blobGraphOf(net).inPlace(port.layer, port.index)) return [];
  const name = freeBlobName(document, port.layer.name);
  return offer(`Rename the top of \`${port.layer.name}\` to \`${name}\``, [
    writeBlob(document.tree, port.layer, entry, name),
  ]);
}
