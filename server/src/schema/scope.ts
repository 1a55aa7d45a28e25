import type { Range } from '../text/range.ts';
import type { FieldDescriptor, MessageDescriptor } from './descriptor.ts';

/** A message being checked: what holds it, and which fields it already has. */
export interface Scope {
  readonly descriptor: MessageDescriptor;
  readonly parent: Scope | undefined;
  /** The field that the message is a value of, and its number among them if the field is repeated. */
  readonly field: string;
  readonly index: number | undefined;
  /** How often each field was written so far. */
  readonly counts: Map<string, number>;
  /** Where each field was first written, in the file. */
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

/** The way to a message as protobuf writes it, such as `layer[0].clip_param.`. */
export function pathOf(scope: Scope): string {
  if (!scope.parent) return '';
  const index = scope.index === undefined ? '' : `[${scope.index}]`;
  return `${pathOf(scope.parent)}${scope.field}${index}.`;
}
