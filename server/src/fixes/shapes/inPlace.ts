import { freeBlobName } from '../../edit/names.ts';
import { renameTop } from '../../edit/renameTop.ts';
import type { Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { offer } from '../helpers/offer.ts';

/** A layer that does not support in-place computation. */
export const inPlaceLayers: Fixer = {
  checks: [
    'absval/in-place',
    'blob/count-end',
    'blob/axis-range',
    'flatten/in-place',
    'fork/in-place',
    'reshape/in-place',
    'sce/count',
    'slice/count',
    'softmaxloss/axis-range',
    'split/in-place',
    'spp/four-axes',
    'ssd/smoothl1-channels',
  ],
  doc: 'Renames the top, here and where it is read.',
  fixes(context) {
    const { document, layer } = context;
    if (!layer?.context.isInPlace()) return [];
    const [top = ''] = layer.message.texts('top');
    const name = freeBlobName(document, layer.name === '' || layer.name === top ? `${top}_out` : layer.name);
    return bestFirst(context, offer(`Rename the top to \`${name}\``, renameTop(document, layer, 0, name)));
  },
};
