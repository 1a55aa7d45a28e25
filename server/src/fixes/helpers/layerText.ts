import { layerExtent } from '../../document/layers.ts';
import { type Body, layerBody, messageBody, valueRange } from '../../edit/fields.ts';
import { quoted } from '../../edit/newField.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import { v0TypeOf } from '../../net/upgrade/upgradeV0.ts';
import { v1TypeOf } from '../../net/upgrade/upgradeV1.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';

/** The index of the layer whose text contains an offset; −1 if there is none. */
export function layerIndexAt(tree: SyntaxTree, layers: readonly LayerSyntax[], offset: number): number {
  return layers.findIndex((layer) => {
    const { start, end } = layerExtent(tree, layer);
    return start <= offset && offset < end;
  });
}

/** The syntax in which a layer is written; undefined for other fields. */
export function syntaxOf({ field }: LayerSyntax): 'current' | 'V1' | 'V0' | undefined {
  if (field.name.text === 'layer') return 'current';
  if (field.name.text !== 'layers') return undefined;
  const nodes = field.value?.kind === 'list' ? field.value.items : [field.value];
  const old = nodes.some(
    (node) => node?.kind === 'message' && node.fields.some(({ name }) => name.text === 'layer'),
  );
  return old ? 'V0' : 'V1';
}

/** A layer type as written in the layer's syntax; undefined if that syntax lacks the type. */
export function typeText(layer: LayerSyntax, type: string): string | undefined {
  const syntax = syntaxOf(layer);
  if (syntax === 'current') return quoted(type);
  if (syntax === 'V1') return v1TypeOf(type);
  const old = syntax === 'V0' ? v0TypeOf(type) : undefined;
  return old === undefined ? undefined : quoted(old);
}

/** The body with a layer's own fields: in V0, the inner `layer`, which has all fields except bottoms and tops. */
export function ownBody(tree: SyntaxTree, layer: LayerSyntax): Body | undefined {
  if (syntaxOf(layer) !== 'V0') return layerBody(tree, layer);
  const outer = layer.field.value?.kind === 'message' ? layer.field.value.fields : [];
  const inner = outer.find(({ name }) => name.text === 'layer')?.value;
  return inner?.kind === 'message' ? messageBody(inner, tree.startOf(layer.block)) : undefined;
}

/** The index of the bottom at an offset; −1 if there is none. */
export function slotAt(tree: SyntaxTree, layer: LayerSyntax, offset: number): number {
  return layer.message.list('bottom').findIndex((entry) => valueRange(tree, layer, entry).start === offset);
}
