import { draft } from '../../edit/draft.ts';
import { addField, fieldRange, layerBody } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { removeParams } from '../../edit/params.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { Fixer, Place } from '../fixer.ts';
import { layerIndexAt } from '../helpers/layerText.ts';
import { offer } from '../helpers/offer.ts';
import { bestFirst } from '../helpers/trial.ts';

/** Lists of a layer that go with its bottoms or its tops. */
export const parallelLists: Fixer = {
  checks: ['net/loss-weight-count', 'net/propagate-down-count', 'net/loss-weight-empty-top'],
  doc: 'Writes as many values as there are tops or bottoms, or none.',
  fixes(place) {
    const { layer, check, document } = place;
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
    return bestFirst(place, [...fewer, ...more(place, layer, field, wanted), ...none]);
  },
};

/** The usual value for what is missing: no weight, and gradients. */
function more({ document: { text, tree } }: Place, layer: LayerSyntax, field: string, wanted: number): Fix[] {
  const given = layer.message.list(field);
  const body = layerBody(tree, layer);
  const last = given.at(-1);
  const missing = wanted - given.length;
  if (!body || !last || missing <= 0 || missing > 8) return [];
  const value = field === 'propagate_down' ? 'true' : '0';
  const edits = Array.from({ length: missing }, () =>
    addField(text, body, draft(field, value), fieldRange(tree, layer, last)),
  );
  const [first] = edits;
  const joined = first && { range: first.range, newText: edits.map(({ newText }) => newText).join('') };
  return offer(`Write \`${field}: ${value}\` for the rest`, [joined]);
}

/** Rules that say both what is and what is not. */
export const bothRules: Fixer = {
  checks: ['net/include-and-exclude'],
  doc: 'Keeps the one kind of rules or the other.',
  fixes(place) {
    const { document, range } = place;
    const { layers } = document.source().upgraded;
    const layer = layers[layerIndexAt(document.tree, layers, range.start)];
    if (!layer) return [];
    const only = (['include', 'exclude'] as const).map((kind) =>
      offer(`Remove \`${kind}\``, removeRules(place, layer, kind)),
    );
    const [withoutInclude = [], withoutExclude = []] = only;
    // Where the layer is left out of the one phase and kept to the other, `exclude` says nothing new.
    const sure = withoutExclude.map((fix) => ({
      ...fix,
      preferred: true,
      ...(sayTheSame(layer) && { safe: true }),
    }));
    return [...sure, ...withoutInclude];
  },
};

function removeRules({ document: { tree } }: Place, layer: LayerSyntax, kind: string) {
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
