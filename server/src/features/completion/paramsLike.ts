import { type NewField, newField } from '../../edit/newField.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { FieldNode } from '../../syntax/nodes.ts';

const ownFields = ['name', 'type', 'bottom', 'top', 'include', 'exclude', 'loss_weight', 'phase'];

/** The parameters of a layer in current syntax, without those that it shares by name. */
export function paramsLike(layer: LayerSyntax | undefined): NewField[] | undefined {
  const node = layer?.field.value;
  if (layer?.field.name.text !== 'layer' || node?.kind !== 'message') return undefined;
  return node.fields
    .filter(({ name }) => !ownFields.includes(name.text))
    .flatMap((field) => copyOf(field, layer.block.text))
    .filter(({ name, value }) => !(name === 'param' && isShared(value)));
}

function isShared(value: NewField['value']): boolean {
  return typeof value !== 'string' && value.some(({ name }) => name === 'name');
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
