import { forksWithField } from '../../schema/data/forkIndex.ts';
import type { EnumDescriptor, FieldDescriptor, MessageDescriptor, Schema } from '../../schema/descriptor.ts';
import { listForks } from '../../schema/listForks.ts';

/** Hover text of a field: its type, default, documentation and forks. */
export function fieldMarkdown(field: FieldDescriptor, message: MessageDescriptor, schema: Schema): string {
  const type = field.type.name.replace(/^.*\./u, '');
  const label = field.label === 'optional' ? '' : `${field.label} `;
  const fallback =
    field.default === undefined || !field.declaresDefault ? '' : ` = ${JSON.stringify(field.default)}`;
  const signature = `**${field.name}**: \`${label}${type}${field.type.kind === 'enum' ? fallback.replaceAll('"', '') : fallback}\``;
  const parts = [
    field.deprecated ? `~~${signature}~~ (deprecated)` : signature,
    field.doc,
    origin(message, field),
  ];
  if (field.type.kind === 'message') parts.push(schema.message(field.type.name)?.doc ?? '');
  if (field.type.kind === 'enum') parts.push(enumList(schema.enum(field.type.name)));
  return parts.filter(Boolean).join('\n\n');
}

function origin(message: MessageDescriptor, { name }: FieldDescriptor): string {
  const forks = forksWithField(message.name, name);
  return forks.length > 0 ? `A field of ${listForks(forks)}.` : '';
}

/** Hover text of an enum value. */
export function enumMarkdown(values: EnumDescriptor, value: string): string {
  const doc = values.valueDocs.get(value);
  return [`**${value}**${doc ? `: ${doc}` : ''}`, values.doc, enumList(values)].filter(Boolean).join('\n\n');
}

const longEnum = 8;

function enumList(values: EnumDescriptor | undefined): string {
  if (!values) return '';
  const names = [...values.values.keys()];
  if (names.length > longEnum) return `One of ${names.map((name) => `\`${name}\``).join(', ')}.`;
  return names.map((name) => `- \`${name}\`: ${values.valueDocs.get(name) ?? ''}`).join('\n');
}
