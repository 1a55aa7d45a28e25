import type { Block, FieldNode, MessageNode, ValueNode } from '../syntax/nodes.ts';
import type { FieldDescriptor, MessageDescriptor, Schema } from './descriptor.ts';
import { readScalar } from './scalar.ts';

/** A value typed by the schema: 64-bit integers are bigints, enum values their names, bytes their text. */
export type FieldValue = number | bigint | boolean | string | Message;

/** One value of a field with its location. */
export interface Entry {
  readonly value: FieldValue;
  /** The text of the value; for a value that an upgrade derived, the text it was derived from. */
  readonly node: ValueNode;
  readonly field: FieldNode;
  /** The block of the value, if it differs from the block of the enclosing layer. */
  readonly block?: Block;
}

type Entries = ReadonlyMap<string, readonly Entry[]>;

/**
 * A typed, immutable view of a text-format message: fields by name, with defaults for fields that are not set.
 * Values that do not fit the schema are omitted; `check.ts` reports them.
 */
export class Message {
  readonly descriptor: MessageDescriptor;
  readonly schema: Schema;
  readonly entries: Entries;

  constructor(descriptor: MessageDescriptor, schema: Schema, entries: Entries) {
    this.descriptor = descriptor;
    this.schema = schema;
    this.entries = entries;
  }

  /** Whether the field is set (`has_x()` in C++), or for a repeated field, has an element. */
  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Number of values of the field; an optional one has 0 or 1. */
  count(name: string): number {
    return this.entries.get(name)?.length ?? 0;
  }

  /** The field's value as a C++ `int`: uint32 and int64 values are narrowed to 32 bits as Caffe does. */
  int(name: string): number {
    return toInt(this.scalar(name));
  }

  /** The field's value as an unsigned 32-bit integer. */
  uint(name: string): number {
    return toInt(this.scalar(name)) >>> 0;
  }

  /** The field's value as a 32-bit float. */
  float(name: string): number {
    return Math.fround(Number(this.scalar(name)));
  }

  bool(name: string): boolean {
    return this.scalar(name) === true;
  }

  /** The value of a string field, or the value name of an enum field. */
  text(name: string): string {
    return String(this.scalar(name));
  }

  /** All values of a repeated integer field as C++ `int`s. */
  ints(name: string): number[] {
    return this.list(name).map((entry) => toInt(entry.value));
  }

  floats(name: string): number[] {
    return this.list(name).map((entry) => Math.fround(Number(entry.value)));
  }

  texts(name: string): string[] {
    return this.list(name).map((entry) => String(entry.value));
  }

  /** The sub-message; an empty one if the field is not set. */
  message(name: string): Message {
    return this.messages(name)[0] ?? this.blank(name);
  }

  /** A sub-message of the field's type without values. */
  blank(name: string): Message {
    return emptyMessage(this.fieldMessage(name), this.schema);
  }

  messages(name: string): Message[] {
    return this.list(name)
      .map((entry) => entry.value)
      .filter((value) => value instanceof Message);
  }

  /** The values in the text with their locations, in order. */
  list(name: string): readonly Entry[] {
    return this.entries.get(name) ?? [];
  }

  /** The same message with the given fields replaced; an empty list removes the field. */
  with(changes: Record<string, readonly Entry[]>): Message {
    const entries = new Map(this.entries);
    for (const [name, list] of Object.entries(changes)) {
      if (list.length > 0) entries.set(name, list);
      else entries.delete(name);
    }
    return new Message(this.descriptor, this.schema, entries);
  }

  private scalar(name: string): FieldValue {
    const entry = this.entries.get(name)?.at(-1);
    return entry?.value ?? this.field(name)?.default ?? 0;
  }

  private field(name: string): FieldDescriptor | undefined {
    return this.descriptor.fields.get(name) ?? this.descriptor.lacking?.get(name);
  }

  private fieldMessage(name: string): MessageDescriptor {
    const type = this.field(name)?.type;
    if (type?.kind !== 'message') return { name, doc: '', fields: new Map() };
    const found = this.schema.message(type.name) ?? this.schema.lacking?.get(type.name);
    return found ?? { name, doc: '', fields: new Map() };
  }
}

export function emptyMessage(descriptor: MessageDescriptor, schema: Schema): Message {
  return new Message(descriptor, schema, new Map());
}

/** A typed view of a message node (or a whole file) according to the descriptor. */
export function readMessage(
  fields: readonly FieldNode[],
  descriptor: MessageDescriptor,
  schema: Schema,
): Message {
  const entries = new Map<string, Entry[]>();
  for (const field of fields) {
    const known = descriptor.fields.get(field.name.text);
    if (!known || !field.value) continue;
    for (const node of valueNodes(field.value)) {
      const value = readValue(known, node, schema);
      if (value === undefined) continue;
      const list = entries.get(known.name) ?? [];
      list.push({ value, node, field });
      entries.set(known.name, list);
    }
  }
  return new Message(descriptor, schema, entries);
}

/** The single values of a field's value: a list's items, or the value itself. */
export function valueNodes(value: ValueNode): readonly ValueNode[] {
  return value.kind === 'list' ? value.items : [value];
}

function readValue(field: FieldDescriptor, node: ValueNode, schema: Schema): FieldValue | undefined {
  if (field.type.kind === 'message') {
    const descriptor = schema.message(field.type.name);
    return node.kind === 'message' && descriptor ? readNode(node, descriptor, schema) : undefined;
  }
  if (node.kind !== 'scalar') return undefined;
  const reading = readScalar(field.type, node, schema);
  return reading.ok ? reading.value : undefined;
}

function readNode(node: MessageNode, descriptor: MessageDescriptor, schema: Schema): Message {
  return readMessage(node.fields, descriptor, schema);
}

function toInt(value: FieldValue): number {
  return typeof value === 'bigint' ? Number(BigInt.asIntN(32, value)) : Number(value) | 0;
}
