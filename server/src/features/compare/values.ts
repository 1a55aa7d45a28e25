import { quoted } from '../../edit/newField.ts';
import type { FieldDescriptor } from '../../schema/descriptor.ts';
import { type Entry, type FieldValue, Message } from '../../schema/message.ts';
import { floatText } from '../../shape/floatText.ts';
import type { FieldSide, Json } from './types.ts';

/** A field that is not set and has no default. */
export const unset: FieldSide = { value: null, text: '', isDefault: true };

/** The default of a field that is not set: the declared one, or that of Caffe's code for the items of a list. */
export function defaultSide(field: FieldDescriptor, item?: number): FieldSide {
  if (item !== undefined) return { value: [item], text: String(item), isDefault: true };
  const value = field.declaresDefault ? field.default : undefined;
  return value === undefined ? unset : { ...sideOfValue(field, value), isDefault: true };
}

/** The values of a field that is set: the last one, or all values of a repeated field. */
export function sideOf(field: FieldDescriptor, entries: readonly Entry[]): FieldSide {
  if (field.label !== 'repeated') {
    const last = entries.at(-1);
    return last ? sideOfValue(field, last.value) : unset;
  }
  const sides = entries.map(({ value }) => sideOfValue(field, value));
  const texts = sides.map(({ text }) => text);
  return {
    value: sides.map(({ value }) => value),
    text: texts.length === 1 ? texts.join('') : `[${texts.join(', ')}]`,
    isDefault: false,
  };
}

/** A single value of a field. */
export function sideOfValue(field: FieldDescriptor, value: FieldValue): FieldSide {
  return { value: jsonOf(field, value), text: textOf(field, value), isDefault: false };
}

/** Whether Caffe reads two values as the same: floats after rounding to 32 bits. */
export function isSameValue(field: FieldDescriptor, one: Json, other: Json): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSameValue(field, item, other[index]));
  if (typeof one === 'number' && typeof other === 'number' && isFloat(field))
    return Object.is(rounded(one), rounded(other));
  return one === other;
}

/** The values that a message sets, except those equal to declared defaults: equal for equal messages. */
export function contentOf(message: Message, isLeftOut: (name: string) => boolean = () => false): string {
  const parts = [...message.entries]
    .filter(([name]) => !isLeftOut(name))
    .flatMap(([name, entries]) => contentOfField(message.descriptor.fields.get(name), entries));
  return `{${parts.sort().join(' ')}}`;
}

function contentOfField(field: FieldDescriptor | undefined, entries: readonly Entry[]): string[] {
  if (!field) return [];
  const values = entries.map(({ value }) =>
    value instanceof Message ? contentOf(value) : JSON.stringify(jsonOf(field, rounded32(field, value))),
  );
  const isEmpty = field.name.endsWith('_param') && values.every((value) => value === '{}');
  return isEmpty || isDefaultOf(field, entries) ? [] : [`${field.name}:${values.join(',')}`];
}

function isDefaultOf(field: FieldDescriptor, entries: readonly Entry[]): boolean {
  if (field.label === 'repeated' || !field.declaresDefault) return false;
  return isSameValue(field, sideOf(field, entries).value, defaultSide(field).value);
}

function jsonOf(field: FieldDescriptor, value: FieldValue): Json {
  if (value instanceof Message) return messageJson(value);
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  // JSON has no infinite numbers.
  if (typeof value === 'number' && !Number.isFinite(value)) return floatText(value);
  return field.type.kind === 'scalar' && field.type.name === 'bool' ? value === true : value;
}

function messageJson(message: Message): Json {
  const fields = [...message.entries].flatMap(([name, entries]) => {
    const field = message.descriptor.fields.get(name);
    return field ? [[name, sideOf(field, entries).value] as const] : [];
  });
  return Object.fromEntries(fields);
}

function textOf(field: FieldDescriptor, value: FieldValue): string {
  if (value instanceof Message) return messageText(value);
  if (typeof value === 'number') return floatText(value);
  const isText = field.type.kind === 'scalar' && ['string', 'bytes'].includes(field.type.name);
  return isText ? quoted(String(value)) : String(value);
}

/** `{ type: "xavier" std: 0.01 }` */
function messageText(message: Message): string {
  const fields = [...message.entries].flatMap(([name, entries]) => {
    const field = message.descriptor.fields.get(name);
    if (!field) return [];
    return field.type.kind === 'message'
      ? entries.map(({ value }) => `${name} ${textOf(field, value)}`)
      : [`${name}: ${sideOf(field, entries).text}`];
  });
  return fields.length === 0 ? '{}' : `{ ${fields.join(' ')} }`;
}

function isFloat({ type }: FieldDescriptor): boolean {
  return type.kind === 'scalar' && type.name === 'float';
}

function rounded(value: number): number {
  // Both zeros are the same number to Caffe.
  return Math.fround(value) + 0;
}

function rounded32(field: FieldDescriptor, value: FieldValue): FieldValue {
  return typeof value === 'number' && isFloat(field) ? rounded(value) : value;
}
