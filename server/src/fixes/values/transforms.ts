import { removeParams } from '../../edit/params.ts';
import type { Entry } from '../../schema/message.ts';
import type { Fixer } from '../fixer.ts';
import { offer } from '../helpers/offer.ts';

/** A transformation of data that the layer does not perform. */
export const transforms: Fixer = {
  checks: ['hdf5data/transform'],
  doc: 'Removes `transform_param`.',
  fixes({ layer, document: { tree } }) {
    if (!layer) return [];
    const wholes = layer.message.list('transform_param').filter(isWritten);
    return offer('Remove `transform_param`', removeParams(tree, layer, undefined, wholes), {
      preferred: true,
    });
  },
};

/** Whether the field is in the file: the upgrade of V0 collects the fields of a layer in a new one. */
function isWritten({ field }: Entry): boolean {
  return field.name.text === 'transform_param';
}
