import { addField, fieldRange, layerBody } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField } from '../../edit/newField.ts';
import { removeParams } from '../../edit/params.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { layerIndexAt } from '../helpers/layerText.ts';
import { offer } from '../helpers/offer.ts';

/** Lists with one value for each bottom or top of a layer. */
export const parallelLists: Fixer = {
  checks: ['net/loss-weight-count', 'net/propagate-down-count', 'net/loss-weight-empty-top'],
  doc: 'Adds or removes values to match the number of tops or bottoms, or removes them all.',
  fixes(context) {
    const { layer, check, document } = context;
    if (!layer) return [];
    const field = check === 'net/propagate-down-count' ? 'propagate_down' : 'loss_weight';
    const wanted = field === 'propagate_down' ? layer.inputs.length : layer.outputs.length;
    const given = layer.message.list(field);
    const surplus = given.slice(wanted);
    const { tree } = document;
    const fewer =
      surplus.length > 0 && given.every((entry) => entry.field.value?.kind !== 'list')
        ? offer(`Remove the surplus \`${field}\``, removeParams(tree, layer, undefined, surplus))
        : [];
    const none = offer(`Remove \`${field}\``, removeParams(tree, layer, undefined, given));
    return bestFirst(context, [...fewer, ...more(context, layer, field, wanted), ...none]);
  },
};

/** Adds default values for the missing ones: weight 0, or gradients enabled. */
function more(
  { document: { text, tree } }: FixContext,
  layer: LayerSyntax,
  field: string,
  wanted: number,
): Fix[] {
  const given = layer.message.list(field);
  const body = layerBody(tree, layer);
  const last = given.at(-1);
  const missing = wanted - given.length;
  if (!body || !last || missing <= 0 || missing > 8) return [];
  const value = field === 'propagate_down' ? 'true' : '0';
  const edits = Array.from({ length: missing }, () =>
    addField(text, body, newField(field, value), fieldRange(tree, layer, last)),
  );
  const [first] = edits;
  const joined = first && { range: first.range, newText: edits.map(({ newText }) => newText).join('') };
  return offer(`Add \`${field}: ${value}\` for the others`, [joined]);
}

/** A layer with both `include` and `exclude`. */
export const bothRules: Fixer = {
  checks: ['net/include-and-exclude'],
  doc: 'Removes either `include` or `exclude`.',
  fixes(context) {
    const { document, range } = context;
    const { layers } = document.netInput().upgraded;
    const layer = layers[layerIndexAt(document.tree, layers, range.start)];
    if (!layer) return [];
    const only = (['include', 'exclude'] as const).map((kind) =>
      offer(`Remove \`${kind}\``, removeRules(context, layer, kind)),
    );
    const [withoutInclude = [], withoutExclude = []] = only;
    // If `include` and `exclude` have different phases, `exclude` has no effect.
    const sure = withoutExclude.map((fix) => ({
      ...fix,
      preferred: true,
      ...(sayTheSame(layer) && { safe: true }),
    }));
    return [...sure, ...withoutInclude];
  },
};

function removeRules({ document: { tree } }: FixContext, layer: LayerSyntax, kind: string) {
  return removeParams(tree, layer, undefined, layer.message.list(kind));
}

function sayTheSame({ message }: LayerSyntax): boolean {
  const [include, exclude] = [message.messages('include'), message.messages('exclude')];
  const [kept, left] = [include[0], exclude[0]];
  const single =
    include.length === 1 && exclude.length === 1 && kept?.entries.size === 1 && left?.entries.size === 1;
  if (!single || !kept?.has('phase') || !left?.has('phase')) return false;
  return kept.text('phase') !== left.text('phase');
}
