import type { Document } from '../../document/document.ts';
import type { LayerDefinition } from '../../layers/definition.ts';
import { findLayer } from '../../layers/registry.ts';
import type { MessageDescriptor } from '../../schema/descriptor.ts';
import type { FieldNode } from '../../syntax/nodes.ts';

/** The definition of the type that the fields of a layer name. */
export function definitionOf(
  { dialect }: Document,
  present: readonly FieldNode[],
): LayerDefinition | undefined {
  const [type] = valuesOf(present, 'type');
  return type === undefined ? undefined : findLayer(type, dialect);
}

/** The scalar values of the fields of a name. */
export function valuesOf(present: readonly FieldNode[], name: string): string[] {
  return present
    .filter((field) => field.name.text === name)
    .flatMap(({ value }) => (value?.kind === 'list' ? value.items : (value ?? [])))
    .flatMap((value) => (value.kind === 'scalar' ? value.text : []));
}

/** Whether a message is one of the two in which layers are written. */
export function isLayer({ name }: MessageDescriptor): boolean {
  return name === 'LayerParameter' || name === 'V1LayerParameter';
}
