import type { Document } from '../../document/document.ts';
import { findLayer, layerTypes } from '../../layers/registry.ts';
import { forksWithType } from '../../schema/data/forkIndex.ts';
import { listForks } from '../../schema/listForks.ts';
import type { CompletionItem } from '../types.ts';
import type { ValueCursor } from './cursor.ts';

/** The values of an enum, and true and false. */
export function completeValue({ schema }: Document, { field, range }: ValueCursor): CompletionItem[] {
  const { type } = field;
  if (type.kind === 'scalar' && type.name === 'bool') {
    return ['true', 'false'].map((label) => item(label, { range, detail: '', documentation: '' }));
  }
  const values = type.kind === 'enum' ? schema.enum(type.name) : undefined;
  return [...(values?.values.keys() ?? [])].map((label) =>
    item(label, {
      range,
      detail: label === field.default ? 'default' : '',
      documentation: values?.valueDocs.get(label) ?? '',
    }),
  );
}

/** The layer types of the dialect, and those that people declared. */
export function completeLayerType(document: Document, { range }: ValueCursor): CompletionItem[] {
  const { dialect, surroundings } = document;
  const declared = [...surroundings.declared].filter(([type]) => !type.includes(' '));
  const known = layerTypes(dialect).map((type) => [type, findLayer(type, dialect)] as const);
  return [...new Map([...known, ...declared])].map(([type, definition]) => ({
    ...item(`"${type}"`, { range, detail: origin(type), documentation: definition?.doc ?? '' }),
    label: type,
  }));
}

function origin(type: string): string {
  const forks = forksWithType(type);
  return forks.length > 0 ? listForks(forks) : '';
}

function item(
  label: string,
  rest: Pick<CompletionItem, 'range' | 'detail' | 'documentation'>,
): CompletionItem {
  return { label, kind: 'value', snippet: label, order: label, deprecated: false, ...rest };
}
