import type { Range } from '../text/range.ts';
import type { FieldDescriptor, MessageDescriptor } from './descriptor.ts';

/** A message during the check: its parent, and the fields found so far. */
export interface Scope {
  readonly descriptor: MessageDescriptor;
  readonly parent: Scope | undefined;
  /** The field that contains the message, and its index if the field is repeated. */
  readonly field: string;
  readonly index: number | undefined;
  /** Number of occurrences of each field so far. */
  readonly counts: Map<string, number>;
  /** First range of each field, in the file. */
  readonly firsts: Map<string, Range>;
}

export function rootScope(descriptor: MessageDescriptor): Scope {
  return { descriptor, parent: undefined, field: '', index: undefined, counts: new Map(), firsts: new Map() };
}

export function childScope(
  parent: Scope,
  field: FieldDescriptor,
  descriptor: MessageDescriptor,
  index: number,
): Scope {
  const place = field.label === 'repeated' ? index : undefined;
  return { descriptor, parent, field: field.name, index: place, counts: new Map(), firsts: new Map() };
}

/** The path of a message in protobuf's notation, such as `layer[0].clip_param.`. */
export function pathOf(scope: Scope): string {
  if (!scope.parent) return '';
  const index = scope.index === undefined ? '' : `[${scope.index}]`;
  return `${pathOf(scope.parent)}${scope.field}${index}.`;
}
