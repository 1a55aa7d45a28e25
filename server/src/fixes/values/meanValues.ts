import { addField, entryBody, fieldRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField } from '../../edit/newField.ts';
import { removeParams } from '../../edit/params.ts';
import type { Layer } from '../../net/net.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { offer } from '../helpers/offer.ts';

/** Conflicting mean values. */
export const meanValues: Fixer = {
  checks: ['transform/mean-both', 'transform/mean-count'],
  doc: 'Removes `mean_file` or `mean_value`, or keeps one value for all channels.',
  fixes(context) {
    const { layer, document } = context;
    if (!layer) return [];
    const transform = layer.message.message('transform_param');
    const [whole] = layer.message.list('transform_param');
    const without = (field: string) =>
      offer(`Remove \`${field}\``, removeParams(document.tree, layer, whole, transform.list(field)));
    if (context.check === 'transform/mean-both')
      return bestFirst(context, [...without('mean_file'), ...without('mean_value')]);
    return bestFirst(context, [...single(context, layer), ...more(context, layer), ...without('mean_value')]);
  },
};

function single({ document: { tree } }: FixContext, layer: Layer): Fix[] {
  const values = layer.message.message('transform_param').list('mean_value');
  const [first, ...rest] = values;
  if (!first || rest.some(({ field }) => field === first.field)) return [];
  return offer(
    `Use \`mean_value: ${String(first.value)}\` for all channels`,
    removeParams(tree, layer, undefined, rest),
  );
}

/** The usual means of blue, green and red. */
const usualMeans = [104, 117, 123];

function more({ document: { text, tree } }: FixContext, layer: Layer): Fix[] {
  const values = layer.message.message('transform_param').list('mean_value');
  const last = values.at(-1);
  const missing = usualMeans.filter((mean) =>
    values.every(({ value }) => Math.abs(Number(value) - mean) > 2),
  );
  const [only] = missing;
  if (!last || values.length !== 2 || missing.length !== 1 || only === undefined) return [];
  const [param] = layer.message.list('transform_param');
  const body = entryBody(tree, layer, param);
  return offer(`Add \`mean_value: ${only}\` for the third channel`, [
    body && addField(text, body, newField('mean_value', only), fieldRange(tree, layer, last)),
  ]);
}
