import { type NewField, newField } from '../../edit/newField.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { FieldNode } from '../../syntax/nodes.ts';

/** The name of the field of a layer, in current syntax or V1. */
export type LayerField = 'layer' | 'layers';

const ownFields = ['name', 'type', 'bottom', 'top', 'include', 'exclude', 'loss_weight', 'phase'];

/** The parameters of a layer in a syntax, without those that it shares by name; undefined for the other syntax. */
export function paramsLike(
  layer: LayerSyntax | undefined,
  syntax: LayerField = 'layer',
): NewField[] | undefined {
  const node = layer?.field.value;
  if (layer?.field.name.text !== syntax || node?.kind !== 'message') return undefined;
  return node.fields
    .filter(({ name }) => !ownFields.includes(name.text))
    .flatMap((field) => copyOf(field, layer.block.text))
    .filter(({ name, value }) => !(name === 'param' && isShared(value)));
}

/** In V1, `param` is the name itself. */
function isShared(value: NewField['value']): boolean {
  return typeof value === 'string' || value.some(({ name }) => name === 'name');
}

function copyOf({ name, value }: FieldNode, text: string): NewField[] {
  const nodes = value?.kind === 'list' ? value.items : [value];
  return nodes.flatMap((node) => {
    if (node?.kind === 'message')
      return newField(
        name.text,
        node.fields.flatMap((field) => copyOf(field, text)),
      );
    return node?.kind === 'scalar' ? newField(name.text, text.slice(node.range.start, node.range.end)) : [];
  });
}
