import { addField, fieldRange, valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField, quoted } from '../../edit/newField.ts';
import { layerTypes } from '../../layers/registry.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import { forksWithType } from '../../schema/data/forkIndex.ts';
import { nearest } from '../../schema/nearest.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst, effectiveFixes } from '../helpers/effectiveFixes.ts';
import { ownBody, syntaxOf, typeText } from '../helpers/layerText.ts';
import { offer } from '../helpers/offer.ts';
import { typeNamed, typesFor } from '../helpers/suggestType.ts';

/** A missing layer type, or one that no Caffe has. */
export const missingType: Fixer = {
  checks: ['net/unknown-layer-type', 'upgrade/v0-unknown-type', 'upgrade/v0-padding-consumer'],
  doc: "Sets the type that the layer's name, parameters and connections suggest.",
  fixes(context) {
    const { layer } = context;
    if (!layer) return [];
    const type = layer.message.text('type');
    if (type !== '') return otherName(context, layer, type);
    const fixes = typesFor(layer, context.document.dialect).flatMap((guess) =>
      setType(context, layer, guess),
    );
    return bestFirst(context, fixes).slice(0, 4);
  },
};

function setType({ document }: FixContext, layer: LayerSyntax, type: string): Fix[] {
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
  const after = name && fieldRange(tree, layer, name);
  const inside = body?.fields.some(({ start }) => start === after?.start);
  return body && addField(text, body, newField('type', newText), inside ? after : undefined);
}

/** Type names of other frameworks: `Conv2D`, `FullyConnected`. */
function otherName(context: FixContext, layer: LayerSyntax, type: string): Fix[] {
  const { tree } = context.document;
  const { dialect } = context.document;
  const meant = typeNamed(type);
  const [at] = layer.message.list('type');
  if (!meant || !at || syntaxOf(layer) !== 'current' || nearest(type, layerTypes(dialect)) === meant)
    return [];
  const title = `Replace with \`${quoted(meant)}\``;
  const fixes = offer(title, [{ range: valueRange(tree, layer, at), newText: quoted(meant) }]);
  return forksWithType(type).length > 0 ? effectiveFixes(context, fixes) : bestFirst(context, fixes);
}
