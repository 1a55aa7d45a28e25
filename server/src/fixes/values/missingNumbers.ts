import type { CheckId } from '../../checks/catalogue.ts';
import { draft } from '../../edit/draft.ts';
import type { Fix } from '../../edit/fix.ts';
import { setParam } from '../../edit/params.ts';
import type { Layer } from '../../net/net.ts';
import type { Fixer, Place } from '../fixer.ts';
import { offer } from '../helpers/offer.ts';
import { offerLike, offerWhole } from '../helpers/ownParams.ts';
import { bestFirst } from '../helpers/trial.ts';

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
  fixes(place) {
    const { layer, check } = place;
    const [field, ...usual] = fields[check as CheckId] ?? [];
    if (!layer || field === undefined) return [];
    const rest = usual.length > 0 ? usual : usualOutputs;
    return bestFirst(place, [...offerWhole(place, layer), ...offerLike(place, layer, field, rest)]).slice(
      0,
      4,
    );
  },
};

/** A missing crop size that the layer requires. */
export const missingCrop: Fixer = {
  checks: ['window/crop'],
  doc: 'Sets a common `crop_size`.',
  fixes(place) {
    const { layer } = place;
    return layer ? bestFirst(place, cropOf(place, layer)) : [];
  },
};

function cropOf({ document: { tree } }: Place, layer: Layer): Fix[] {
  return offer('Set `crop_size: 227`', [setParam(tree, layer, 'transform_param', draft('crop_size', 227))]);
}
