import { forksWithField } from '../../schema/data/forkIndex.ts';
import type { EnumDescriptor, FieldDescriptor, MessageDescriptor, Schema } from '../../schema/descriptor.ts';
import { bvlc } from '../../schema/dialect.ts';
import { listForks } from '../../schema/listForks.ts';
import { code, documentation, joined, type Markdown, md, message, paragraphs } from '../markdown.ts';

/** Hover text of a field: its type, default, documentation and forks. */
export function fieldMarkdown(field: FieldDescriptor, owner: MessageDescriptor, schema: Schema): Markdown {
  const signature = md`**${field.name}**: ${code(typeText(field))}`;
  return paragraphs(
    field.deprecated ? md`~~${signature}~~ (deprecated)` : signature,
    documentation(field.doc),
    origin(owner, field),
    ...(field.type.kind === 'message' ? [documentation(schema.message(field.type.name)?.doc ?? '')] : []),
    ...(field.type.kind === 'enum' ? [enumList(schema.enum(field.type.name))] : []),
  );
}

/** `repeated uint32 = 1`. */
function typeText({ type, label, default: value, declaresDefault }: FieldDescriptor): string {
  const written = type.kind === 'enum' ? String(value) : JSON.stringify(value);
  const fallback = value === undefined || !declaresDefault ? '' : ` = ${written}`;
  return `${label === 'optional' ? '' : `${label} `}${type.name.replace(/^.*\./u, '')}${fallback}`;
}

/** The forks that add a field to BVLC's; some also declare fields of BVLC, with a different default. */
function origin(owner: MessageDescriptor, { name }: FieldDescriptor): Markdown {
  const isOfBvlc = bvlc.schema.message(owner.name)?.fields.has(name) === true;
  const forks = isOfBvlc ? [] : forksWithField(owner.name, name);
  return message(forks.length > 0 ? `A field of ${listForks(forks)}.` : '');
}

/** Hover text of an enum value. */
export function enumMarkdown(values: EnumDescriptor, value: string): Markdown {
  const doc = values.valueDocs.get(value);
  const title = doc ? md`**${value}**: ${documentation(doc)}` : md`**${value}**`;
  return paragraphs(title, documentation(values.doc), enumList(values));
}

const longEnum = 8;

function enumList(values: EnumDescriptor | undefined): Markdown {
  if (!values) return md``;
  const names = [...values.values.keys()];
  if (names.length > longEnum) return md`One of ${joined(names.map(code), ', ')}.`;
  const lines = names.map((name) => md`- ${code(name)}: ${documentation(values.valueDocs.get(name) ?? '')}`);
  return joined(lines, '\n');
}
