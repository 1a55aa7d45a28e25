import { layerExtent } from '../../document/layers.ts';
import { quoted } from '../../edit/draft.ts';
import { type Body, layerBody, messageBody, valueRange } from '../../edit/fields.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import { v0TypeOf } from '../../net/upgrade/upgradeV0.ts';
import { v1TypeOf } from '../../net/upgrade/upgradeV1.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';

/** The layer whose text holds an offset, by its place among all; −1 outside of them. */
export function layerIndexAt(tree: SyntaxTree, layers: readonly LayerSyntax[], offset: number): number {
  return layers.findIndex((layer) => {
    const { start, end } = layerExtent(tree, layer);
    return start <= offset && offset < end;
  });
}

/** In which of the three syntaxes of Caffe's life a layer is written. */
export function syntaxOf({ field }: LayerSyntax): 'today' | 'V1' | 'V0' | undefined {
  if (field.name.text === 'layer') return 'today';
  if (field.name.text !== 'layers') return undefined;
  const nodes = field.value?.kind === 'list' ? field.value.items : [field.value];
  const old = nodes.some(
    (node) => node?.kind === 'message' && node.fields.some(({ name }) => name.text === 'layer'),
  );
  return old ? 'V0' : 'V1';
}

/** A layer type as it is written in a layer's syntax; undefined where that syntax has no such type. */
export function typeText(layer: LayerSyntax, type: string): string | undefined {
  const syntax = syntaxOf(layer);
  if (syntax === 'today') return quoted(type);
  if (syntax === 'V1') return v1TypeOf(type);
  const old = syntax === 'V0' ? v0TypeOf(type) : undefined;
  return old === undefined ? undefined : quoted(old);
}

/** Where a layer's own fields stand: of a V0 layer, all but its bottoms and tops stand in an inner `layer`. */
export function ownBody(tree: SyntaxTree, layer: LayerSyntax): Body | undefined {
  if (syntaxOf(layer) !== 'V0') return layerBody(tree, layer);
  const outer = layer.field.value?.kind === 'message' ? layer.field.value.fields : [];
  const inner = outer.find(({ name }) => name.text === 'layer')?.value;
  return inner?.kind === 'message' ? messageBody(inner, tree.startOf(layer.block)) : undefined;
}

/** Which bottom of a layer begins at an offset; −1 for none. */
export function slotAt(tree: SyntaxTree, layer: LayerSyntax, offset: number): number {
  return layer.message.list('bottom').findIndex((entry) => valueRange(tree, layer, entry).start === offset);
}
