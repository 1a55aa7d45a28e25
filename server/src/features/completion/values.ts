import type { Document } from '../../document/document.ts';
import { quoted as quotedString } from '../../edit/newField.ts';
import { findLayer, layerTypes } from '../../layers/registry.ts';
import { forksWithType } from '../../schema/data/forkIndex.ts';
import type { FieldDescriptor, MessageDescriptor } from '../../schema/descriptor.ts';
import { everyFork } from '../../schema/dialect.ts';
import { listForks } from '../../schema/listForks.ts';
import { documentation, type Markdown, noDocumentation } from '../markdown.ts';
import type { CompletionItem } from '../types.ts';
import type { ValueCursor } from './cursor.ts';
import { filterText } from './filter.ts';
import { type Habits, messageName, valuesOfField } from './habits.ts';
import { isLayer, valuesOf } from './layer.ts';
import { knownNames } from './names/knownNames.ts';
import { ownNames } from './names/ownNames.ts';
import { isPathField } from './pathField.ts';
import { typeKey, usualTypes } from './usualTypes.ts';

/** A suggested value, without quotes. */
export interface Value {
  readonly name: string;
  readonly detail?: string;
  readonly documentation?: () => Markdown;
}

/** Whether values can be suggested for a field. */
export function hasKnownValues(message: MessageDescriptor, field: FieldDescriptor): boolean {
  if (field.type.kind === 'enum' || field.type.name === 'bool') return true;
  if (isLayer(message) && ['type', 'bottom', 'top'].includes(field.name)) return true;
  return isPathField(field) || knownNames({ message, field, name: undefined }, everyFork).length > 0;
}

/**
 * Unquoted values: enum values in the order of their declaration; for a bool, the value that is not the default first.
 */
export function completeWord({ schema }: Document, cursor: ValueCursor, habits: Habits): CompletionItem[] {
  const { field } = cursor;
  if (cursor.quoted) return [];
  if (field.type.name === 'bool') {
    const names = field.default === true ? ['false', 'true'] : ['true', 'false'];
    return toItems(
      cursor,
      usualFirst(
        names.map((name) => ({ name })),
        valueScores(cursor, habits),
      ),
    );
  }
  const values = field.type.kind === 'enum' ? schema.enum(field.type.name) : undefined;
  const names = [...(values?.values.keys() ?? [])];
  const found = (isLayer(cursor.message) ? commonFirst(names) : names).map((name) => ({
    name,
    detail: name === field.default ? 'default' : '',
    documentation: () => documentation(values?.valueDocs.get(name) ?? ''),
  }));
  return toItems(cursor, usualFirst(found, valueScores(cursor, habits)));
}

/** Quoted names, except for blobs. */
export function completeName(document: Document, cursor: ValueCursor, habits: Habits): CompletionItem[] {
  const { message, field } = cursor;
  if (message.name === 'LayerParameter' && field.name === 'type')
    return toItems(cursor, usualFirst(typesOf(document), valueScores(cursor, habits)));
  const own = ownNames(document, cursor);
  const names = [...new Set([...knownNames(cursor, document.dialect), ...own])];
  return toItems(
    cursor,
    usualFirst(
      names.map((name) => ({ name })),
      valueScores(cursor, habits),
    ),
  );
}

/** How often each value was written in the field; for the type of a layer, how well it fits. What a path names is first. */
function valueScores(
  { message, field, name = '', present }: ValueCursor,
  habits: Habits,
): ReadonlyMap<string, number> {
  if (isLayer(message) && field.name === 'type') return habits.types(valuesOf(present, 'name')[0]);
  const scores = habits.in(valuesOfField(messageName(name, valuesOf(present, 'type')[0]), field.name));
  if (field.name !== 'backend') return scores;
  const source = valuesOf(present, 'source')[0]?.toLowerCase() ?? '';
  const named = ['LMDB', 'LEVELDB'].filter((backend) => source.includes(backend.toLowerCase()));
  return new Map([...scores, ...named.map((backend) => [backend, Number.POSITIVE_INFINITY] as const)]);
}

/** Values with the highest scores first, the others in their order. */
function usualFirst(values: readonly Value[], scores: ReadonlyMap<string, number>): Value[] {
  const score = ({ name }: Value) => scores.get(name) ?? scores.get(typeKey(name)) ?? 0;
  return values.toSorted((one, other) => score(other) - score(one));
}

/** The types of V1, the most common first. */
function commonFirst(names: readonly string[]): string[] {
  const keys = usualTypes.map(typeKey);
  const place = (name: string) => (keys.includes(typeKey(name)) ? keys.indexOf(typeKey(name)) : keys.length);
  return names.toSorted((one, other) => place(one) - place(other));
}

/** The layer types of the dialect and the declared ones. */
function typesOf({ dialect, context }: Document): Value[] {
  const declared = [...context.declared].filter(([type]) => !type.includes(' '));
  const known = layerTypes(dialect).map((type) => [type, findLayer(type, dialect)] as const);
  const all = new Map([...known, ...declared]);
  const names = [...usualTypes.filter((type) => all.has(type)), ...[...all.keys()].sort()];
  return [...new Set(names)].map((name) => ({
    name,
    detail: origin(name),
    documentation: () => documentation(all.get(name)?.doc ?? ''),
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
  return values.flatMap(({ name, detail = '', documentation: doc = noDocumentation }, index) => {
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
