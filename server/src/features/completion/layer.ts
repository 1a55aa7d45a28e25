import type { Document } from '../../document/document.ts';
import type { LayerDefinition } from '../../layers/definition.ts';
import { findLayer } from '../../layers/registry.ts';
import type { MessageDescriptor } from '../../schema/descriptor.ts';
import type { FieldNode } from '../../syntax/nodes.ts';

/** The definition of a layer's type. */
export function definitionOf(
  { dialect }: Document,
  present: readonly FieldNode[],
): LayerDefinition | undefined {
  const [type] = valuesOf(present, 'type');
  return type === undefined ? undefined : findLayer(type, dialect);
}

/** The scalar values of all fields with a name. */
export function valuesOf(present: readonly FieldNode[], name: string): string[] {
  return present
    .filter((field) => field.name.text === name)
    .flatMap(({ value }) => (value?.kind === 'list' ? value.items : (value ?? [])))
    .flatMap((value) => (value.kind === 'scalar' ? value.text : []));
}

/** Whether a message is a layer in the current syntax or V1. */
export function isLayer({ name }: MessageDescriptor): boolean {
  return name === 'LayerParameter' || name === 'V1LayerParameter';
}
