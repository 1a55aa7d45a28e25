import type { Document } from '../../document/document.ts';
import { quoted as quotedString } from '../../edit/newField.ts';
import { findLayer, layerTypes } from '../../layers/registry.ts';
import { forksWithType } from '../../schema/data/forkIndex.ts';
import type { FieldDescriptor, MessageDescriptor } from '../../schema/descriptor.ts';
import { listForks } from '../../schema/listForks.ts';
import { documentation, type Markdown, md } from '../markdown.ts';
import type { CompletionItem } from '../types.ts';
import type { ValueCursor } from './cursor.ts';
import { filterText } from './filter.ts';
import { knownNames } from './knownNames.ts';
import { isLayer } from './layer.ts';

/** A suggested value, without quotes. */
export interface Value {
  readonly name: string;
  readonly detail?: string;
  readonly documentation?: Markdown;
}

/** Whether values can be suggested for a field. */
export function hasKnownValues(message: MessageDescriptor, field: FieldDescriptor): boolean {
  if (field.type.kind === 'enum' || field.type.name === 'bool') return true;
  if (isLayer(message) && ['type', 'bottom', 'top'].includes(field.name)) return true;
  return knownNames({ message, field, name: undefined }).length > 0;
}

/**
 * Unquoted values: enum values in the order of their declaration; for a bool, the value that is not the default first.
 */
export function completeWord({ schema }: Document, cursor: ValueCursor): CompletionItem[] {
  const { field } = cursor;
  if (cursor.quoted) return [];
  if (field.type.name === 'bool') {
    const names = field.default === true ? ['false', 'true'] : ['true', 'false'];
    return toItems(
      cursor,
      names.map((name) => ({ name })),
    );
  }
  const values = field.type.kind === 'enum' ? schema.enum(field.type.name) : undefined;
  const found = [...(values?.values.keys() ?? [])].map((name) => ({
    name,
    detail: name === field.default ? 'default' : '',
    documentation: documentation(values?.valueDocs.get(name) ?? ''),
  }));
  return toItems(cursor, found);
}

/** Quoted names, except for blobs. */
export function completeName(document: Document, cursor: ValueCursor): CompletionItem[] {
  const { message, field } = cursor;
  if (message.name === 'LayerParameter' && field.name === 'type') return toItems(cursor, typesOf(document));
  return toItems(
    cursor,
    knownNames(cursor).map((name) => ({ name })),
  );
}

/** The most common layer types. */
const usual = [
  'Convolution',
  'ReLU',
  'Pooling',
  'InnerProduct',
  'Data',
  'BatchNorm',
  'Scale',
  'Eltwise',
  'Concat',
  'Dropout',
  'Accuracy',
  'SoftmaxWithLoss',
  'Softmax',
  'Input',
  'LRN',
  'Deconvolution',
  'ImageData',
];

/** The layer types of the dialect and the declared ones. */
function typesOf({ dialect, context }: Document): Value[] {
  const declared = [...context.declared].filter(([type]) => !type.includes(' '));
  const known = layerTypes(dialect).map((type) => [type, findLayer(type, dialect)] as const);
  const all = new Map([...known, ...declared]);
  const names = [...usual.filter((type) => all.has(type)), ...[...all.keys()].sort()];
  return [...new Set(names)].map((name) => ({
    name,
    detail: origin(name),
    documentation: documentation(all.get(name)?.doc ?? ''),
  }));
}

function origin(type: string): string {
  const forks = forksWithType(type);
  return forks.length > 0 ? listForks(forks) : '';
}

/** A string in quotes, or its content for quotes of either kind. */
function literal(name: string, isQuoted: boolean): string {
  return isQuoted ? quotedString(name).slice(1, -1).replaceAll("'", "\\'") : quotedString(name);
}

/** Completion items for values, in the given order; quotes are added if the cursor is not in quotes. */
export function toItems(
  { range, field, quoted, begun }: ValueCursor,
  values: readonly Value[],
  kind: CompletionItem['kind'] = 'value',
): CompletionItem[] {
  const names = values.map(({ name }) => name);
  return values.flatMap(({ name, detail = '', documentation: doc = md`` }, index) => {
    // A closing quote ends a quoted name; a bare word may be followed by Enter.
    const filter = quoted ? name : filterText(name, begun, names);
    if (filter === undefined) return [];
    return {
      label: name,
      kind,
      detail,
      documentation: doc,
      range,
      filter,
      snippet: field.type.name === 'string' ? literal(name, quoted) : name,
      order: String(index).padStart(5, '0'),
      deprecated: false,
      next: quoted ? ('afterQuotes' as const) : undefined,
    };
  });
}
