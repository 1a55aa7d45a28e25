import type { CheckId } from '../../checks/catalogue.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField } from '../../edit/newField.ts';
import { setParam } from '../../edit/params.ts';
import type { Layer } from '../../net/net.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { offer } from '../helpers/offer.ts';
import { offerLike, offerWhole } from '../helpers/ownFields.ts';

/** Required numbers by check, with the values to use if no similar layer has one. */
const fields: Partial<Readonly<Record<CheckId, readonly [field: string, ...usual: number[]]>>> = {
  'argmax/top-k-min': ['top_k', 1],
  'conv/num-output': ['num_output'],
  'data/batch-zero': ['batch_size', 32],
  'embed/input-dim': ['input_dim'],
  'embed/num-output': ['num_output'],
  'image/batch': ['batch_size', 32],
  'ip/num-output-zero': ['num_output'],
  'spp/pyramid-zero': ['pyramid_height', 3],
  'tile/tiles-missing': ['tiles', 2],
  'tile/tiles-negative': ['tiles', 1],
  'tile/tiles-positive': ['tiles', 1],
} satisfies Partial<Record<CheckId, readonly [string, ...number[]]>>;

/** A common value, as a last resort. */
const usualOutputs = [64];

export const missingNumbers: Fixer = {
  checks: Object.keys(fields) as CheckId[],
  doc: 'Sets the number of a similar layer, or a common one.',
  fixes(context) {
    const { layer, check } = context;
    const [field, ...usual] = fields[check as CheckId] ?? [];
    if (!layer || field === undefined) return [];
    const rest = usual.length > 0 ? usual : usualOutputs;
    return bestFirst(context, [
      ...offerWhole(context, layer),
      ...offerLike(context, layer, field, rest),
    ]).slice(0, 4);
  },
};

/** A missing crop size that the layer requires. */
export const missingCrop: Fixer = {
  checks: ['window/crop'],
  doc: 'Sets a common `crop_size`.',
  fixes(context) {
    const { layer } = context;
    return layer ? bestFirst(context, cropOf(context, layer)) : [];
  },
};

function cropOf({ document: { tree } }: FixContext, layer: Layer): Fix[] {
  return offer('Set `crop_size: 227`', [
    setParam(tree, layer, 'transform_param', newField('crop_size', 227)),
  ]);
}
