import { draft, quoted } from '../../edit/draft.ts';
import { addField, fieldRange, valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { layerTypes } from '../../layers/registry.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import { forksWithType } from '../../schema/data/forkIndex.ts';
import { nearest } from '../../schema/nearest.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Fixer, Place } from '../fixer.ts';
import { typeNamed, typesFor } from '../helpers/guessType.ts';
import { ownBody, syntaxOf, typeText } from '../helpers/layerText.ts';
import { offer } from '../helpers/offer.ts';
import { bestFirst, thatHelp } from '../helpers/trial.ts';

/** A missing layer type, or one that no Caffe has. */
export const missingType: Fixer = {
  checks: ['net/unknown-layer-type', 'upgrade/v0-unknown-type', 'upgrade/v0-padding-consumer'],
  doc: "Sets the type that the layer's name, parameters and wiring suggest.",
  fixes(place) {
    const { layer } = place;
    if (!layer) return [];
    const type = layer.message.text('type');
    if (type !== '') return otherName(place, layer, type);
    const fixes = typesFor(layer, place.document.dialect).flatMap((guess) => setType(place, layer, guess));
    return bestFirst(place, fixes).slice(0, 4);
  },
};

function setType({ document }: Place, layer: LayerSyntax, type: string): Fix[] {
  const newText = typeText(layer, type);
  return newText === undefined
    ? []
    : offer(`Set the type to \`${newText}\``, [typeEdit(document.tree, layer, newText)]);
}

/** Replaces the type, or adds one after the name. */
function typeEdit(tree: SyntaxTree, layer: LayerSyntax, newText: string): TextEdit | undefined {
  const { text } = tree;
  const [written] = layer.message.list('type');
  if (written) return { range: valueRange(tree, layer, written), newText };
  const body = ownBody(tree, layer);
  const [name] = layer.message.list('name');
  const behind = name && fieldRange(tree, layer, name);
  const inside = body?.fields.some(({ start }) => start === behind?.start);
  return body && addField(text, body, draft('type', newText), inside ? behind : undefined);
}

/** Type names of other frameworks: `Conv2D`, `FullyConnected`. */
function otherName(place: Place, layer: LayerSyntax, type: string): Fix[] {
  const { tree } = place.document;
  const { dialect } = place.document;
  const meant = typeNamed(type);
  const [at] = layer.message.list('type');
  if (!meant || !at || syntaxOf(layer) !== 'today' || nearest(type, layerTypes(dialect)) === meant) return [];
  const title = `Replace with \`${quoted(meant)}\``;
  const fixes = offer(title, [{ range: valueRange(tree, layer, at), newText: quoted(meant) }]);
  return forksWithType(type).length > 0 ? thatHelp(place, fixes) : bestFirst(place, fixes);
}
